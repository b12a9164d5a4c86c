package io.ringback.desk;

import io.ringback.callback.Attempt;
import io.ringback.list.ListAgent;
import io.ringback.list.SaveWithoutCall;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The desk with what its page shows beyond the API: names for ids, and the users of the lists that are opened.
 *
 * @param stoppedAfter the limit of the list that ended receiving, in words; null when it was none
 * @param users by list id; only of opened lists
 * @param caseElsewhere whether the case window is a window of its own at present
 * @param mayActivate whether the agent may also join others to lists
 * @param mayGiveAccess whether the agent may add and remove users of lists
 */
record DeskPage(
        Desk desk,
        String agentName,
        @Nullable String stoppedAfter,
        Map<String, List<ListAgent>> users,
        boolean caseElsewhere,
        boolean mayActivate,
        boolean mayGiveAccess,
        @Nullable CaseWindow inHand) {

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
     * @param askedCall the call of which the agent is asked whether it is over; null when not asked
     * @param delays by call status, how long until the next offer; without those that would be given up
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
            @Nullable UUID askedCall,
            List<AttemptLine> attempts,
            Map<String, Duration> delays,
            @Nullable String formData,
            SaveWithoutCall saveWithoutCall) {}

    /**
     * A line of the history.
     *
     * @param running whether this call is going on
     * @param recordingUrl where it is played; null without a recording that this server may fetch
     */
    record AttemptLine(
            Attempt attempt,
            String agentName,
            boolean running,
            @Nullable String recordingUrl) {}
}
