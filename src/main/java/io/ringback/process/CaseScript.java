package io.ringback.process;

import static io.ringback.process.Stage.*;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** How server and callback case play together. */
final class CaseScript {

    private static final String[] OF_ALLOCATION = {Names.AGENT_ID, Names.ALLOCATION_ID};
    private static final Stage[] IN_HAND = {BEFORE_CALL, IN_CALL, AFTER_CALL};
    private static final String SAME_STEP = "Save, or what else is answered, is only done when it is: put the wait"
            + " behind the step that tells the reception";

    private CaseScript() {}

    static Script script() {
        return new Script(
                REQUESTED, Set.of(Names.DUE_AT), delegates(), messages(), saving(), waiting(), Set.of(CLOSED));
    }

    private static Map<String, Step> delegates() {
        return Map.ofEntries(
                Map.entry("registerCallbackDelegate", register()),
                Map.entry("tellMainDelegate", Step.of(Move.of(MERGED, CLOSED))),
                Map.entry("offerCallbackDelegate", Step.of(Move.of(IN_LINE, IN_LINE))),
                Map.entry("markOverdueDelegate", Step.anywhere()),
                Map.entry(
                        "linkRelatedDelegate",
                        Step.anywhere(Names.DUE_AT, Names.EXPIRES_AT, Names.ELIGIBLE_AT)
                                .reading(Names.RELATED_CALLBACK_ID)),
                Map.entry(
                        "askAboutCallDelegate",
                        Step.of(Move.of(IN_CALL, AFTER_CALL).setting(Names.CLOSES_AT))
                                .reading(OF_ALLOCATION)),
                Map.entry("takeDraftDelegate", saveDraft()),
                Map.entry("stopReceptionDelegate", stop()),
                Map.entry("saveDraftDelegate", saveDraft()),
                Map.entry("scheduleRetryDelegate", schedule().reading(Names.RETRY_AFTER)),
                Map.entry(
                        "scheduleAtAgentsDateDelegate",
                        schedule().reading(Names.RETRY_AT).given(Names.OWN_DATE, "true")),
                Map.entry(
                        "compareWithExpiryDelegate",
                        Step.of(Move.of(SAVED, SAVED).any(Names.NEXT_OFFER)).reading(Names.RETRY_AFTER)),
                Map.entry("scheduleAfterDelayDelegate", schedule().reading(Names.RETRY_AFTER)),
                Map.entry("scheduleBeforeExpiryDelegate", schedule()),
                Map.entry("leaveToExpireDelegate", schedule()),
                Map.entry("resolveCallbackDelegate", close()),
                Map.entry("giveUpDelegate", close()),
                Map.entry("cancelCallbackDelegate", close()),
                Map.entry("expireCallbackDelegate", Step.of(Move.of(IN_LINE, CLOSED))),
                Map.entry(
                        "tellReceptionDelegate",
                        Step.of(
                                Move.of(CLOSED_UNTOLD, CLOSED),
                                Move.of(SCHEDULED_UNTOLD, IN_LINE),
                                Move.of(CLOSED, CLOSED),
                                Move.of(IN_LINE, IN_LINE))));
    }

    private static Step register() {
        var lined = Move.of(REQUESTED, IN_LINE).as(Names.RELATED, "false").any(Names.CALLABLE);
        var merged = Move.of(REQUESTED, MERGED).as(Names.RELATED, "true").setting(Names.CALLABLE);
        return Step.of(
                lined.setting(Names.EXPIRES_AT, Names.ELIGIBLE_AT),
                merged.setting(Names.EXPIRES_AT, Names.ELIGIBLE_AT));
    }

    private static Step saveDraft() {
        var saved = outcome(Move.of(AFTER_CALL, SAVED).as(Names.DRAFT_TAKEN, "true"));
        return Step.of(saved, Move.of(AFTER_CALL, AFTER_CALL).as(Names.DRAFT_TAKEN, "false"))
                .reading(OF_ALLOCATION);
    }

    private static Step saving() {
        return Step.of(Arrays.stream(IN_HAND)
                .map(stage -> outcome(Move.of(stage, SAVED)))
                .toArray(Move[]::new));
    }

    private static Move outcome(Move move) {
        return move.any(Names.CALL_STATUS)
                .any(Names.OWN_DATE)
                .setting(Names.RETRY_AT, Names.ATTEMPTS, Names.LAST_ATTEMPT);
    }

    private static Step stop() {
        return Step.of(Stream.concat(
                                Arrays.stream(IN_HAND).map(stage -> inLine(Move.of(stage, IN_LINE))),
                                Stream.of(inLine(Move.of(SAVED, SAVED))))
                        .toArray(Move[]::new))
                .reading(OF_ALLOCATION);
    }

    private static Step schedule() {
        return Step.of(inLine(Move.of(SAVED, SCHEDULED_UNTOLD)));
    }

    private static Move inLine(Move move) {
        return move.any(Names.CALLABLE).setting(Names.ELIGIBLE_AT);
    }

    /** Whatever it is closed as. */
    private static Step close() {
        var moves = new ArrayList<Move>();
        Stream.of(SAVED, CANCEL_IN_HAND, BEFORE_CALL, IN_CALL, AFTER_CALL)
                .forEach(stage -> moves.add(Move.of(stage, CLOSED_UNTOLD)));
        Stream.of(IN_LINE, CANCEL_IN_LINE).forEach(stage -> moves.add(Move.of(stage, CLOSED)));
        return Step.of(moves.toArray(Move[]::new));
    }

    private static Map<String, Step> messages() {
        var inHand = List.of(IN_HAND);
        return Map.of(
                Names.CALLBACK_ALLOCATED,
                Step.of(Move.of(IN_LINE, BEFORE_CALL).setting(Names.AGENT_ID, Names.ALLOCATION_ID, Names.AUTO_STOP_AT)),
                Names.CALL_STARTED,
                Step.of(inHand.stream()
                        .map(stage -> Move.of(stage, IN_CALL).setting(Names.CALL_ENDS_BY))
                        .toArray(Move[]::new)),
                Names.CALL_ENDED,
                Step.of(Move.of(IN_CALL, AFTER_CALL).setting(Names.CLOSES_AT)),
                Names.RELEASED,
                Step.of(inHand.stream()
                        .map(stage -> inLine(Move.of(stage, IN_LINE)))
                        .toArray(Move[]::new)),
                Names.RELATED_RECEIVED,
                Step.anywhere(Names.RELATED_CALLBACK_ID),
                Names.CANCEL_REQUESTED,
                Step.of(
                        Move.of(IN_LINE, CANCEL_IN_LINE).setting(Names.REASON),
                        Move.of(BEFORE_CALL, CANCEL_IN_HAND).setting(Names.REASON),
                        Move.of(IN_CALL, CANCEL_IN_HAND).setting(Names.REASON),
                        Move.of(AFTER_CALL, CANCEL_IN_HAND).setting(Names.REASON)));
    }

    private static Map<Stage, Waiting> waiting() {
        var waiting = new EnumMap<Stage, Waiting>(Stage.class);
        waiting.put(
                REQUESTED,
                Waiting.refused(
                        "who sent the request waits for the answer: put the wait behind the step that registers it"));
        waiting.put(
                MERGED,
                Waiting.refused(
                        "the main callback must know of it at once: put the wait behind the step that tells it"));
        waiting.put(
                IN_LINE,
                Waiting.with(Set.of(Names.CANCEL_REQUESTED), Set.of(Names.RELATED_RECEIVED))
                        .expecting(Names.CALLBACK_ALLOCATED));
        waiting.put(BEFORE_CALL, inHand(Names.CALL_STARTED));
        waiting.put(IN_CALL, inHand(Names.CALL_ENDED));
        waiting.put(AFTER_CALL, inHand(Names.CALL_STARTED));
        List.of(SAVED, CLOSED_UNTOLD, SCHEDULED_UNTOLD, CANCEL_IN_HAND, CANCEL_IN_LINE)
                .forEach(stage -> waiting.put(stage, Waiting.refused(SAME_STEP)));
        return waiting;
    }

    private static Waiting inHand(String call) {
        return Waiting.with(Set.of(call, Names.RELEASED, Names.CANCEL_REQUESTED), Set.of(Names.RELATED_RECEIVED))
                .inCallTask();
    }
}
