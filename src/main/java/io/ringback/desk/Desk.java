package io.ringback.desk;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.ringback.callback.AfterSave;
import io.ringback.callback.Attempt;
import io.ringback.callback.CallStatus;
import io.ringback.callback.CallbackNote;
import io.ringback.callback.CallbackView;
import io.ringback.callback.Draft;
import io.ringback.callback.EarlierCallback;
import io.ringback.callback.LeftDraft;
import io.ringback.callback.Phase;
import io.ringback.callback.RelatedCallback;
import io.ringback.list.AgentList;
import io.ringback.reception.Availability;
import io.ringback.reception.Stop;
import io.ringback.reception.StopReason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that an agent sees.
 *
 * @param serverTime when this was true; countdowns are drawn against it, whatever the agent's clock says
 * @param stoppedBecause why receiving ended last; null while receiving
 * @param stopped the same with all there is to say about it
 * @param awayReason the id of what the agent is away for; null without one, and for whoever is not away
 * @param awaySince null for whoever is not away
 */
record Desk(
        String agentId,
        Instant serverTime,
        Availability availability,
        boolean receiving,
        @Nullable Instant receivingSince,
        boolean acceptsServiceCalls,
        @Nullable StopReason stoppedBecause,
        @Nullable Stop stopped,
        @Nullable String awayReason,
        @Nullable Instant awaySince,
        List<AgentList> lists,
        @JsonProperty("case") @Nullable Case inHand) {

    /** The same as long as a page that shows the desk need not be drawn anew. */
    @JsonProperty
    public String version() {
        return DeskVersion.of(this);
    }

    /**
     * The case in hand.
     *
     * @param autoStopAt when receiving stops unless the customer is called
     * @param closesAt when the case closes after the call
     * @param callEndsBy when the call going on is taken for ended, should nobody tell of its end
     * @param callAskedAt since when the agent is asked whether a call is over whose end nobody has told
     * @param moreTime how often the agent may still ask for more time, and by how much it lengthens the countdown
     * @param proposedStatus the call status that the telephone system's word of the end of the last call stands for; null
     *     without such a word
     * @param suggestedRetryAt by call status, when the callback would be offered again; null where it would not be offered again
     * @param afterSave by call status, what Save does unless the agent chooses a time
     * @param leftUnsaved what others had entered and not saved when it left their hands, oldest first
     * @param related other callbacks of this number on this list, oldest first
     * @param notes of supervisors, oldest first
     * @param earlier the other requests of this number on all lists that the agent may see, newest first, without those
     *     that were merged into this one
     * @param moreEarlier how many of these there are before the oldest one told
     */
    record Case(
            UUID allocationId,
            CallbackView callback,
            Phase phase,
            @Nullable Instant autoStopAt,
            @Nullable Instant closesAt,
            @Nullable Instant callEndsBy,
            @Nullable Instant callAskedAt,
            MoreTimeLeft moreTime,
            @Nullable CallStatus proposedStatus,
            Map<CallStatus, @Nullable Instant> suggestedRetryAt,
            Map<CallStatus, AfterSave> afterSave,
            List<Attempt> attempts,
            List<LeftDraft> leftUnsaved,
            List<RelatedCallback> related,
            List<EarlierCallback> earlier,
            int moreEarlier,
            List<CallbackNote> notes,
            @Nullable Draft draft,
            @Nullable String formKey) {}

    /**
     * @param times how often more
     * @param by how much a countdown runs longer each time
     */
    record MoreTimeLeft(int times, Duration by) {}
}
