package io.ringback.desk;

import io.ringback.callback.Attempt;
import io.ringback.callback.EarlierCallback;
import io.ringback.callback.LeftUnsaved;
import io.ringback.callback.RelatedCallback;
import io.ringback.form.Answer;
import io.ringback.list.AgentList;
import io.ringback.list.ListAgent;
import io.ringback.list.SaveWithoutCall;
import io.ringback.presence.AwayReason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The desk with what its page shows beyond the API: names for ids, and the users of the lists that are opened.
 *
 * @param stoppedAfter the limit of the list that ended receiving, in words; null when it was none
 * @param users by list id; only of opened lists
 * @param awayReasons what the agent can be away for
 * @param away the names of what agents are away for, by id, also those that can be chosen no more
 * @param caseElsewhere whether the case window is a window of its own at present
 * @param mayActivate whether the agent may also join others to lists
 * @param mayGiveAccess whether the agent may add and remove users of lists
 */
record DeskPage(
        Desk desk,
        String agentName,
        @Nullable String stoppedAfter,
        Map<String, List<ListAgent>> users,
        List<AwayReason> awayReasons,
        Map<String, String> away,
        boolean caseElsewhere,
        boolean mayActivate,
        boolean mayGiveAccess,
        @Nullable CaseWindow inHand) {

    /** From how many lists on they can be searched. */
    private static final int MANY_LISTS = 10;

    /** Those the agent has joined first; otherwise as they are. */
    public List<AgentList> lists() {
        return Stream.of(true, false)
                .flatMap(joined -> desk.lists().stream().filter(list -> list.active() == joined))
                .toList();
    }

    public boolean isSearchable() {
        return desk.lists().size() >= MANY_LISTS;
    }

    /** The name of what the agent is away for; null without. */
    public @Nullable String awayReason() {
        var reason = desk.awayReason();
        return reason == null ? null : away.getOrDefault(reason, reason);
    }

    public boolean isOpen(String listId) {
        return users.containsKey(listId);
    }

    /**
     * The case window.
     *
     * @param phoneNumber as people read it
     * @param attributes what the caller's system has told, except what is shown elsewhere
     * @param recorded whether the caller has left a recording
     * @param recordingUrl where it is played; null when this server may not fetch it
     * @param runningCall the call going on; null without one
     * @param callSince when that call began; null without one
     * @param moreTimeBy by how much the countdown can be made longer, in words
     * @param askedCall the call of which the agent is asked whether it is over; null when not asked
     * @param earlier what else the caller has asked for, newest first
     * @param again the requests that were merged into this one, oldest first
     * @param delays by call status, how long until the next offer; without those that would be given up
     * @param left what others had entered and not saved when it left their hands
     * @param shortestRetry the least time until it is offered again
     * @param formData the answers in the draft, as JSON; null without any
     * @param saveWithoutCall what the desk does with an outcome that is saved although nobody has called
     */
    record CaseWindow(
            Desk.Case inHand,
            String listName,
            String phoneNumber,
            Map<String, String> attributes,
            boolean recorded,
            @Nullable String recordingUrl,
            @Nullable UUID runningCall,
            @Nullable Instant callSince,
            String moreTimeBy,
            @Nullable UUID askedCall,
            List<AttemptLine> attempts,
            List<EarlierLine> earlier,
            List<RelatedCallback> again,
            Map<String, Duration> delays,
            @Nullable String formData,
            LeftUnsaved left,
            Duration shortestRetry,
            SaveWithoutCall saveWithoutCall) {

        public boolean calledEarlier() {
            return earlier.stream().anyMatch(request -> !request.attempts().isEmpty());
        }

        /** What Save does, for the page: {@code BUSY:OFFERED_AGAIN:300,…}, with the seconds until the next offer if there is one. */
        public String after() {
            return inHand.afterSave().entrySet().stream()
                    .map(after -> {
                        var name = after.getKey().name();
                        var delay = delays.get(name);
                        return name + ":" + after.getValue().then() + (delay == null ? "" : ":" + delay.toSeconds());
                    })
                    .collect(Collectors.joining(","));
        }
    }

    /**
     * A line of the history.
     *
     * @param running whether this call is going on
     * @param recordingUrl where it is played; null without a recording that this server may fetch
     * @param answers how it was classified
     */
    record AttemptLine(
            Attempt attempt,
            String agentName,
            boolean running,
            @Nullable String recordingUrl,
            List<Answer> answers) {}

    /**
     * Another request of the caller.
     *
     * @param attributes what the caller's system has told, except what is shown elsewhere
     * @param recorded whether the caller has left a recording
     * @param recordingUrl where it is played; null when this server may not fetch it
     * @param attempts newest first
     */
    record EarlierLine(
            EarlierCallback request,
            String listName,
            Map<String, String> attributes,
            boolean recorded,
            @Nullable String recordingUrl,
            List<AttemptLine> attempts) {}
}
