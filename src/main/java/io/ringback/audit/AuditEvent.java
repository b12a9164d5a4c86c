package io.ringback.audit;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A recorded change, as auditors read it. */
public record AuditEvent(
        Instant at,
        String actor,
        String type,
        @Nullable String from,
        @Nullable String to,
        @Nullable String reason,
        @Nullable String agentId,
        @Schema(type = "object") @JsonRawValue @Nullable String details) {}
