package io.ringback.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.ringback.audit.Because;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What events are told as is a contract: the trail, the webhooks and their receivers go by these names and values. */
class CallbackEventTest {

    private static final UUID ID = UUID.fromString("0190a1b2-0000-7000-8000-000000000001");
    private static final Instant AT = Instant.parse("2026-03-02T10:00:00Z");
    private static final String THEN = "2026-03-02T10:00:00Z";

    private static final TaskEvent.Task TASK = new TaskEvent.Task(ID, "task_writeLetter", "Write a letter");
    private static final Map<String, String> TASK_DETAILS =
            Map.of("taskId", ID.toString(), "task", "task_writeLetter", "taskName", "Write a letter");

    static Stream<Arguments> events() {
        return Stream.of(
                arguments(new CallbackEvent.Requested(0), "REQUESTED", null, Map.of()),
                arguments(new CallbackEvent.Merged(ID), "MERGED", null, Map.of("mainCallbackId", ID.toString())),
                arguments(
                        new CallbackEvent.RelatedReceived(ID, null, null, null),
                        "RELATED_RECEIVED",
                        null,
                        Map.of("relatedCallbackId", ID.toString())),
                arguments(
                        new CallbackEvent.RelatedReceived(ID, AT, null, AT),
                        "RELATED_RECEIVED",
                        null,
                        Map.of("relatedCallbackId", ID.toString(), "eligibleAt", THEN, "expiresAt", THEN)),
                arguments(new CallbackEvent.BecameEligible(), "BECAME_ELIGIBLE", null, Map.of()),
                arguments(
                        new CallbackEvent.CallingHoursChanged(AT),
                        "CALLING_HOURS_CHANGED",
                        null,
                        Map.of("eligibleAt", THEN)),
                arguments(
                        new CallbackEvent.CallingHoursEnded(AT),
                        "CALLING_HOURS_ENDED",
                        null,
                        Map.of("eligibleAt", THEN)),
                arguments(
                        new SteeringEvent.Expedited(AT, "is waiting in the shop"),
                        "EXPEDITED",
                        "is waiting in the shop",
                        Map.of("eligibleAt", THEN)),
                arguments(
                        new SteeringEvent.Given("anna", AT, "knows her"),
                        "GIVEN",
                        "knows her",
                        Map.of("agentId", "anna", "keptUntil", THEN)),
                arguments(
                        new SteeringEvent.Moved("sales", "support", null, "is broken"),
                        "MOVED",
                        "is broken",
                        Map.of("fromList", "sales", "toList", "support")),
                arguments(
                        new SteeringEvent.Moved("sales", "support", ID, "is broken"),
                        "MOVED",
                        "is broken",
                        Map.of("fromList", "sales", "toList", "support", "mainCallbackId", ID.toString())),
                arguments(
                        new SteeringEvent.DueChanged(AT, "was promised"),
                        "DUE_CHANGED",
                        "was promised",
                        Map.of("dueAt", THEN)),
                arguments(new SteeringEvent.NoteAdded(ID), "NOTE_ADDED", null, Map.of("noteId", ID.toString())),
                arguments(new SteeringEvent.RecordingPlayed(null), "RECORDING_PLAYED", null, Map.of()),
                arguments(
                        new ProcessEvent.Migrated("callbackCase", 3, 4, ID, "the label was wrong"),
                        "MIGRATED",
                        "the label was wrong",
                        Map.of(
                                "process",
                                "callbackCase",
                                "fromVersion",
                                "3",
                                "toVersion",
                                "4",
                                "migrationId",
                                ID.toString())),
                arguments(
                        new SteeringEvent.RecordingPlayed(ID),
                        "RECORDING_PLAYED",
                        null,
                        Map.of("callId", ID.toString())),
                arguments(new CallbackEvent.Overdue(), "OVERDUE", null, Map.of()),
                arguments(
                        new CallbackEvent.Allocated(ID, Duration.ofSeconds(3), null),
                        "ALLOCATED",
                        null,
                        Map.of("allocationId", ID.toString())),
                arguments(new CallEvent.CallStarted(ID), "CALL_STARTED", null, Map.of("callId", ID.toString())),
                arguments(new CallEvent.CallEnded(ID), "CALL_ENDED", null, Map.of("callId", ID.toString())),
                arguments(
                        new CallEvent.CallTakenForEnded(Duration.ofHours(4)),
                        "CALL_TAKEN_FOR_ENDED",
                        null,
                        Map.of("limit", "PT4H")),
                arguments(
                        new CallbackEvent.CancelRequested("was served at the shop"),
                        "CANCEL_REQUESTED",
                        "was served at the shop",
                        Map.of()),
                arguments(new CallEvent.CallResumed(ID), "CALL_RESUMED", null, Map.of("callId", ID.toString())),
                arguments(
                        new CallEvent.OutcomeSaved(CallStatus.NO_ANSWER, ID, false),
                        "OUTCOME_SAVED",
                        null,
                        Map.of("callStatus", "NO_ANSWER", "callId", ID.toString())),
                arguments(
                        new CallEvent.OutcomeSaved(CallStatus.BUSY, ID, true),
                        "OUTCOME_SAVED",
                        null,
                        Map.of("callStatus", "BUSY", "callId", ID.toString(), "withoutCall", "true")),
                arguments(new CallbackEvent.Released(null), "RELEASED", null, Map.of()),
                arguments(
                        new CallbackEvent.Released(CallbackEvent.Released.Limit.NO_CALL_MADE),
                        "RELEASED",
                        "NO_CALL_MADE",
                        Map.of()),
                arguments(
                        new RetryEvent.RetryScheduled(AT, RetryEvent.RetryScheduled.By.AGENT, null, false),
                        "RETRY_SCHEDULED",
                        null,
                        Map.of("retryAt", THEN, "decidedBy", "AGENT")),
                arguments(
                        new RetryEvent.Rescheduled(
                                new RetryEvent.RetryScheduled(AT, RetryEvent.RetryScheduled.By.SUPERVISOR, AT, true),
                                "at home on Saturday"),
                        "RESCHEDULED",
                        "at home on Saturday",
                        Map.of("retryAt", THEN, "decidedBy", "SUPERVISOR", "askedAt", THEN, "insisted", "true")),
                arguments(
                        new RetryEvent.RetryScheduled(AT, RetryEvent.RetryScheduled.By.LIST, null, false),
                        "RETRY_SCHEDULED",
                        null,
                        Map.of("retryAt", THEN, "decidedBy", "LIST")),
                arguments(new RetryEvent.RetryPastExpiry(), "RETRY_PAST_EXPIRY", null, Map.of()),
                arguments(new CallbackEvent.Resolved(), "RESOLVED", null, Map.of()),
                arguments(new CallbackEvent.Expired(), "EXPIRED", null, Map.of()),
                arguments(new CallbackEvent.Cancelled("was served"), "CANCELLED", "was served", Map.of()),
                arguments(new CallbackEvent.Cancelled(null), "CANCELLED", null, Map.of()),
                arguments(new CallbackEvent.GivenUp(), "GIVEN_UP", "no further attempt", Map.of()),
                arguments(new TaskEvent.TaskOpened(TASK), "TASK_OPENED", null, TASK_DETAILS),
                arguments(new TaskEvent.TaskClaimed(TASK), "TASK_CLAIMED", null, TASK_DETAILS),
                arguments(new TaskEvent.TaskReleased(TASK), "TASK_RELEASED", null, TASK_DETAILS),
                arguments(new TaskEvent.TaskCompleted(TASK), "TASK_COMPLETED", null, TASK_DETAILS),
                arguments(
                        new ProcessEvent.SetAside(BlamedModel.NONE),
                        "SET_ASIDE",
                        "its process instance does not answer",
                        Map.of()),
                arguments(
                        new ProcessEvent.SetAside(new BlamedModel("x.bpmn", 3, "task_y", "no z")),
                        "SET_ASIDE",
                        "x.bpmn version 3, task_y: no z",
                        Map.of("file", "x.bpmn", "version", "3", "element", "task_y", "message", "no z")),
                arguments(new ProcessEvent.Repaired(), "REPAIRED", null, Map.of()),
                arguments(
                        new ProcessEvent.Notified("shop_informed", "Come by", false),
                        "NOTIFIED",
                        null,
                        Map.of("eventType", "shop_informed", "text", "Come by")),
                arguments(
                        new ProcessEvent.Notified("shop_informed", "Come by", true),
                        "NOTIFIED",
                        null,
                        Map.of("eventType", "shop_informed", "text", "Come by", "last", "true")),
                arguments(new CallbackEvent.Forgotten(null), "FORGOTTEN", "TIME_OVER", Map.of()),
                arguments(
                        new CallbackEvent.Forgotten(ID), "FORGOTTEN", "ASKED_FOR", Map.of("erasureId", ID.toString())));
    }

    @ParameterizedTest
    @MethodSource("events")
    void eachIsToldAsTheContractSays(
            CallbackEvent.Told event, String type, String reason, Map<String, String> details) {
        var because = event.because();

        assertThat(event.type()).isEqualTo(type);
        assertThat(because == null ? null : because.written()).isEqualTo(reason);
        assertThat(event.details()).isEqualTo(details);
    }

    @Test
    void theTableAboveHasAllOfThem() {
        assertThat(events().map(each -> (Object) each.get()[0].getClass()).distinct())
                .containsExactlyInAnyOrder((Object[]) CallbackEvent.Told.class.getPermittedSubclasses());
    }

    @Test
    void aReasonIsKeptAsACodeAndWordsAndToldInOneText() {
        assertThat(Because.of(CallStatus.BUSY, "on the line"))
                .isEqualTo(new Because("BUSY", "on the line", "BUSY: on the line"));
        assertThat(Because.said(null)).isNull();
    }

    @Test
    void theTrailKeepsTheValuesOfTheRowBeforeAndAfter() {
        var deadlines = new Deadlines(AT, AT, null, AT.plusSeconds(60), AT.plusSeconds(3600), AT, false);
        var request = new Request("sales", "+358401234567", null, Source.IVR, null, 1, Map.of());
        var waiting = Callback.requested(ID, request, deadlines, 0, AT).after();

        var entry =
                waiting.inLine().allocatedTo("anna", ID, AT, null, null).entry().orElseThrow();

        assertThat(entry.from()).isEqualTo("WAITING");
        assertThat(entry.to()).isEqualTo("ALLOCATED");
        assertThat(entry.agentId()).isEqualTo("anna");
        var changed = new HashMap<String, Object>();
        entry.changed().forEach((name, value) -> changed.put(name, value.before() + " " + value.after()));
        assertThat(changed).isEqualTo(Map.of("allocatedTo", "null anna"));
    }

    @Test
    void onlyWhatMayBeOfferedFromNowOnWakesIdleAgents() {
        var deadlines = new Deadlines(AT, AT, null, AT.plusSeconds(60), AT.plusSeconds(3600), AT, false);
        var request = new Request("sales", "+358401234567", null, Source.IVR, null, 1, Map.of());
        var asked = Callback.requested(ID, request, deadlines, 0, AT);
        var allocated = asked.after().inLine().allocatedTo("anna", ID, AT, null, null);
        var released = allocated.after().inHand().released(null, () -> null, AT);
        var setAside = released.after().setAside(BlamedModel.NONE);

        assertThat(asked.makesOffer()).isTrue();
        assertThat(allocated.makesOffer()).isFalse();
        assertThat(released.makesOffer()).isTrue();
        assertThat(released.after().markedOverdue().makesOffer()).isFalse();
        assertThat(setAside.makesOffer()).isFalse();
        assertThat(setAside.after().repaired().makesOffer()).isTrue();
    }
}
