package io.ringback.desk;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.ringback.callback.Attempt;
import io.ringback.callback.CallStatus;
import io.ringback.callback.CallbackNote;
import io.ringback.callback.CallbackView;
import io.ringback.callback.Draft;
import io.ringback.callback.Phase;
import io.ringback.callback.RelatedCallback;
import io.ringback.list.AgentList;
import io.ringback.reception.Availability;
import io.ringback.reception.Stop;
import io.ringback.reception.StopReason;
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
     * @param suggestedRetryAt by call status, when the callback would be offered again; null where it would be given up
     * @param related other callbacks of this number on this list, oldest first
     * @param notes of supervisors, oldest first
     */
    record Case(
            UUID allocationId,
            CallbackView callback,
            Phase phase,
            @Nullable Instant autoStopAt,
            @Nullable Instant closesAt,
            @Nullable Instant callEndsBy,
            @Nullable Instant callAskedAt,
            Map<CallStatus, @Nullable Instant> suggestedRetryAt,
            List<Attempt> attempts,
            List<RelatedCallback> related,
            List<CallbackNote> notes,
            @Nullable Draft draft,
            @Nullable String formKey) {}
}
