package io.ringback.office;

import io.ringback.audit.AuditEvent;
import io.ringback.callback.Attempt;
import io.ringback.callback.Callback;
import io.ringback.callback.LeftUnsaved;
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
 * @param keptForName of the agent whom it is kept for; null when it is anyone's
 * @param attributes what the caller's system has told
 * @param recorded whether the caller has left a recording; where it is, is the server's business
 * @param playable whether what the caller has said can be played
 * @param late whether it is open although its due time has passed
 * @param left what agents had entered and not saved when it left their hands, newest first
 * @param mayChange whether whoever looks at it may change it
 * @param events what has happened to it, oldest first
 * @param known what else was looked up for that
 */
public record CasePage(
        Callback callback,
        String listName,
        @Nullable String agentName,
        @Nullable String keptForName,
        Map<String, String> attributes,
        boolean recorded,
        boolean playable,
        boolean late,
        boolean mayChange,
        List<Call> calls,
        LeftUnsaved left,
        List<RelatedCallback> related,
        List<Event> events,
        Known known) {

    /** As people read it; null when it is forgotten. */
    public @Nullable String number() {
        var number = callback.request().phoneNumber();
        return number == null ? null : PhoneNumbers.readable(number);
    }

    /**
     * What the page was made of.
     *
     * @param trail one event for each of {@link CasePage#events}
     * @param people the names of accounts by their ids
     * @param lists likewise
     */
    public record Known(List<AuditEvent> trail, Map<String, String> people, Map<String, String> lists) {}

    /**
     * A call made for it.
     *
     * @param playable whether there is a recording that can be played
     * @param answers how it was classified
     */
    public record Call(Attempt attempt, String agentName, boolean playable, List<Answer> answers) {}

    /**
     * Something that happened to it.
     *
     * @param who the name of an account; null for the system itself
     * @param agentName of the agent it is about, where that is somebody else
     * @param reason as it was written
     * @param because its code, for which there may be words; null for what only somebody has said, and in old rows
     */
    public record Event(
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
     * @param retry when it is offered again, and who has chosen that
     * @param outcome what an agent has saved
     * @param keptUntil until when it is kept for an agent
     * @param moved the lists it was moved between
     * @param note what a supervisor has written
     * @param times those of its times that are others now
     * @param mainCallbackId the request that it was closed in favour of
     * @param relatedCallbackId the request by which the caller has asked again
     * @param versions of its process, when it was moved from one to another
     * @param priority as which it was taken in; null for the usual one
     * @param told what other programs were told by its process
     * @param task the task of a back office that it is about
     * @param further what there are no words for, by its name
     */
    public record Details(
            @Nullable Retry retry,
            @Nullable Outcome outcome,
            @Nullable Instant keptUntil,
            @Nullable Moved moved,
            @Nullable String note,
            Times times,
            @Nullable UUID mainCallbackId,
            @Nullable UUID relatedCallbackId,
            @Nullable Versions versions,
            @Nullable String priority,
            @Nullable Told told,
            @Nullable DoneTask task,
            Map<String, String> further) {}

    /**
     * That it is offered again.
     *
     * @param at when
     * @param decidedBy who has chosen that time, in small letters: policy, agent, list, supervisor; agent where that is not known
     * @param askedAt the time that was chosen; null where that is not known, or nobody has
     * @param insisted whether it is kept although the list is closed then
     */
    public record Retry(
            Instant at, String decidedBy, @Nullable Instant askedAt, boolean insisted) {

        /** The time as it was chosen. */
        public Instant chosenAt() {
            return askedAt == null ? at : askedAt;
        }

        /** Whether another time became of it. */
        public boolean moved() {
            return !at.equals(chosenAt());
        }
    }

    /** @param withoutCall whether nobody had called when it was saved */
    public record Outcome(String callStatus, boolean withoutCall) {}

    /** From one list to another, by their names. */
    public record Moved(String from, String to) {}

    /**
     * The times of a callback, as far as the event has set them.
     *
     * @param eligibleAt from when it can be offered, after the calling hours ended or were changed, or the caller asked again
     */
    public record Times(
            @Nullable Instant eligibleAt,
            @Nullable Instant dueAt,
            @Nullable Instant expiresAt) {}

    /** @param eventType the designer's name for it */
    public record Told(String eventType, @Nullable String text) {}

    /** @param answers what it was answered, if it is done by this */
    public record DoneTask(String name, List<Answer> answers) {}

    /** Versions of its process, before and after it was moved from one to the other. */
    public record Versions(String process, String from, String to) {}
}
