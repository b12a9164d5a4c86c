package io.ringback.task;

import io.ringback.account.Account;
import io.ringback.account.Role;
import io.ringback.callback.TaskEvent;
import io.ringback.form.FormVersion;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that the process of a callback has for a person to do beside the calls.
 *
 * @param engineTaskId what the engine calls it
 * @param element its id in the drawing
 * @param name as it is drawn; its id where it has none
 * @param groups whoever is in one of these may do it
 * @param people these accounts may do it, too
 * @param form as it was deployed when the task was opened; null without one
 * @param answers a draft of whoever has claimed it, until it is completed; null without any
 * @param closedAs null while it is open
 */
public record Task(
        UUID id,
        String engineTaskId,
        UUID callbackId,
        String element,
        String name,
        Set<String> groups,
        Set<String> people,
        @Nullable FormVersion form,
        Instant openedAt,
        @Nullable String claimedBy,
        @Nullable Instant claimedAt,
        @Nullable Map<String, Object> answers,
        @Nullable Instant closedAt,
        @Nullable End closedAs,
        @Nullable String closedBy) {

    /** How it was closed. */
    public enum End {
        COMPLETED,
        /** Its process does not wait for it any more. */
        WITHDRAWN
    }

    /** What is for nobody in particular is for the back office. */
    private static final Set<String> ANYBODY = Set.of(Role.BACK_OFFICE.name());

    public Task {
        groups = groups.isEmpty() && people.isEmpty() ? ANYBODY : Set.copyOf(groups);
        people = Set.copyOf(people);
    }

    /** Whether this account may see and do it. */
    boolean isFor(Account account) {
        return account.enabled()
                && (people.contains(account.id()) || !Collections.disjoint(groups, account.allGroups()));
    }

    boolean isOpen() {
        return closedAt == null;
    }

    /** What events tell of it. */
    TaskEvent.Task told() {
        return new TaskEvent.Task(id, element, name);
    }

    /** Without the answers, which belong in no log. */
    @Override
    public String toString() {
        return "Task[id=%s, callbackId=%s, element=%s]".formatted(id, callbackId, element);
    }
}
