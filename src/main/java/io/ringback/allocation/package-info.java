/**
 * Brings callbacks that may be offered and agents who wait together: who gets which one, and when. Uses callback,
 * handling, list, platform and reception; begin at {@code Allocator}.
 */
@NullMarked
package io.ringback.allocation;

import org.jspecify.annotations.NullMarked;
