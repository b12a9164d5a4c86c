package io.ringback.process.contract;

import static io.ringback.process.contract.ServerStage.*;

import io.ringback.callback.ProcessEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** How server and callback case play together. */
final class CaseInterplay {

    private static final String[] OF_ALLOCATION = {SharedNames.AGENT_ID, SharedNames.ALLOCATION_ID};
    private static final ServerStage[] IN_HAND = {BEFORE_CALL, IN_CALL, AFTER_CALL};
    private static final String SAME_STEP = "Save, or what else is answered, is only done when it is: put the wait"
            + " behind the step that tells the reception";

    private CaseInterplay() {}

    static Interplay interplay() {
        return new Interplay(
                REQUESTED,
                Set.of(SharedNames.DUE_AT, SharedNames.LIST_ID, SharedNames.SOURCE),
                delegates(),
                messages(),
                saving(),
                waiting(),
                Set.of(CLOSED));
    }

    private static Map<String, InterplayStep> delegates() {
        return Map.ofEntries(
                Map.entry("registerCallbackDelegate", register()),
                Map.entry("tellMainDelegate", InterplayStep.of(Effect.of(MERGED, CLOSED))),
                Map.entry("offerCallbackDelegate", InterplayStep.of(Effect.of(IN_LINE, IN_LINE))),
                Map.entry("markOverdueDelegate", InterplayStep.anywhere()),
                Map.entry(SharedNames.NOTIFY, tellOthers()),
                Map.entry(
                        "linkRelatedDelegate",
                        InterplayStep.anywhere(SharedNames.DUE_AT, SharedNames.EXPIRES_AT, SharedNames.ELIGIBLE_AT)
                                .reading(SharedNames.RELATED_CALLBACK_ID)),
                Map.entry(
                        "askAboutCallDelegate",
                        InterplayStep.of(Effect.of(IN_CALL, AFTER_CALL).setting(SharedNames.CLOSES_AT))
                                .reading(OF_ALLOCATION)),
                Map.entry("takeDraftDelegate", saveDraft()),
                Map.entry("stopReceptionDelegate", stop()),
                Map.entry("saveDraftDelegate", saveDraft()),
                Map.entry("scheduleRetryDelegate", schedule().reading(SharedNames.RETRY_AFTER)),
                Map.entry(
                        "scheduleAtAgentsDateDelegate",
                        schedule().reading(SharedNames.RETRY_AT).given(SharedNames.OWN_DATE, "true")),
                Map.entry(
                        "compareWithExpiryDelegate",
                        InterplayStep.of(Effect.of(SAVED, SAVED).any(SharedNames.NEXT_OFFER))
                                .reading(SharedNames.RETRY_AFTER)),
                Map.entry("scheduleAfterDelayDelegate", schedule().reading(SharedNames.RETRY_AFTER)),
                Map.entry("scheduleBeforeExpiryDelegate", schedule()),
                Map.entry("leaveToExpireDelegate", schedule()),
                Map.entry(
                        "resolveCallbackDelegate",
                        InterplayStep.of(closeInHand().toArray(Effect[]::new))),
                Map.entry("giveUpDelegate", close()),
                Map.entry("cancelCallbackDelegate", close()),
                Map.entry("expireCallbackDelegate", InterplayStep.of(Effect.of(IN_LINE, CLOSED))),
                Map.entry("tellReceptionDelegate", tellReception()));
    }

    private static InterplayStep tellOthers() {
        return InterplayStep.anywhere()
                .told(
                        new StepField(SharedNames.EVENT_TYPE, true, ProcessEvent.Notified.LONGEST_TYPE),
                        new StepField(SharedNames.TEXT, false, ProcessEvent.Notified.LONGEST_TEXT));
    }

    private static InterplayStep tellReception() {
        return InterplayStep.of(
                Effect.of(CLOSED_UNTOLD, CLOSED),
                Effect.of(SCHEDULED_UNTOLD, IN_LINE),
                Effect.of(CLOSED, CLOSED),
                Effect.of(IN_LINE, IN_LINE));
    }

    private static InterplayStep register() {
        var lined =
                Effect.of(REQUESTED, IN_LINE).as(SharedNames.RELATED, "false").any(SharedNames.CALLABLE);
        var merged =
                Effect.of(REQUESTED, MERGED).as(SharedNames.RELATED, "true").setting(SharedNames.CALLABLE);
        return InterplayStep.of(
                lined.setting(SharedNames.EXPIRES_AT, SharedNames.ELIGIBLE_AT),
                merged.setting(SharedNames.EXPIRES_AT, SharedNames.ELIGIBLE_AT));
    }

    private static InterplayStep saveDraft() {
        var saved = outcome(Effect.of(AFTER_CALL, SAVED).as(SharedNames.DRAFT_TAKEN, "true"));
        return InterplayStep.of(saved, Effect.of(AFTER_CALL, AFTER_CALL).as(SharedNames.DRAFT_TAKEN, "false"))
                .reading(OF_ALLOCATION);
    }

    private static InterplayStep saving() {
        return InterplayStep.of(Arrays.stream(IN_HAND)
                .map(stage -> outcome(Effect.of(stage, SAVED)))
                .toArray(Effect[]::new));
    }

    private static Effect outcome(Effect move) {
        return move.any(SharedNames.CANCEL_IS_REQUESTED)
                .any(SharedNames.CALL_STATUS)
                .any(SharedNames.OWN_DATE)
                .setting(SharedNames.RETRY_AT, SharedNames.ATTEMPTS, SharedNames.LAST_ATTEMPT);
    }

    private static InterplayStep stop() {
        return InterplayStep.of(Stream.concat(
                                Arrays.stream(IN_HAND).map(stage -> inLine(Effect.of(stage, IN_LINE))),
                                Stream.of(inLine(Effect.of(SAVED, SAVED))))
                        .toArray(Effect[]::new))
                .reading(OF_ALLOCATION);
    }

    private static InterplayStep schedule() {
        return InterplayStep.of(inLine(Effect.of(SAVED, SCHEDULED_UNTOLD)));
    }

    private static Effect inLine(Effect move) {
        return move.any(SharedNames.CANCEL_IS_REQUESTED)
                .any(SharedNames.CALLABLE)
                .setting(SharedNames.ELIGIBLE_AT);
    }

    /** Whatever it is closed as. */
    private static InterplayStep close() {
        var effects = new ArrayList<>(closeInHand());
        Stream.of(IN_LINE, CANCEL_IN_LINE).forEach(stage -> effects.add(Effect.of(stage, CLOSED)));
        return InterplayStep.of(effects.toArray(Effect[]::new));
    }

    /** Only what an agent has in hand is resolved. */
    private static List<Effect> closeInHand() {
        return Stream.of(SAVED, CANCEL_IN_HAND, BEFORE_CALL, IN_CALL, AFTER_CALL)
                .map(stage -> Effect.of(stage, CLOSED_UNTOLD))
                .toList();
    }

    private static Map<String, InterplayStep> messages() {
        var inHand = List.of(IN_HAND);
        return Map.of(
                SharedNames.CALLBACK_ALLOCATED,
                InterplayStep.of(Effect.of(IN_LINE, BEFORE_CALL)
                        .setting(SharedNames.AGENT_ID, SharedNames.ALLOCATION_ID, SharedNames.AUTO_STOP_AT)),
                SharedNames.CALL_STARTED,
                InterplayStep.of(inHand.stream()
                        .map(stage -> Effect.of(stage, IN_CALL).setting(SharedNames.CALL_ENDS_BY))
                        .toArray(Effect[]::new)),
                SharedNames.CALL_ENDED,
                InterplayStep.of(Effect.of(IN_CALL, AFTER_CALL).setting(SharedNames.CLOSES_AT)),
                SharedNames.RELEASED,
                InterplayStep.of(inHand.stream()
                        .map(stage -> inLine(Effect.of(stage, IN_LINE)))
                        .toArray(Effect[]::new)),
                SharedNames.RELATED_RECEIVED,
                InterplayStep.anywhere(SharedNames.RELATED_CALLBACK_ID),
                SharedNames.CANCEL_REQUESTED,
                InterplayStep.of(
                        Effect.of(IN_LINE, CANCEL_IN_LINE).setting(SharedNames.REASON),
                        Effect.of(BEFORE_CALL, CANCEL_IN_HAND).setting(SharedNames.REASON),
                        Effect.of(IN_CALL, CANCEL_IN_HAND).setting(SharedNames.REASON),
                        Effect.of(AFTER_CALL, CANCEL_IN_HAND).setting(SharedNames.REASON)));
    }

    private static Map<ServerStage, WaitDemands> waiting() {
        var waiting = new EnumMap<ServerStage, WaitDemands>(ServerStage.class);
        waiting.put(
                REQUESTED,
                WaitDemands.refused(
                        "who sent the request waits for the answer: put the wait behind the step that registers it"));
        waiting.put(
                MERGED,
                WaitDemands.refused(
                        "the main callback must know of it at once: put the wait behind the step that tells it"));
        waiting.put(
                IN_LINE,
                WaitDemands.with(Set.of(SharedNames.CANCEL_REQUESTED), Set.of(SharedNames.RELATED_RECEIVED))
                        .expecting(SharedNames.CALLBACK_ALLOCATED));
        waiting.put(BEFORE_CALL, inHand(SharedNames.CALL_STARTED));
        waiting.put(IN_CALL, inHand(SharedNames.CALL_ENDED));
        waiting.put(AFTER_CALL, inHand(SharedNames.CALL_STARTED));
        List.of(SAVED, CLOSED_UNTOLD, SCHEDULED_UNTOLD, CANCEL_IN_HAND, CANCEL_IN_LINE)
                .forEach(stage -> waiting.put(stage, WaitDemands.refused(SAME_STEP)));
        return waiting;
    }

    private static WaitDemands inHand(String call) {
        return WaitDemands.with(
                        Set.of(call, SharedNames.RELEASED, SharedNames.CANCEL_REQUESTED),
                        Set.of(SharedNames.RELATED_RECEIVED))
                .inCallTask();
    }
}
