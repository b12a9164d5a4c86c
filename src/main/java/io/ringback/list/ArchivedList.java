package io.ringback.list;

import java.time.Instant;

/** A list that is as good as gone, but can be brought back. */
public record ArchivedList(CallbackList list, Instant archivedAt) {}
