package io.ringback.process;

import io.ringback.platform.database.Transactions;
import io.ringback.platform.run.StartupStep;
import org.operaton.bpm.engine.TaskService;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Tells of the tasks in which processes were waiting before a version of the server that shows them. */
@Component
@Order(10)
class TasksOfBefore implements StartupStep {

    private static final int AT_ONCE = 100;

    private final JdbcWaitingPlaces places;
    private final TaskService tasks;
    private final TaskWatch watch;
    private final Transactions transactions;

    TasksOfBefore(JdbcWaitingPlaces places, @Lazy TaskService tasks, TaskWatch watch, Transactions transactions) {
        this.places = places;
        this.tasks = tasks;
        this.watch = watch;
        this.transactions = transactions;
    }

    @Override
    public void run() {
        var after = "";
        for (var found = places.untoldTasks(after, AT_ONCE);
                !found.isEmpty();
                found = places.untoldTasks(after, AT_ONCE)) {
            found.forEach(task -> transactions.execute(() -> tell(task)));
            after = found.get(found.size() - 1).id();
        }
    }

    private void tell(JdbcWaitingPlaces.UntoldTask untold) {
        var task =
                tasks.createTaskQuery().taskId(untold.id()).initializeFormKeys().singleResult();
        if (task != null) {
            watch.opened(task, untold.businessKey(), tasks.getIdentityLinksForTask(task.getId()));
        }
    }
}
