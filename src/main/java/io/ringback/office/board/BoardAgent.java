package io.ringback.office.board;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.ringback.callback.Phase;
import io.ringback.presence.PresentAgent;
import io.ringback.reception.Availability;
import io.ringback.reception.StopReason;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An agent on the board.
 *
 * @param where the presence of the agent
 * @param receivingSince null while not receiving
 * @param idleSince since when the agent waits for a case; null while holding one or not receiving
 * @param inHand the case the agent holds
 * @param savedToday outcomes saved today, each by the day of its list
 * @param stopped how receiving ended last; null while receiving, and before the first time
 */
record BoardAgent(
        String id,
        String name,
        Availability availability,
        @JsonUnwrapped PresentAgent where,
        @Nullable Instant receivingSince,
        @Nullable Instant idleSince,
        @JsonProperty("case") @Nullable InHand inHand,
        long savedToday,
        @Nullable Stopped stopped) {

    BoardAgent at(PresentAgent place) {
        return new BoardAgent(id, name, availability, place, receivingSince, idleSince, inHand, savedToday, stopped);
    }

    @JsonProperty
    public boolean receiving() {
        return receivingSince != null;
    }

    /**
     * A case in an agent's hands.
     *
     * @param since when it was given to the agent
     * @param autoStopAt when receiving stops unless the agent calls
     * @param closesAt when the case is taken back after the call
     * @param callAskedAt since when the agent is asked whether a call is over whose end nobody has told
     */
    record InHand(
            UUID callbackId,
            String listId,
            Phase phase,
            Instant since,
            @Nullable Instant autoStopAt,
            @Nullable Instant closesAt,
            @Nullable Instant callAskedAt) {}

    /**
     * The end of receiving.
     *
     * @param note what the supervisor said
     */
    record Stopped(StopReason because, Instant at, @Nullable String note) {}
}
