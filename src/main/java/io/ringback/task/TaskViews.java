package io.ringback.task;

import io.ringback.callback.Attempt;
import io.ringback.callback.Attempts;
import io.ringback.callback.Callback;
import io.ringback.callback.Callbacks;
import io.ringback.list.CallbackList;
import io.ringback.list.Lists;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what is shown of a task. */
@Component
public class TaskViews {

    private final TaskDesk desk;
    private final Callbacks callbacks;
    private final Attempts attempts;
    private final Lists lists;

    TaskViews(TaskDesk desk, Callbacks callbacks, Attempts attempts, Lists lists) {
        this.desk = desk;
        this.callbacks = callbacks;
        this.attempts = attempts;
        this.lists = lists;
    }

    /** @throws NotFound when there is no such task for the account */
    public TaskView of(String accountId, UUID id) {
        var task = desk.get(accountId, id);
        var callback = callbacks.get(task.callbackId());
        return TaskView.of(task, accountId, callback, listName(callback), saved(callback));
    }

    /** What the lists are called that these tasks' callbacks are on, by callback. */
    public Map<UUID, String> listNames(List<Task> tasks) {
        var names = new HashMap<UUID, String>();
        tasks.forEach(task -> names.computeIfAbsent(task.callbackId(), id -> listName(callbacks.get(id))));
        return names;
    }

    /** The last outcome with the form that it was given to; null when nobody has saved one. */
    public @Nullable Attempt saved(UUID callbackId) {
        return saved(callbacks.get(callbackId));
    }

    private @Nullable Attempt saved(Callback callback) {
        return attempts.of(callback.id()).stream()
                .filter(attempt -> attempt.callStatus() != null && !attempt.unsaved())
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    /** What a list is called; its id when it is no more. */
    private String listName(Callback callback) {
        return lists.find(callback.listId()).map(CallbackList::name).orElse(callback.listId());
    }
}
