package io.ringback.process;

import java.util.function.Consumer;
import org.operaton.bpm.engine.delegate.DelegateTask;
import org.operaton.bpm.engine.delegate.TaskListener;
import org.operaton.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.operaton.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.operaton.bpm.engine.impl.pvm.process.ActivityImpl;
import org.operaton.bpm.engine.impl.pvm.process.ScopeImpl;
import org.operaton.bpm.engine.impl.util.xml.Element;

/** Has every user task of every process tell when it begins to wait, and when it ends without being completed. */
class WatchedTasks extends AbstractBpmnParseListener {

    private final Consumer<DelegateTask> watch;

    WatchedTasks(Consumer<DelegateTask> watch) {
        this.watch = watch;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        if (activity.getActivityBehavior() instanceof UserTaskActivityBehavior behavior) {
            var definition = behavior.getTaskDefinition();
            definition.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, watch::accept);
            definition.addBuiltInTaskListener(TaskListener.EVENTNAME_DELETE, watch::accept);
        }
    }
}
