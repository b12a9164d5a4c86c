package io.ringback.callback;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an agent had entered for a case and had not saved when it left their hands, for whoever has it next.
 *
 * @param callId the last call of that allocation, whose attempt has it as well; null when none was made
 * @param leftBy the agent
 * @param callStatus what was chosen; nothing follows from it
 */
public record LeftDraft(
        UUID allocationId,
        @Nullable UUID callId,
        String leftBy,
        Instant leftAt,
        @Nullable CallStatus callStatus,
        @Nullable String note,
        @Nullable Instant retryAt,
        @Nullable Map<String, Object> formData) {

    static LeftDraft of(Holding holding, Draft draft, Instant now) {
        return new LeftDraft(
                holding.allocationId(),
                null,
                holding.agentId(),
                now,
                draft.callStatus(),
                draft.note(),
                draft.retryAt(),
                draft.formData());
    }

    /** Without the note and the answers, which belong in no log. */
    @Override
    public String toString() {
        return "LeftDraft[allocationId=%s, callStatus=%s]".formatted(allocationId, callStatus);
    }
}
