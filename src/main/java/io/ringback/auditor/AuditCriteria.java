package io.ringback.auditor;

import io.ringback.callback.CallStatus;
import io.ringback.callback.CallbackStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which callbacks an auditor looks for; what is null or empty does not matter.
 *
 * @param numbers in E.164, any of them
 * @param digits a part of the number
 * @param agentId of whoever has had it
 * @param from requested at this time or later
 * @param to requested before this time
 * @param outcome which a call for it has ended with
 * @param version of its process: a number, or key and number as {@code callbackCase:3}
 * @param lookedAtBy whoever has looked at it
 */
record AuditCriteria(
        Set<String> numbers,
        @Nullable String digits,
        @Nullable UUID callbackId,
        @Nullable String externalId,
        @Nullable String agentId,
        @Nullable String listId,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable CallbackStatus status,
        @Nullable CallStatus outcome,
        @Nullable String version,
        @Nullable String lookedAtBy) {

    /** By which the closed ones are found that have all of it. */
    List<String> terms() {
        var terms = new ArrayList<String>();
        add(terms, "list", listId);
        add(terms, "status", status);
        add(terms, "agent", agentId);
        add(terms, "outcome", outcome);
        add(terms, "version", version);
        return terms;
    }

    private static void add(List<String> terms, String kind, @Nullable Object value) {
        if (value != null) {
            terms.add(kind + ":" + value);
        }
    }

    /** The number of the version; null when none is asked for. */
    @Nullable
    Integer versionNumber() {
        return version == null ? null : Integer.valueOf(version.substring(version.lastIndexOf(':') + 1));
    }

    /** The key of the process whose version it is; null when that does not matter. */
    @Nullable
    String processKey() {
        return version == null || !version.contains(":") ? null : version.substring(0, version.lastIndexOf(':'));
    }

    /** Whether what is asked for points at few callbacks. */
    boolean isPointed() {
        return callbackId != null || externalId != null || lookedAtBy != null || !numbers.isEmpty();
    }

    /** Without the numbers, which belong in no log. */
    @Override
    public String toString() {
        return "AuditCriteria[listId=%s, status=%s]".formatted(listId, status);
    }
}
