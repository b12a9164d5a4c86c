package io.ringback.auditor;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.ringback.audit.Look;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That somebody has looked at something.
 *
 * @param id counts up; the {@code after} of the page that follows the one it ends
 * @param reader the account
 * @param what was looked at
 * @param callbackId of the callback, where it was one
 * @param agentId of the agent that it was about
 * @param listId of the list that it was about
 * @param purpose what for, where somebody has said so
 * @param details the address and the criteria as a JSON object, without anything of a caller
 */
public record Read(
        long id,
        Instant at,
        String reader,
        Look what,
        @Nullable UUID callbackId,
        @Nullable String agentId,
        @Nullable String listId,
        @Nullable String purpose,
        @Schema(type = "object") @JsonRawValue @Nullable String details) {}
