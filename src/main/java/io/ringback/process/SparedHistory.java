package io.ringback.process;

import org.jspecify.annotations.Nullable;
import org.operaton.bpm.engine.impl.bpmn.behavior.ExclusiveGatewayActivityBehavior;
import org.operaton.bpm.engine.impl.history.DefaultHistoryRemovalTimeProvider;
import org.operaton.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.operaton.bpm.engine.impl.history.event.HistoricScopeInstanceEvent;
import org.operaton.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.operaton.bpm.engine.impl.history.event.HistoryEvent;
import org.operaton.bpm.engine.impl.history.handler.DbHistoryEventHandler;
import org.operaton.bpm.engine.impl.history.producer.CacheAwareHistoryEventProducer;
import org.operaton.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.operaton.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.operaton.bpm.engine.impl.pvm.PvmActivity;
import org.operaton.bpm.engine.impl.pvm.process.ActivityImpl;
import org.operaton.bpm.engine.impl.util.ClockUtil;

/** Has the engine write its history without reading anything for it that is known or that nobody wants to know (docs/decisions/086). */
final class SparedHistory {

    private SparedHistory() {}

    /** Names the version by what was read of it before. */
    static final class Events extends CacheAwareHistoryEventProducer {

        @Override
        protected @Nullable ProcessDefinitionEntity getProcessDefinitionEntity(String definitionId) {
            var read = SparedQuestions.readBefore(definitionId);
            return read != null ? read : super.getProcessDefinitionEntity(definitionId);
        }

        @Override
        protected HistoricActivityInstanceEventEntity newActivityInstanceEventEntity(ExecutionEntity execution) {
            return isJoin(execution.getActivity()) ? new JoinPassed() : super.newActivityInstanceEventEntity(execution);
        }

        /** One that only brings ways together and goes on at once: {@code io.ringback.trace.Drawing} knows it by the same. */
        private static boolean isJoin(@Nullable ActivityImpl activity) {
            return activity != null
                    && activity.getActivityBehavior() instanceof ExclusiveGatewayActivityBehavior
                    && activity.getIncomingTransitions().size() > 1
                    && activity.getOutgoingTransitions().size() == 1
                    && !activity.isAsyncBefore()
                    && !activity.isAsyncAfter()
                    && goesOn(activity.getOutgoingTransitions().get(0).getDestination());
        }

        /** What is left to the clock begins later, or not at all; until then the join is the end of the way. */
        private static boolean goesOn(PvmActivity next) {
            return !next.isAsyncBefore();
        }

        /** Counted from this row's own time, not from the instance's beginning: which would be read for it, and is earlier. */
        @Override
        protected void provideRemovalTime(HistoryEvent event) {
            var version = event.getProcessDefinitionId() == null
                    ? null
                    : getProcessDefinitionEntity(event.getProcessDefinitionId());
            if (version != null && version.getHistoryTimeToLive() != null) {
                event.setRemovalTime(DefaultHistoryRemovalTimeProvider.determineRemovalTime(
                        ClockUtil.getCurrentTime(), version.getHistoryTimeToLive()));
            }
        }
    }

    /** It is followed like every other, and not written. */
    private static final class JoinPassed extends HistoricActivityInstanceEventEntity {}

    /**
     * Notes when a step or an instance has ended, and not also how long that was: both times are in the row. Of a task nothing is
     * noted beside its step, which has who did it, and nothing of a gateway that only joins: the way tells that it was passed.
     */
    static final class Rows extends DbHistoryEventHandler {

        @Override
        protected void insertOrUpdate(HistoryEvent event) {
            if (event instanceof HistoricTaskInstanceEventEntity || event instanceof JoinPassed) {
                return;
            }
            if (!(event instanceof HistoricScopeInstanceEvent) || isInitialEvent(event) || event.getId() == null) {
                super.insertOrUpdate(event);
            } else if (getDbEntityManager().getCachedEntity(event.getClass(), event.getId()) == null) {
                getDbEntityManager().merge(event);
            }
        }
    }
}
