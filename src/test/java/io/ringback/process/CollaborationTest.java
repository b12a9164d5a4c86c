package io.ringback.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.model.bpmn.instance.Event;
import org.operaton.bpm.model.bpmn.instance.FlowNode;
import org.operaton.bpm.model.bpmn.instance.MessageEventDefinition;
import org.operaton.bpm.model.bpmn.instance.ServiceTask;

/** The picture of both processes talking shows the messages that they send each other, all of them. */
class CollaborationTest {

    /** What the delegates of tasks say to the other process; {@code CallbackCaseTest} and others see it arrive. */
    private static final Set<String> TALKING =
            Set.of("offerCallbackDelegate", "allocationDelegate", "releaseHeldDelegate", "stopReceptionDelegate");

    private final BpmnPicture cases = new BpmnPicture(Path.of("processes/callbackCase.bpmn"));
    private final BpmnPicture receptions = new BpmnPicture(Path.of("processes/agentReception.bpmn"));
    private final CollaborationPicture picture = new CollaborationPicture(cases, receptions);

    @Test
    void everyElementIsOneOfTheModels() {
        assertThat(picture.elements())
                .allSatisfy((id, process) -> assertThat(process.node(id)).as(id).isNotNull());
    }

    @Test
    void everyMessageIsWaitedForWhereTheArrowEnds() {
        assertThat(CollaborationPicture.TALK)
                .allSatisfy(talk -> assertThat(messages(node(talk.to()))).containsExactly(talk.message()));
    }

    @Test
    void everyMessageIsSentWhereTheArrowBegins() {
        assertThat(CollaborationPicture.TALK).allSatisfy(talk -> {
            var node = node(talk.from());
            if (node instanceof ServiceTask task) {
                assertThat(task.getOperatonDelegateExpression()).isIn(delegates());
            } else {
                assertThat(messages(node)).containsExactly(talk.message());
            }
        });
    }

    @Test
    void everyThrownMessageToTheReceptionIsDrawn() {
        var throwing = cases.nodes()
                .filter(node -> messages(node).contains("message_callbackClosed"))
                .map(FlowNode::getId)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(CollaborationPicture.TALK)
                .filteredOn(talk -> talk.message().equals("message_callbackClosed"))
                .extracting(CollaborationPicture.Talk::from)
                .containsExactlyInAnyOrderElementsOf(throwing);
    }

    private FlowNode node(String id) {
        return Objects.requireNonNull(picture.elements().get(id)).node(id);
    }

    private static Set<String> delegates() {
        return TALKING.stream().map("#{%s}"::formatted).collect(Collectors.toSet());
    }

    private static Set<String> messages(FlowNode node) {
        return node instanceof Event
                ? node.getChildElementsByType(MessageEventDefinition.class).stream()
                        .map(definition -> definition.getMessage().getName())
                        .collect(Collectors.toSet())
                : Set.of();
    }
}
