package io.ringback.task;

import io.ringback.callback.Attempt;
import io.ringback.callback.CallStatus;
import io.ringback.callback.Callback;
import io.ringback.callback.CallbackStatus;
import io.ringback.form.FormVersion;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task as those see it who may do it.
 *
 * @param form null without one
 * @param answers the draft of whoever has claimed it, or what it was completed with; null without any, and for others while
 *     it is open
 * @param outcome of the last call that was saved; null without one
 */
public record TaskView(
        UUID id,
        String element,
        String name,
        Instant openedAt,
        @Nullable String claimedBy,
        @Nullable Instant claimedAt,
        State state,
        @Nullable Instant closedAt,
        @Nullable String closedBy,
        @Nullable FormVersion form,
        @Nullable Map<String, Object> answers,
        About callback,
        @Nullable Outcome outcome) {

    /** How far it is. */
    public enum State {
        OPEN,
        COMPLETED,
        WITHDRAWN
    }

    /** The callback it is about; whoever is to do it must know whom. */
    public record About(
            UUID id,
            String listId,
            String listName,
            CallbackStatus status,
            @Nullable Instant closedAt,
            @Nullable String phoneNumber,
            @Nullable String callerName,
            @Nullable String externalId) {

        /** Without the number and the name, which belong in no log. */
        @Override
        public String toString() {
            return "About[id=%s, status=%s]".formatted(id, status);
        }
    }

    /** What an agent has saved. */
    public record Outcome(
            Instant at,
            String agentId,
            @Nullable CallStatus callStatus,
            @Nullable String note,
            @Nullable Map<String, Object> formData) {

        /** Without the note and the answers, which belong in no log. */
        @Override
        public String toString() {
            return "Outcome[callStatus=%s]".formatted(callStatus);
        }
    }

    static TaskView of(Task task, String reader, Callback callback, String listName, @Nullable Attempt saved) {
        var end = task.closedAs();
        var hidden = task.isOpen() && !reader.equals(task.claimedBy());
        return new TaskView(
                task.id(),
                task.element(),
                task.name(),
                task.openedAt(),
                task.claimedBy(),
                task.claimedAt(),
                end == null ? State.OPEN : State.valueOf(end.name()),
                task.closedAt(),
                task.closedBy(),
                task.form(),
                hidden ? null : task.answers(),
                new About(
                        callback.id(),
                        callback.listId(),
                        listName,
                        callback.status(),
                        callback.closedAt(),
                        callback.request().phoneNumber(),
                        callback.request().callerName(),
                        callback.request().externalId()),
                saved == null
                        ? null
                        : new Outcome(saved.at(), saved.agentId(), saved.callStatus(), saved.note(), saved.formData()));
    }

    /** Without the answers, which belong in no log. */
    @Override
    public String toString() {
        return "TaskView[id=%s, state=%s]".formatted(id, state);
    }
}
