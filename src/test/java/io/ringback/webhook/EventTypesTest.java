package io.ringback.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EventTypesTest {

    /** The names are a contract with other programs, and made from those of the classes: renaming one must not rename these. */
    @Test
    void theTypesAreThoseOfTheContract() {
        assertThat(EventTypes.ALL)
                .containsExactly(
                        "io.ringback.callback.requested",
                        "io.ringback.callback.merged",
                        "io.ringback.callback.related_received",
                        "io.ringback.callback.became_eligible",
                        "io.ringback.callback.calling_hours_changed",
                        "io.ringback.callback.calling_hours_ended",
                        "io.ringback.callback.expedited",
                        "io.ringback.callback.given",
                        "io.ringback.callback.moved",
                        "io.ringback.callback.due_changed",
                        "io.ringback.callback.note_added",
                        "io.ringback.callback.recording_played",
                        "io.ringback.callback.migrated",
                        "io.ringback.callback.overdue",
                        "io.ringback.callback.allocated",
                        "io.ringback.callback.call_started",
                        "io.ringback.callback.call_ended",
                        "io.ringback.callback.call_taken_for_ended",
                        "io.ringback.callback.call_resumed",
                        "io.ringback.callback.cancel_requested",
                        "io.ringback.callback.outcome_saved",
                        "io.ringback.callback.released",
                        "io.ringback.callback.retry_scheduled",
                        "io.ringback.callback.retry_past_expiry",
                        "io.ringback.callback.rescheduled",
                        "io.ringback.callback.resolved",
                        "io.ringback.callback.expired",
                        "io.ringback.callback.cancelled",
                        "io.ringback.callback.given_up",
                        "io.ringback.callback.task_opened",
                        "io.ringback.callback.task_claimed",
                        "io.ringback.callback.task_released",
                        "io.ringback.callback.task_completed",
                        "io.ringback.callback.set_aside",
                        "io.ringback.callback.repaired",
                        "io.ringback.callback.notified",
                        "io.ringback.callback.forgotten",
                        "io.ringback.reception.started",
                        "io.ringback.reception.stopped",
                        "io.ringback.trail.anchored",
                        "io.ringback.trail.broken");
    }

    @Test
    void everyTypeLeadsBackToItsChange() {
        assertThat(EventTypes.ALL)
                .doesNotHaveDuplicates()
                .allSatisfy(
                        type -> assertThat(EventTypes.of(EventTypes.change(type).orElseThrow()))
                                .isEqualTo(type));
        assertThat(EventTypes.change("io.ringback.reception.stopped")).contains("RECEIVING_STOPPED");
        assertThat(EventTypes.change("io.ringback.callback.unheard_of")).isEmpty();
    }

    @Test
    void whatAProcessTellsIsAskedForByItsName() {
        assertThat(EventTypes.notice("io.ringback.callback.notified.shop_informed"))
                .contains("shop_informed");
        assertThat(EventTypes.notice("io.ringback.callback.notified")).isEmpty();
        assertThat(EventTypes.notice("io.ringback.callback.notified.Shop")).isEmpty();
        assertThat(EventTypes.notice("io.ringback.callback.allocated.shop_informed"))
                .isEmpty();
    }
}
