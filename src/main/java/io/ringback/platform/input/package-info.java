/**
 * Reads what is sent strictly: JSON, parameters and texts are what they say, or are refused. Uses platform.problem;
 * begin at {@code StrictValues}.
 */
@NullMarked
package io.ringback.platform.input;

import org.jspecify.annotations.NullMarked;
