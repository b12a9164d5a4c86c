package io.ringback.task;

import com.fasterxml.uuid.Generators;
import io.ringback.callback.Callbacks;
import io.ringback.callback.TaskEvent;
import io.ringback.form.FormVersion;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hears from processes which tasks they wait for. Joins the transaction of the process. */
@Component
public class WaitingTasks {

    private final JdbcTasks rows;
    private final Callbacks callbacks;
    private final Clock clock;

    WaitingTasks(JdbcTasks rows, Callbacks callbacks, Clock clock) {
        this.rows = rows;
        this.callbacks = callbacks;
        this.clock = clock;
    }

    /**
     * A process waits for a task.
     *
     * @param assignee whose it is from the beginning; null for whoever claims it
     */
    public record Opened(
            String engineTaskId,
            UUID callbackId,
            String element,
            String name,
            Set<String> groups,
            Set<String> people,
            @Nullable String assignee,
            @Nullable FormVersion form) {}

    /** Without effect on one that is known. */
    public void opened(Opened opened) {
        var now = clock.instant();
        var task = new Task(
                Generators.timeBasedEpochGenerator().generate(),
                opened.engineTaskId(),
                opened.callbackId(),
                opened.element(),
                opened.name(),
                opened.groups(),
                opened.people(),
                opened.form(),
                now,
                opened.assignee(),
                opened.assignee() == null ? null : now,
                null,
                null,
                null,
                null);
        if (rows.insert(task)) {
            callbacks.save(TaskEvent.on(callbacks.get(task.callbackId()), new TaskEvent.TaskOpened(task.told())));
        }
    }

    /** The process does not wait for it any more; without effect on one that was completed. */
    public void withdrawn(String engineTaskId) {
        rows.withdraw(engineTaskId, clock.instant());
    }
}
