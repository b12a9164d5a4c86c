package io.ringback.process;

import io.ringback.platform.problem.Conflict;
import io.ringback.task.TaskProcess;
import org.operaton.bpm.engine.TaskService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Completes the tasks that are not those of the call. */
@Component
class OperatonTaskProcess implements TaskProcess {

    private static final Logger log = LoggerFactory.getLogger(OperatonTaskProcess.class);

    private final TaskService tasks;

    OperatonTaskProcess(@Lazy TaskService tasks) {
        this.tasks = tasks;
    }

    @Override
    public void complete(String engineTaskId, String by) {
        EngineCalls.run(
                () -> {
                    if (tasks.createTaskQuery().taskId(engineTaskId).count() == 1) {
                        tasks.setAssignee(engineTaskId, by);
                        tasks.complete(engineTaskId);
                    }
                },
                (cause, fault) -> {
                    log.error("The process cannot go on after task {}: {}", engineTaskId, Faults.message(cause));
                    return new Conflict(
                            "Expected the process to go on after this task, but it failed%s. What you entered is"
                                            .formatted(
                                                    fault == null || fault.element() == null
                                                            ? ""
                                                            : " at " + fault.element())
                                    + " kept: tell the designer of the process.");
                });
    }
}
