package io.ringback.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Stream;
import org.operaton.bpm.model.bpmn.BpmnModelInstance;
import org.operaton.bpm.model.bpmn.instance.EventBasedGateway;
import org.operaton.bpm.model.bpmn.instance.FlowNode;
import org.operaton.bpm.model.bpmn.instance.SequenceFlow;

/** Compares what tests have passed with what there is in a model. */
final class EveryElement {

    private final String processId;
    private final BpmnModelInstance model;

    EveryElement(String processId, BpmnModelInstance model) {
        this.processId = processId;
        this.model = model;
    }

    void assertPassed(Set<String> passed) {
        assertThat(passed)
                .as("flow nodes of %s that were entered and left, and sequence flows taken", processId)
                .containsAll(Stream.concat(nodes(), flows()).toList());
    }

    private Stream<String> nodes() {
        return model.getModelElementsByType(FlowNode.class).stream().map(node -> key(node.getId()));
    }

    /** The engine jumps from an event-based gateway to the event that occurs, which has no other way in. */
    private Stream<String> flows() {
        return model.getModelElementsByType(SequenceFlow.class).stream()
                .map(flow -> flow.getSource() instanceof EventBasedGateway
                        ? flow.getTarget().getId()
                        : flow.getId())
                .map(this::key);
    }

    private String key(String elementId) {
        return Footprints.key(processId, elementId);
    }
}
