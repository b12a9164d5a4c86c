package io.ringback.audit;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A recorded change, as auditors read it.
 *
 * @param details further ids and values as a JSON object
 * @param because {@code code} and {@code words} of the reason; null where none was given, and in rows from before 0.2
 * @param changed by name {@code before} and {@code after}; null where nothing is known to have changed, likewise
 * @param facts what it was decided from, as a JSON object; null where nothing was kept. Auditors alone are told
 */
public record AuditEvent(
        Instant at,
        String actor,
        String type,
        @Nullable String from,
        @Nullable String to,
        @Nullable String reason,
        @Nullable String agentId,
        @Schema(type = "object") @JsonRawValue @Nullable String details,
        @Schema(type = "object") @JsonRawValue @Nullable String because,
        @Schema(type = "object") @JsonRawValue @Nullable String changed,
        @JsonIgnore @Nullable String facts) {}
