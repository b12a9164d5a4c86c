/** The recordings of calls, which come to the agent through this server. */
@NullMarked
package io.ringback.recording;

import org.jspecify.annotations.NullMarked;
