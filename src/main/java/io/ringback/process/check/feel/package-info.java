/**
 * Reads the part of FEEL that decisions and forms may use, and works it out. Uses no other package; begin at {@code
 * Feel}.
 */
@NullMarked
package io.ringback.process.check.feel;

import org.jspecify.annotations.NullMarked;
