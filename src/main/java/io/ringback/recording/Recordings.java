package io.ringback.recording;

import io.ringback.callback.Attempt;
import io.ringback.callback.Attempts;
import io.ringback.callback.Callback;
import io.ringback.callback.Callbacks;
import io.ringback.callback.CallersStories;
import io.ringback.platform.database.Transactions;
import io.ringback.recording.RecordingSources.Permitted;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Who may listen to what: agents to the recordings of the case in hand and of the story of its caller, supervisors to all of
 * them, which is told in the history.
 */
@Service
public class Recordings {

    /** The attribute of a callback that holds the address of what the caller has said. */
    public static final String ATTRIBUTE = "recordingUrl";

    private final Callbacks callbacks;
    private final Attempts attempts;
    private final CallersStories stories;
    private final RecordingSources sources;
    private final Transactions transactions;

    Recordings(
            Callbacks callbacks,
            Attempts attempts,
            CallersStories stories,
            RecordingSources sources,
            Transactions transactions) {
        this.callbacks = callbacks;
        this.attempts = attempts;
        this.stories = stories;
        this.sources = sources;
        this.transactions = transactions;
    }

    /** Whether the server would fetch a recording from there; it does not say that there is one. */
    public boolean isPlayable(@Nullable String url) {
        return url != null && sources.permit(url).isPresent();
    }

    Optional<Permitted> ofCall(String agentId, UUID callId) {
        return transactions
                .run(() -> attempts.find(callId).filter(call -> isOfCaseInHand(agentId, call.callbackId())))
                .map(Attempt::recordingUrl)
                .flatMap(sources::permit);
    }

    Optional<Permitted> ofCaller(String agentId, UUID callbackId) {
        return transactions
                .run(() ->
                        isOfCaseInHand(agentId, callbackId) ? callbacks.find(callbackId) : Optional.<Callback>empty())
                .map(callback -> callback.request().attributes().get(ATTRIBUTE))
                .flatMap(sources::permit);
    }

    /** @param fromTheBeginning whether that is told in the history; moving about in a recording is not */
    Optional<Permitted> ofCallForSupervisor(UUID callId, boolean fromTheBeginning) {
        return transactions.run(() -> attempts.find(callId).flatMap(call -> {
            var recording = Optional.ofNullable(call.recordingUrl()).flatMap(sources::permit);
            if (recording.isPresent() && fromTheBeginning) {
                callbacks.save(callbacks.get(call.callbackId()).recordingPlayed(callId));
            }
            return recording;
        }));
    }

    /** Like {@link #ofCallForSupervisor}, of what the caller has said with the request. */
    Optional<Permitted> ofCallerForSupervisor(UUID callbackId, boolean fromTheBeginning) {
        return transactions.run(() -> callbacks.find(callbackId).flatMap(callback -> {
            var recording = Optional.ofNullable(callback.request().attributes().get(ATTRIBUTE))
                    .flatMap(sources::permit);
            if (recording.isPresent() && fromTheBeginning) {
                callbacks.save(callback.recordingPlayed(null));
            }
            return recording;
        }));
    }

    private boolean isOfCaseInHand(String agentId, UUID callbackId) {
        return callbacks
                .heldBy(agentId)
                .filter(held -> stories.tells(held, agentId, callbackId))
                .isPresent();
    }
}
