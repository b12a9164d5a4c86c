/**
 * The recordings of calls, which come to the agent through this server. Uses audit, callback, platform and stream; begin at
 * {@code Recordings}.
 */
@NullMarked
package io.ringback.recording;

import org.jspecify.annotations.NullMarked;
