package io.ringback.office.cases;

import io.ringback.callback.Attempt;
import io.ringback.callback.Callback;
import io.ringback.callback.LeftDraft;
import io.ringback.callback.RelatedCallback;
import io.ringback.form.Answer;
import io.ringback.number.PhoneNumbers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything about one callback.
 *
 * @param listName the id, where the list is archived
 * @param agentName of whoever has it in hand
 * @param attributes what the caller's system has told
 * @param recorded whether the caller has left a recording; where it is, is the server's business
 * @param late whether it is open although its due time has passed
 * @param left what agents had entered and not saved when it left their hands, newest first
 * @param mayChange whether whoever looks at it may change it
 */
record CasePage(
        Callback callback,
        String listName,
        @Nullable String agentName,
        Map<String, String> attributes,
        boolean recorded,
        boolean late,
        boolean mayChange,
        List<Call> calls,
        List<LeftLine> left,
        List<RelatedCallback> related,
        List<Event> events) {

    public String number() {
        return PhoneNumbers.readable(callback.request().phoneNumber());
    }

    /**
     * A call made for it.
     *
     * @param answers how it was classified
     */
    record Call(Attempt attempt, String agentName, List<Answer> answers) {}
    /** What was left unsaved in an allocation without a call, newest first. */
    public List<LeftLine> leftWithoutCall() {
        return left.stream().filter(line -> line.draft().callId() == null).toList();
    }

    /** What was left unsaved with this call; null for nothing. */
    public @Nullable LeftLine leftWith(UUID callId) {
        return left.stream()
                .filter(line -> callId.equals(line.draft().callId()))
                .findFirst()
                .orElse(null);
    }

    /** What an agent had entered and not saved. */
    record LeftLine(LeftDraft draft, String agentName) {}

    /**
     * Something that happened to it.
     *
     * @param who the name of an account; null for the system itself
     * @param agentName of the agent it is about, where that is somebody else
     * @param reason as it was written
     * @param because its code, for which there may be words; null for what only somebody has said, and in old rows
     */
    record Event(
            Instant at,
            String type,
            @Nullable String who,
            @Nullable String agentName,
            @Nullable String from,
            @Nullable String to,
            @Nullable String reason,
            @Nullable String because,
            Details details) {

        public boolean movesOn() {
            return to != null && !to.equals(from);
        }
    }

    /**
     * What more is known of an event.
     *
     * @param retryAt when it is offered again
     * @param byPolicy whether the retry policy chose that time, rather than the agent
     * @param eligibleAt from when it can be offered, after the calling hours ended or were changed, or the caller asked again
     * @param dueAt when it is due, now that the caller has asked again
     * @param expiresAt when it expires, now that the caller has asked again
     * @param relatedCallbackId the request by which the caller has asked again
     * @param further what there are no words for, by its name
     */
    record Details(
            @Nullable Instant retryAt,
            boolean byPolicy,
            @Nullable String callStatus,
            @Nullable UUID mainCallbackId,
            @Nullable Instant eligibleAt,
            @Nullable Instant dueAt,
            @Nullable Instant expiresAt,
            @Nullable UUID relatedCallbackId,
            Map<String, String> further) {}
}
