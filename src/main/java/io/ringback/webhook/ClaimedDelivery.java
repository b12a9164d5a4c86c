package io.ringback.webhook;

import java.util.UUID;

/**
 * The first pending event of a lane, being sent by this node until the claim runs out.
 *
 * @param claim fences the result: only whoever still has the lane may write what came of it
 * @param attempts made before
 */
record ClaimedDelivery(Webhook webhook, String lane, UUID claim, OutgoingEvent event, int attempts) {}
