package io.ringback.task;

import io.ringback.platform.problem.Conflict;

/** The process that a task is of. */
public interface TaskProcess {

    /**
     * Lets the process go on after the task; without effect on one that does not wait for it any more. Joins the transaction
     * of its caller.
     *
     * @param by the account that has completed it
     * @throws Conflict when the process cannot go on
     */
    void complete(String engineTaskId, String by);
}
