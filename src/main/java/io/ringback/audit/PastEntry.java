package io.ringback.audit;

import java.time.Instant;

/** A change that somebody made some time ago. */
public record PastEntry(Instant at, String actor, AuditEntry entry) {}
