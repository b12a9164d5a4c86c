package io.ringback.office.auditor;

import io.ringback.auditor.AuditSearchRequest;
import io.ringback.callback.CallStatus;
import io.ringback.callback.CallbackStatus;
import io.ringback.platform.problem.InvalidField;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * What the form above the callbacks says, as it was written.
 *
 * @param from the first day of requests
 * @param to the last day of requests
 * @param zone in which these days are meant
 * @param after the last callback of the page before
 */
record SearchForm(
        @Nullable String number,
        @Nullable String callbackId,
        @Nullable String externalId,
        @Nullable String agentId,
        @Nullable String listId,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate from,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate to,

        @Nullable String zone,
        @Nullable CallbackStatus status,
        @Nullable CallStatus outcome,
        @Nullable String processVersion,
        @Nullable String lookedAtBy,
        @Nullable UUID after) {

    private static final int ON_A_PAGE = 50;

    /** @throws InvalidField for what cannot be looked for */
    AuditSearchRequest request() {
        return new AuditSearchRequest(
                Typed.text(number),
                Typed.callbackId(callbackId),
                Typed.text(externalId),
                Typed.text(agentId),
                Typed.text(listId),
                from == null ? null : from.atStartOfDay(zoneId()).toInstant(),
                to == null ? null : to.plusDays(1).atStartOfDay(zoneId()).toInstant(),
                status,
                outcome,
                Typed.text(processVersion),
                Typed.text(lookedAtBy),
                after,
                ON_A_PAGE,
                null);
    }

    private ZoneId zoneId() {
        try {
            return zone == null || zone.isBlank() ? ZoneOffset.UTC : ZoneId.of(zone);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }

    /** Without what is looked for, which belongs in no log. */
    @Override
    public String toString() {
        return "SearchForm[listId=%s, status=%s]".formatted(listId, status);
    }
}
