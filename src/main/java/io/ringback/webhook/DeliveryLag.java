package io.ringback.webhook;

import java.time.Duration;

/**
 * How far the sending of events is behind, over all enabled webhooks.
 *
 * @param undelivered events that are not delivered yet; those no webhook has been asked about yet are counted for each
 * @param oldest how long the oldest of them has waited since it happened or, if it is sent once more, was asked for;
 *     nothing when there is none
 * @param dead deliveries that were given up and are still kept
 */
public record DeliveryLag(long undelivered, Duration oldest, long dead) {}
