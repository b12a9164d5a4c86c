/**
 * The server: each package below is one feature, or one technical ground that features stand on. Uses evidence and platform; begin
 * at {@code RingbackApplication}.
 */
@NullMarked
package io.ringback;

import org.jspecify.annotations.NullMarked;
