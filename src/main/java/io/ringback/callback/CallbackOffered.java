package io.ringback.callback;

import java.util.UUID;

/** The process has offered the callback: idle agents are woken. */
public record CallbackOffered(UUID callbackId) {}
