/**
 * What closed cases add up to: how versions of processes were gone through, and what agents and lists did with cases. Uses
 * account, audit, callback, design, exchange, list, platform and trace; begin at {@code Figures}.
 */
@NullMarked
package io.ringback.figures;

import org.jspecify.annotations.NullMarked;
