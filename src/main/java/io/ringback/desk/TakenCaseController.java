package io.ringback.desk;

import io.ringback.audit.AuditTrail;
import io.ringback.callback.CallbackEvent;
import io.ringback.callback.CallbackStatus;
import io.ringback.callback.Callbacks;
import io.ringback.callback.CancelRequest;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells an agent why a case is no longer on the desk: a case that is simply gone looks like a fault. */
@RestController
@RequestMapping("/api/v1/desk/taken")
class TakenCaseController {

    /** So long after it was closed; then it is history, which is no business of the desk's. */
    private static final Duration TOLD = Duration.ofHours(1);

    private static final String CANCELLED = CallbackEvent.type(CallbackEvent.Cancelled.class);

    private final Callbacks callbacks;
    private final AuditTrail audit;
    private final Clock clock;

    TakenCaseController(Callbacks callbacks, AuditTrail audit, Clock clock) {
        this.callbacks = callbacks;
        this.audit = audit;
        this.clock = clock;
    }

    /** Only of a callback that was cancelled while this agent had it in hand, within the last hour. */
    @GetMapping("/{callbackId}")
    @ApiResponse(responseCode = "200", description = "It was cancelled", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "204", description = "It was not cancelled out of this agent's hands")
    ResponseEntity<TakenCase> taken(@PathVariable UUID callbackId, Principal agent) {
        return find(callbackId, agent.getName())
                .map(ResponseEntity::ok)
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    private Optional<TakenCase> find(UUID callbackId, String agentId) {
        return callbacks
                .find(callbackId)
                .filter(callback -> callback.status() == CallbackStatus.CANCELLED && isFresh(callback.closedAt()))
                .filter(callback -> wasTakenFrom(agentId, callbackId))
                .flatMap(callback -> Optional.ofNullable(callback.cancelRequested())
                        .map(request -> TakenCase.of(
                                callbackId,
                                callback.request().callerName(),
                                callback.request().phoneNumber(),
                                request)));
    }

    private boolean isFresh(@Nullable Instant closedAt) {
        return closedAt != null && closedAt.plus(TOLD).isAfter(clock.instant());
    }

    private boolean wasTakenFrom(String agentId, UUID callbackId) {
        return audit.ofCallback(callbackId).stream()
                .anyMatch(event -> event.type().equals(CANCELLED) && agentId.equals(event.agentId()));
    }

    /** @param reason in the words of whoever has cancelled it */
    record TakenCase(
            UUID callbackId,
            @Nullable String callerName,
            @Nullable String phoneNumber,
            Instant cancelledAt,
            @Nullable String reason) {

        static TakenCase of(
                UUID callbackId, @Nullable String callerName, @Nullable String phoneNumber, CancelRequest request) {
            return new TakenCase(callbackId, callerName, phoneNumber, request.at(), request.reason());
        }

        /** Without the number and the name, which belong in no log. */
        @Override
        public String toString() {
            return "TakenCase[callbackId=%s]".formatted(callbackId);
        }
    }
}
