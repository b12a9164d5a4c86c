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

/** What an agent may listen to: the recordings of the case in hand and of the story of its caller. */
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

    private boolean isOfCaseInHand(String agentId, UUID callbackId) {
        return callbacks
                .heldBy(agentId)
                .filter(held -> stories.tells(held, agentId, callbackId))
                .isPresent();
    }
}
