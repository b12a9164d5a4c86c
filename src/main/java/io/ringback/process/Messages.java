package io.ringback.process;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.engine.MismatchingMessageCorrelationException;
import org.operaton.bpm.engine.RuntimeService;
import org.operaton.bpm.engine.impl.context.Context;
import org.operaton.bpm.engine.impl.event.EventType;
import org.operaton.bpm.engine.impl.persistence.entity.EventSubscriptionEntity;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Sends messages to instances, whose rows it reads by their id. The engine's own correlation finds the same by joining four tables in
 * statements it puts together anew each time, which was a tenth of a Save's work.
 */
@Component
class Messages {

    private final RuntimeService runtime;
    private final ProcessStarts starts;

    Messages(@Lazy RuntimeService runtime, ProcessStarts starts) {
        this.runtime = runtime;
        this.starts = starts;
    }

    /**
     * @param processInstanceId null for none
     * @throws MismatchingMessageCorrelationException when the instance does not wait for the message; a transaction that is
     *     open then can only be rolled back
     */
    void send(@Nullable String processInstanceId, String message, Map<String, Object> variables) {
        if (processInstanceId == null) {
            throw new MismatchingMessageCorrelationException("there is no process instance");
        }
        starts.together(() -> {
            var execution = waitingFor(processInstanceId, message)
                    .orElseThrow(() -> new MismatchingMessageCorrelationException(
                            "instance %s does not wait for %s".formatted(processInstanceId, message)));
            runtime.messageEventReceived(message, execution, variables);
            return true;
        });
    }

    private static Optional<String> waitingFor(String processInstanceId, String message) {
        var command = Context.getCommandContext();
        // So that the engine knows them, and with them whose rows it is asked for.
        command.getExecutionManager().findExecutionsByProcessInstanceId(processInstanceId);
        return command
                .getEventSubscriptionManager()
                .findEventSubscriptionsByProcessInstanceId(processInstanceId)
                .stream()
                .filter(wait ->
                        wait.isSubscriptionForEventType(EventType.MESSAGE) && message.equals(wait.getEventName()))
                .min(Comparator.comparing(EventSubscriptionEntity::getCreated)
                        .thenComparing(EventSubscriptionEntity::getId))
                .map(EventSubscriptionEntity::getExecutionId);
    }
}
