package io.ringback.process;

import org.jspecify.annotations.Nullable;
import org.operaton.bpm.engine.impl.history.DefaultHistoryRemovalTimeProvider;
import org.operaton.bpm.engine.impl.history.event.HistoricScopeInstanceEvent;
import org.operaton.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.operaton.bpm.engine.impl.history.event.HistoryEvent;
import org.operaton.bpm.engine.impl.history.handler.DbHistoryEventHandler;
import org.operaton.bpm.engine.impl.history.producer.CacheAwareHistoryEventProducer;
import org.operaton.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
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

    /**
     * Notes when a step or an instance has ended, and not also how long that was: both times are in the row. Of a task nothing is
     * noted beside its step, which has who did it.
     */
    static final class Rows extends DbHistoryEventHandler {

        @Override
        protected void insertOrUpdate(HistoryEvent event) {
            if (event instanceof HistoricTaskInstanceEventEntity) {
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
