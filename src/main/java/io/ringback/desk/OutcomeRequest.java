package io.ringback.desk;

import io.ringback.callback.CallStatus;
import io.ringback.callback.Draft;
import io.ringback.form.FormAnswers;
import io.ringback.platform.input.PlainText;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a call, as the agent saves it.
 *
 * @param insist whether the time of the next offer is kept although the list is closed then; null for not
 * @param formData the answers to the form of the case, which must allow them; null when the call is not classified
 */
record OutcomeRequest(
        @NotNull UUID allocationId,
        @NotNull CallStatus callStatus,
        @Nullable @PlainText(max = NOTE, multiline = true) String note,
        @Nullable Instant retryAt,
        @Nullable Boolean insist,
        @Nullable @FormAnswers Map<String, Object> formData) {

    private static final int NOTE = 4_000;

    Draft draft() {
        return new Draft(callStatus, note, retryAt, insist, formData);
    }

    /** Without the note and the answers, which belong in no log. */
    @Override
    public String toString() {
        return "OutcomeRequest[allocationId=%s, callStatus=%s]".formatted(allocationId, callStatus);
    }

    /** The same before it is saved, when nothing but the allocation needs to be known. */
    record OfDraft(
            @NotNull UUID allocationId,
            @Nullable CallStatus callStatus,

            @Nullable @PlainText(max = NOTE, multiline = true)
            String note,

            @Nullable Instant retryAt,
            @Nullable Boolean insist,
            @Nullable @FormAnswers Map<String, Object> formData) {

        Draft draft() {
            return new Draft(callStatus, note, retryAt, insist, formData);
        }

        /** Without the note and the answers, which belong in no log. */
        @Override
        public String toString() {
            return "OutcomeRequest.OfDraft[allocationId=%s, callStatus=%s]".formatted(allocationId, callStatus);
        }
    }
}
