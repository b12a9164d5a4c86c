/**
 * Proof that the trail is as it was written: its events are sealed in a chain of blocks, which is checked, anchored and
 * handed out. Uses audit, platform and stream; begin at {@code Sealer}.
 */
@NullMarked
package io.ringback.evidence;

import org.jspecify.annotations.NullMarked;
