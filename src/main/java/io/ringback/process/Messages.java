package io.ringback.process;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.engine.MismatchingMessageCorrelationException;
import org.operaton.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Sends messages to instances. */
@Component
class Messages {

    private final RuntimeService runtime;
    private final JdbcWaitingPlaces places;

    Messages(@Lazy RuntimeService runtime, JdbcWaitingPlaces places) {
        this.runtime = runtime;
        this.places = places;
    }

    /**
     * @param processInstanceId null for none
     * @throws MismatchingMessageCorrelationException when the instance does not wait for the message
     */
    void send(@Nullable String processInstanceId, String message, Map<String, Object> variables) {
        if (processInstanceId == null) {
            throw new MismatchingMessageCorrelationException("there is no process instance");
        }
        var execution = places.ofMessage(processInstanceId, message)
                .orElseThrow(() -> new MismatchingMessageCorrelationException(
                        "instance %s does not wait for %s".formatted(processInstanceId, message)));
        runtime.messageEventReceived(message, execution, variables);
    }
}
