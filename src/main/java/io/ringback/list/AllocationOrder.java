package io.ringback.list;

/** What makes a callback of a list come before another one: when it is due, or when it was asked for. */
public enum AllocationOrder {
    DUE,
    REQUESTED
}
