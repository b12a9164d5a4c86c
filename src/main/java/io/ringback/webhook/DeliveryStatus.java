package io.ringback.webhook;

/** What has become of one event for one webhook. */
public enum DeliveryStatus {
    /** To be sent, for the first time or again. */
    PENDING,
    /** The target has taken it. */
    DELIVERED,
    /** Given up after the last try; later events of its lane have gone on without it. */
    DEAD
}
