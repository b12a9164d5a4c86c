package io.ringback.callback;

import io.ringback.audit.Because;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What supervisors do with callbacks, as the audit trail and other programs are told of it. */
public final class SteeringEvent {

    private SteeringEvent() {}

    /**
     * A supervisor has put it before all others of its list.
     *
     * @param eligibleAt from when it may be offered
     */
    public record Expedited(Instant eligibleAt, String reason) implements CallbackEvent.Told {
        @Override
        public @Nullable Because because() {
            return Because.said(reason);
        }

        @Override
        public Map<String, String> details() {
            return Map.of("eligibleAt", eligibleAt.toString());
        }
    }

    /**
     * A supervisor keeps it for an agent.
     *
     * @param until when it is anyone's again
     */
    public record Given(String agentId, Instant until, String reason) implements CallbackEvent.Told {
        @Override
        public @Nullable Because because() {
            return Because.said(reason);
        }

        @Override
        public Map<String, String> details() {
            return Map.of("agentId", agentId, "keptUntil", until.toString());
        }
    }

    /**
     * A supervisor has moved it to another list.
     *
     * @param mainCallbackId the open callback of the number there, which it was merged into; null without one
     */
    public record Moved(
            String fromList, String toList, @Nullable UUID mainCallbackId, String reason)
            implements CallbackEvent.Told {
        @Override
        public @Nullable Because because() {
            return Because.said(reason);
        }

        @Override
        public Map<String, String> details() {
            var details = new TreeMap<>(Map.of("fromList", fromList, "toList", toList));
            if (mainCallbackId != null) {
                details.put("mainCallbackId", mainCallbackId.toString());
            }
            return details;
        }
    }

    /** A supervisor has set when it is due. */
    public record DueChanged(Instant dueAt, String reason) implements CallbackEvent.Told {
        @Override
        public @Nullable Because because() {
            return Because.said(reason);
        }

        @Override
        public Map<String, String> details() {
            return Map.of("dueAt", dueAt.toString());
        }
    }

    /** A supervisor has written a note; what it says is kept apart from the trail. */
    public record NoteAdded(UUID noteId) implements CallbackEvent.Told {
        @Override
        public Map<String, String> details() {
            return Map.of("noteId", noteId.toString());
        }
    }

    /**
     * A supervisor has played what was recorded.
     *
     * @param callId the call; null for what the caller has said with the request
     */
    public record RecordingPlayed(@Nullable UUID callId) implements CallbackEvent.Told {
        @Override
        public Map<String, String> details() {
            return callId == null ? Map.of() : Map.of("callId", callId.toString());
        }
    }
}
