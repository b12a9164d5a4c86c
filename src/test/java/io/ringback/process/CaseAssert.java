package io.ringback.process;

import io.ringback.trace.Step;
import io.ringback.trace.Traces;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.operaton.bpm.engine.ProcessEngine;
import org.operaton.bpm.engine.runtime.ProcessInstance;
import org.operaton.bpm.engine.test.assertions.bpmn.ProcessInstanceAssert;

/** What is said of a case; its way is the one that auditors are told, with the joins of which the engine notes nothing. */
class CaseAssert extends ProcessInstanceAssert {

    private final Traces traces;

    CaseAssert(ProcessEngine engine, ProcessInstance instance, Traces traces) {
        super(engine, instance, CaseAssert.class);
        this.traces = traces;
    }

    @Override
    public ProcessInstanceAssert hasPassed(String... elements) {
        Assertions.assertThat(passed()).contains(elements);
        return this;
    }

    @Override
    public ProcessInstanceAssert hasPassedInOrder(String... elements) {
        Assertions.assertThat(passed()).containsSubsequence(elements);
        return this;
    }

    @Override
    public ProcessInstanceAssert hasNotPassed(String... elements) {
        Assertions.assertThat(passed()).doesNotContain(elements);
        return this;
    }

    private List<String> passed() {
        return traces.of(UUID.fromString(actual.getBusinessKey())).steps().stream()
                .filter(step -> step.endedAt() != null)
                .map(Step::elementId)
                .toList();
    }
}
