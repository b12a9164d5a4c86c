/**
 * How the server starts, works in the background and stops. Uses platform.problem; begin at {@code BackgroundLoop}.
 */
@NullMarked
package io.ringback.platform.run;

import org.jspecify.annotations.NullMarked;
