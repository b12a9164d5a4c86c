package io.ringback.handling;

import io.ringback.platform.database.Transactions;
import io.ringback.platform.input.PlainText;
import io.ringback.platform.problem.InvalidField;
import io.ringback.platform.problem.NotFound;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The telephone system tells what it sees, in whatever order it gets through. It tells all calls of an agent; those that
 * belong to no callback, or did not begin after it was allocated, are answered with a null call id and change nothing.
 */
@RestController
@RequestMapping("/api/v1/calls/events")
class CallEventController {

    private final CallsInHand calls;
    private final Transactions transactions;

    CallEventController(CallsInHand calls, Transactions transactions) {
        this.calls = calls;
        this.transactions = transactions;
    }

    @PostMapping
    CallAnswer tell(@RequestBody @Valid CallEvent event) {
        try {
            return new CallAnswer(transactions.run(() -> apply(event)).orElse(null));
        } catch (NotFound e) {
            throw new InvalidField("agentId", "names no agent");
        }
    }

    private Optional<UUID> apply(CallEvent event) {
        var proposed = event.event() == Event.ENDED ? CallCause.callStatus(event.cause()) : null;
        var word =
                new TelephonyEvent(event.callId(), event.externalCallId(), event.at(), event.recordingUrl(), proposed);
        return switch (event.event()) {
            case STARTED -> calls.seen(event.agentId(), word);
            case ENDED -> calls.seenEnding(event.agentId(), word);
        };
    }

    enum Event {
        STARTED,
        ENDED
    }

    /**
     * @param callId the id the desk answered when the agent began the call, where the telephone system knows it
     * @param externalCallId the telephone system's name of the call; it may be used again for a later one
     * @param at by the clock of the telephone system, which may differ from the server's by ten seconds
     * @param cause why the call ended, in the words or numbers of the telephone system (Q.850, SIP); itself not kept: the call
     *     status it stands for is proposed to the agent
     */
    record CallEvent(
            @NotBlank @PlainText(max = 64) String agentId,
            @Nullable UUID callId,
            @NotBlank @PlainText(max = 200) String externalCallId,
            @NotNull Event event,
            @NotNull Instant at,
            @Nullable @PlainText(max = 200) String cause,

            @Schema(description = "Played to agents if it lies below ringback.recordings.sources.")
            @Nullable
            @PlainText(max = 2000)
            @Pattern(regexp = "https?://.+", message = "must be an http or https address")
            String recordingUrl) {}

    record CallAnswer(@Nullable UUID callId) {}
}
