package io.ringback.office.tasks;

import io.ringback.form.Answer;
import io.ringback.number.PhoneNumbers;
import io.ringback.task.TaskView;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The tasks of somebody.
 *
 * @param more whether there are more than those shown
 * @param open the one that is shown beside them; null for none
 * @param standing how that one is; null for none
 */
record TaskPage(
        List<Line> lines,
        boolean more,
        @Nullable UUID open,
        @Nullable Standing standing) {

    /** How the task that is open in the page is for whoever reads it. */
    enum Standing {
        /** Anybody may claim it. */
        FREE,
        MINE,
        /** Somebody else has claimed it. */
        TAKEN,
        COMPLETED,
        WITHDRAWN
    }

    /** A task in the list. */
    record Line(UUID id, String name, String listName, Instant openedAt, boolean mine) {}

    /**
     * A task with all there is to know for doing it.
     *
     * @param heldBy the name of whoever has claimed it; null for nobody
     * @param calledBy the name of whoever has saved the last outcome; null without one
     * @param said how the last call was classified
     * @param given what it was completed with
     * @param entered the draft as JSON; null without one
     */
    record Shown(
            TaskView task,
            Standing standing,
            @Nullable String heldBy,
            @Nullable String calledBy,
            List<Answer> said,
            List<Answer> given,
            @Nullable String entered) {

        /** As people read it; null when it is forgotten. */
        public @Nullable String number() {
            var number = task.callback().phoneNumber();
            return number == null ? null : PhoneNumbers.readable(number);
        }
    }
}
