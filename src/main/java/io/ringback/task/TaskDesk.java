package io.ringback.task;

import io.ringback.account.Account;
import io.ringback.account.Accounts;
import io.ringback.account.CallerRoles;
import io.ringback.callback.CallbackEvent;
import io.ringback.callback.Callbacks;
import io.ringback.callback.TaskEvent;
import io.ringback.platform.input.PageCursors;
import io.ringback.platform.problem.Conflict;
import io.ringback.platform.problem.InvalidField;
import io.ringback.platform.problem.NotFound;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * What people do with tasks. A task that is not for somebody is not there for them. The callback is locked before the task,
 * and that before the process; every method joins the transaction of its caller.
 */
@Service
public class TaskDesk {

    private final JdbcTasks rows;
    private final TaskProcess process;
    private final TaskAnswers answers;
    private final Callbacks callbacks;
    private final Accounts accounts;
    private final Clock clock;

    TaskDesk(
            JdbcTasks rows,
            TaskProcess process,
            TaskAnswers answers,
            Callbacks callbacks,
            Accounts accounts,
            Clock clock) {
        this.rows = rows;
        this.process = process;
        this.answers = answers;
        this.callbacks = callbacks;
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * The open tasks that the account has claimed or may claim, oldest first, at most so many after this one.
     *
     * @throws InvalidField when no page of this account's can have ended with it
     */
    public List<Task> open(String accountId, @Nullable UUID after, int limit) {
        var account = account(accountId);
        var last = after == null
                ? null
                : rows.find(after).filter(task -> task.isFor(account)).orElseThrow(PageCursors::notOfThisList);
        return rows.open(account, last, limit);
    }

    /** How many are open in the whole centre. */
    public long countOpen() {
        return rows.countOpen();
    }

    /** All that the process of a callback has had, oldest first, whomever they are for. */
    public List<Task> of(UUID callbackId) {
        return rows.of(callbackId);
    }

    /**
     * A task that is for the account, open or closed.
     *
     * @throws NotFound when there is none
     */
    public Task get(String accountId, UUID id) {
        var account = account(accountId);
        return rows.find(id).filter(task -> task.isFor(account)).orElseThrow(() -> unknown(id));
    }

    /**
     * Makes it the account's, which changes nothing when it is already.
     *
     * @throws Conflict when it is somebody else's, or closed
     */
    public Task claim(String accountId, UUID id) {
        var task = lockOpen(accountId, id);
        return accountId.equals(task.claimedBy()) ? task : claim(accountId, task);
    }

    private Task claim(String accountId, Task task) {
        if (!rows.claim(task.id(), accountId, clock.instant())) {
            throw somebodyElses();
        }
        tell(task, TaskEvent.TaskClaimed::new);
        return get(accountId, task.id());
    }

    /**
     * Gives it back to whoever may claim it; what was entered is thrown away.
     *
     * @throws Conflict when it is somebody else's, or closed
     */
    public void release(String accountId, UUID id) {
        var task = lockOpen(accountId, id);
        if (task.claimedBy() != null) {
            expectMine(accountId, task);
            rows.release(id);
            tell(task, TaskEvent.TaskReleased::new);
        }
    }

    /**
     * Keeps what was entered so far, unchecked.
     *
     * @throws Conflict when it is somebody else's or nobody's, or closed
     */
    public void keepDraft(String accountId, UUID id, @Nullable Map<String, Object> entered) {
        expectMine(accountId, lockOpen(accountId, id));
        rows.keepDraft(id, entered);
    }

    /**
     * Completes it, claiming it first if it is nobody's, and lets the process go on. The very same answers sent once more,
     * after an answer that got lost, change nothing.
     *
     * @throws InvalidField naming each answer that the form does not allow
     * @throws Conflict when it is somebody else's, or closed
     */
    public void complete(String accountId, UUID id, @Nullable Map<String, Object> given) {
        var task = lock(accountId, id);
        if (task.closedAs() == Task.End.COMPLETED
                && accountId.equals(task.closedBy())
                && Objects.equals(task.answers(), given)) {
            return;
        }
        expectOpen(task);
        answers.check(task, given);
        if (!accountId.equals(task.claimedBy())) {
            claim(accountId, task);
        }
        rows.complete(id, accountId, given, clock.instant());
        tell(task, TaskEvent.TaskCompleted::new);
        process.complete(task.engineTaskId(), accountId);
    }

    private Task lockOpen(String accountId, UUID id) {
        var task = lock(accountId, id);
        expectOpen(task);
        return task;
    }

    private Task lock(String accountId, UUID id) {
        var account = account(accountId);
        callbacks.lock(get(accountId, id).callbackId());
        return rows.lock(id).filter(found -> found.isFor(account)).orElseThrow(() -> unknown(id));
    }

    private void tell(Task task, Function<TaskEvent.Task, CallbackEvent.Told> event) {
        callbacks.save(TaskEvent.on(callbacks.get(task.callbackId()), event.apply(task.told())));
    }

    private Account account(String id) {
        return CallerRoles.held(accounts.find(id).orElseThrow());
    }

    private static void expectOpen(Task task) {
        if (!task.isOpen()) {
            throw new Conflict(
                    task.closedAs() == Task.End.COMPLETED
                            ? "This task was completed in the meantime."
                            : "Nobody needs this task to be done any more.");
        }
    }

    private static void expectMine(String accountId, Task task) {
        if (!accountId.equals(task.claimedBy())) {
            throw task.claimedBy() == null ? new Conflict("This task is not yours: claim it first.") : somebodyElses();
        }
    }

    private static Conflict somebodyElses() {
        return new Conflict("Somebody else does this task by now.");
    }

    private static NotFound unknown(UUID id) {
        return new NotFound("There is no task with the id \"%s\" for you.".formatted(id));
    }
}
