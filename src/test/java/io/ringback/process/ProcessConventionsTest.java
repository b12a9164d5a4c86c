package io.ringback.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.process.check.ShippedModels;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.operaton.bpm.model.bpmn.Bpmn;
import org.operaton.bpm.model.bpmn.BpmnModelInstance;
import org.operaton.bpm.model.bpmn.instance.Event;
import org.operaton.bpm.model.bpmn.instance.ExclusiveGateway;
import org.operaton.bpm.model.bpmn.instance.FlowNode;
import org.operaton.bpm.model.bpmn.instance.Gateway;
import org.operaton.bpm.model.bpmn.instance.Process;
import org.operaton.bpm.model.bpmn.instance.SequenceFlow;
import org.operaton.bpm.model.bpmn.instance.SubProcess;
import org.operaton.bpm.model.bpmn.instance.Task;
import org.operaton.bpm.model.bpmn.instance.TimerEventDefinition;

/** Holds the names and ids that make the pictures readable, so that the build needs no linter of its own. */
class ProcessConventionsTest {

    /** A verb with a capital, then its object. */
    private static final String VERB_AND_OBJECT = "[A-Z][a-z]+( [A-Za-z]+)+";

    static Stream<Path> files() {
        return ShippedModels.bpmn().stream();
    }

    @ParameterizedTest
    @MethodSource("files")
    void fileIsNamedAfterItsOnlyProcess(Path file) {
        var processes = read(file).getModelElementsByType(Process.class);

        assertThat(processes).singleElement().satisfies(process -> {
            assertThat(file).hasFileName(process.getId() + ".bpmn");
            assertThat(process.isExecutable()).isTrue();
            assertThat(process.getOperatonHistoryTimeToLiveString()).isEqualTo("P30D");
        });
    }

    @ParameterizedTest
    @MethodSource("files")
    void idsSayWhatTheElementIs(Path file) {
        var model = read(file);

        assertIds(model, Task.class, "task");
        assertIds(model, Gateway.class, "gateway");
        assertIds(model, SubProcess.class, "subprocess");
        assertIds(model, SequenceFlow.class, "flow");
        assertThat(model.getModelElementsByType(Event.class))
                .allSatisfy(
                        event -> assertThat(event.getId()).matches("(" + eventPrefixes(event) + ")_[a-z][A-Za-z]+"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void tasksAreNamedByVerbAndObject(Path file) {
        assertThat(read(file).getModelElementsByType(Task.class))
                .allSatisfy(task -> assertThat(task.getName()).as(task.getId()).matches(VERB_AND_OBJECT));
    }

    @ParameterizedTest
    @MethodSource("files")
    void eventsAndSubProcessesAreNamed(Path file) {
        var model = read(file);

        assertThat(model.getModelElementsByType(Event.class))
                .allSatisfy(
                        event -> assertThat(event.getName()).as(event.getId()).matches("[A-Z].+"));
        assertThat(model.getModelElementsByType(SubProcess.class))
                .allSatisfy(
                        scope -> assertThat(scope.getName()).as(scope.getId()).matches("[A-Z].+"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void exclusiveGatewaysAskAQuestionThatTheirFlowsAnswer(Path file) {
        assertThat(decidingGateways(file)).isNotEmpty().allSatisfy(gateway -> {
            assertThat(gateway.getName()).as(gateway.getId()).endsWith("?");
            assertThat(gateway.getOutgoing())
                    .allSatisfy(
                            flow -> assertThat(flow.getName()).as(flow.getId()).isNotBlank());
        });
    }

    @ParameterizedTest
    @MethodSource("files")
    void exclusiveGatewaysHaveADefaultAndConditionsOtherwise(Path file) {
        assertThat(decidingGateways(file))
                .allSatisfy(gateway -> assertThat(gateway.getOutgoing())
                        .allSatisfy(flow -> assertThat(flow.equals(gateway.getDefault()))
                                .as(flow.getId())
                                .isEqualTo(flow.getConditionExpression() == null)));
    }

    @ParameterizedTest
    @MethodSource("files")
    void onlyJoiningGatewaysHaveNoName(Path file) {
        assertThat(read(file).getModelElementsByType(Gateway.class))
                .allSatisfy(gateway -> assertThat(gateway.getName() == null)
                        .as(gateway.getId())
                        .isEqualTo(gateway.getOutgoing().size() == 1));
    }

    @ParameterizedTest
    @MethodSource("files")
    void nothingForksAndJoinsAtOnce(Path file) {
        assertThat(read(file).getModelElementsByType(FlowNode.class))
                .allSatisfy(node -> assertThat(node.getIncoming().size() > 1
                                && (!(node instanceof Gateway)
                                        || node.getOutgoing().size() > 1))
                        .as(node.getId())
                        .isFalse());
    }

    private static List<ExclusiveGateway> decidingGateways(Path file) {
        return read(file).getModelElementsByType(ExclusiveGateway.class).stream()
                .filter(gateway -> gateway.getOutgoing().size() > 1)
                .toList();
    }

    private static <T extends org.operaton.bpm.model.bpmn.instance.FlowElement> void assertIds(
            BpmnModelInstance model, Class<T> type, String prefix) {
        var elements = model.getModelElementsByType(type);
        assertThat(elements).allSatisfy(element -> assertThat(element.getId()).matches(prefix + "_[a-z][A-Za-z]+"));
    }

    private static String eventPrefixes(Event event) {
        var timer = !event.getChildElementsByType(TimerEventDefinition.class).isEmpty();
        return Map.of("startEvent", timer ? "timer" : "start|event", "endEvent", "end")
                .getOrDefault(event.getElementType().getTypeName(), timer ? "timer" : "event");
    }

    private static BpmnModelInstance read(Path file) {
        return Bpmn.readModelFromFile(file.toFile());
    }
}
