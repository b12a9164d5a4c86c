/**
 * The way each case has gone through its process: from the engine's history while the case is open, from a compact row of our
 * own once it is closed, when what the engine has kept of it goes. Uses audit and platform; begin at {@code Traces}.
 */
@NullMarked
package io.ringback.trace;

import org.jspecify.annotations.NullMarked;
