package io.ringback.callback;

/** In which order callbacks are shown: by when they were requested, then by id. */
public enum CallbackOrder {
    OLDEST,
    NEWEST
}
