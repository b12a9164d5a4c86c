package io.ringback.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Part of a long history, newest first.
 *
 * @param next what to name as {@code after} to read on; null on the last page
 */
public record AuditPage(List<AuditEvent> events, @Nullable Long next) {}
