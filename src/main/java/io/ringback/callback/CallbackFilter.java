package io.ringback.callback;

import org.jspecify.annotations.Nullable;

/** Which callbacks to show; what is null does not matter. */
record CallbackFilter(
        @Nullable String listId,
        @Nullable CallbackStatus status,
        @Nullable String phoneNumber,
        @Nullable Boolean setAside) {}
