package io.ringback.callback;

/** A callback of the list may be offered from now on. */
public record CallbackBecameEligible(String listId) {}
