/**
 * The demo that moves: made-up callers, their telephones and simulated colleagues. Works through the HTTP contract like any
 * program outside, so it is also an example of one; used by no other package. Begin at {@code Simulator}.
 */
@NullMarked
package io.ringback.simulator;

import org.jspecify.annotations.NullMarked;
