package io.ringback.process;

import io.ringback.allocation.Allocator;
import io.ringback.process.contract.SharedNames;
import io.ringback.reception.Receptions;
import java.util.Map;
import java.util.Objects;
import org.operaton.bpm.engine.delegate.DelegateExecution;
import org.operaton.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** What the tasks of {@code agentReception.bpmn} do. */
@Component
class ReceptionDelegates {

    private final Allocator allocator;
    private final Receptions receptions;

    ReceptionDelegates(Allocator allocator, Receptions receptions) {
        this.allocator = allocator;
        this.receptions = receptions;
    }

    Map<String, JavaDelegate> byName() {
        return Map.of("allocationDelegate", this::allocate, "releaseHeldDelegate", this::releaseHeld);
    }

    private void allocate(DelegateExecution execution) {
        execution.setVariable(SharedNames.CALLBACK_FOUND, Values.passing(allocator.allocate(agentId(execution))));
    }

    private void releaseHeld(DelegateExecution execution) {
        if (!Boolean.TRUE.equals(execution.getVariable(SharedNames.OUTCOME_SAVED))) {
            receptions.releaseHeld(agentId(execution));
        }
    }

    private static String agentId(DelegateExecution execution) {
        return Objects.requireNonNull((String) execution.getVariable(SharedNames.AGENT_ID));
    }
}
