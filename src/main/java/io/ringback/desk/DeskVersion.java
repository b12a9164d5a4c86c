package io.ringback.desk;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.ringback.callback.Attempt;
import io.ringback.callback.CallStatus;
import io.ringback.callback.CallbackNote;
import io.ringback.callback.CallbackView;
import io.ringback.callback.CancelRequest;
import io.ringback.callback.EarlierCallback;
import io.ringback.callback.LeftDraft;
import io.ringback.callback.Phase;
import io.ringback.callback.RelatedCallback;
import io.ringback.list.AgentList;
import io.ringback.platform.database.Sha256;
import io.ringback.reception.Availability;
import io.ringback.reception.Stop;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A short hash of what a page draws of a desk: the same for the same state on every node. Left out is what changes all
 * the time and is put in place without drawing anew (live numbers, server time, suggested times), and the draft, which
 * the page itself has sent.
 */
final class DeskVersion {

    private static final int BYTES = 12;
    private static final ObjectWriter JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addMixIn(CallbackView.class, WithoutLaterMembers.class)
            .addMixIn(Attempt.class, WithoutLaterMembers.class)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build()
            .writer();

    private DeskVersion() {}

    static String of(Desk desk) {
        try {
            return HexFormat.of().formatHex(Sha256.of(JSON.writeValueAsBytes(DrawnDesk.of(desk))), 0, BYTES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Every desk can be written", e);
        }
    }

    /** What came later is drawn only where there is any, so that the version of all other desks stays what it was. */
    @JsonIgnoreProperties({"cancelRequested", "unsaved", "leftBy", "leftAt"})
    private interface WithoutLaterMembers {}

    private record DrawnDesk(
            String agentId,
            Availability availability,
            boolean receiving,
            @Nullable Instant receivingSince,
            @Nullable Stop stopped,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String awayReason,

            List<DrawnList> lists,
            @Nullable DrawnCase inHand) {

        static DrawnDesk of(Desk desk) {
            return new DrawnDesk(
                    desk.agentId(),
                    desk.availability(),
                    desk.receiving(),
                    desk.receivingSince(),
                    desk.stopped(),
                    desk.awayReason(),
                    desk.lists().stream().map(DrawnList::of).toList(),
                    desk.inHand() == null ? null : DrawnCase.of(desk.inHand()));
        }
    }

    private record DrawnList(String id, String name, boolean active) {

        static DrawnList of(AgentList list) {
            return new DrawnList(list.id(), list.name(), list.active());
        }
    }

    private record DrawnCase(
            UUID allocationId,
            CallbackView callback,
            Phase phase,
            @Nullable Instant autoStopAt,
            @Nullable Instant closesAt,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Instant callAskedAt,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            CancelRequest cancelRequested,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            CallStatus proposedStatus,

            List<Attempt> attempts,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<LeftDraft> leftUnsaved,

            List<RelatedCallback> related,
            List<CallbackNote> notes,
            List<EarlierCallback> earlier,
            @Nullable String formKey) {

        static DrawnCase of(Desk.Case inHand) {
            return new DrawnCase(
                    inHand.allocationId(),
                    inHand.callback(),
                    inHand.phase(),
                    inHand.autoStopAt(),
                    inHand.closesAt(),
                    inHand.callAskedAt(),
                    inHand.callback().cancelRequested(),
                    inHand.proposedStatus(),
                    inHand.attempts(),
                    inHand.leftUnsaved(),
                    inHand.related(),
                    inHand.notes(),
                    inHand.earlier(),
                    inHand.formKey());
        }
    }
}
