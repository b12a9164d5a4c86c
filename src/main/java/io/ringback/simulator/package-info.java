/**
 * The demo that moves: made-up callers, their telephones and simulated colleagues, who come by the HTTP contract like
 * any program. Uses account, audit, callback, platform and recording; begin at {@code Simulator}.
 */
@NullMarked
package io.ringback.simulator;

import org.jspecify.annotations.NullMarked;
