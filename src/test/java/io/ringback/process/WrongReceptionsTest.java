package io.ringback.process;

import static io.ringback.process.EditedModels.replacing;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Receptions that go wrong: their agents are given cases all the same, until they stop. */
class WrongReceptionsTest extends WrongModels {

    static List<Arguments> wrongReceptions() {
        return List.of(
                row(
                        "a condition of a variable that is not there",
                        RECEPTION,
                        "gateway_callbackFound",
                        replacing("#{callbackFound}", "#{nothing}")),
                row(
                        "an allocation that does not exist",
                        RECEPTION,
                        "task_allocateCallback",
                        replacing("#{allocationDelegate}", "#{nothingDelegate}")),
                row(
                        "an end after the first case",
                        RECEPTION,
                        "end_.*",
                        replacing(
                                                "sourceRef=\"event_callbackClosed\" targetRef=\"gateway_allocate\"",
                                                "sourceRef=\"event_callbackClosed\" targetRef=\"end_early\"")
                                        .andThen(
                                                replacing(
                                                        "<bpmn:subProcess id=\"subprocess_stop\"",
                                                        "<bpmn:endEvent id=\"end_early\" /><bpmn:subProcess id=\"subprocess_stop\""))
                                ::apply),
                row(
                        "nothing that waits for the end of a case",
                        RECEPTION,
                        "event_callbackClosed|gateway_.*",
                        replacing("name=\"message_callbackClosed\"", "name=\"message_somethingElse\"")));
    }

    @ParameterizedTest
    @MethodSource("wrongReceptions")
    void anAgentReceivesOnTheNewestVersionThatWorks(String file, String element, UnaryOperator<String> edit) {
        models.deploy(file, edit);
        var list = centre.list();
        var agent = centre.agentOn(list);
        var first = request(list);
        var next = request(list);
        var last = request(list);

        assertThat(inHand(centre.receive(agent, true))).isEqualTo(first.path("id"));
        assertThat(inHand(centre.save(agent, "ANSWERED"))).isEqualTo(next.path("id"));
        assertThat(inHand(centre.save(agent, "ANSWERED"))).isEqualTo(last.path("id"));
        assertThat(centre.save(agent, "ANSWERED").path("receiving").asBoolean()).isTrue();
        assertThat(faults().get(0).get("element_id")).asString().matches(element);
        assertThat(centre.receive(agent, false).path("receiving").asBoolean()).isFalse();
    }

    @Test
    void anAgentWhomTheModelForgetsGetsTheNextCase() {
        models.deploy(
                CASE,
                model -> model.replace(
                                " camunda:delegateExpression=\"#{tellReceptionDelegate}\"",
                                " camunda:delegateExpression=\"#{offerAgainDelegate}\"")
                        .replace("#{offerAgainDelegate}", "#{markOverdueDelegate}"));
        var list = centre.list();
        var agent = centre.agentOn(list);
        request(list);
        var next = request(list);
        centre.receive(agent, true);

        assertThat(inHand(centre.save(agent, "NO_ANSWER"))).isEqualTo(next.path("id"));
    }

    @Test
    void aCaseInHandIsGivenBackThoughTheReceptionDoesNotReleaseIt() {
        models.deploy(RECEPTION, replacing("#{releaseHeldDelegate}", "#{nothingDelegate}"));
        var list = centre.list();
        var agent = centre.agentOn(list);
        var callback = request(list);
        centre.receive(agent, true);

        var desk = centre.receive(agent, false);

        assertThat(desk.path("receiving").asBoolean()).isFalse();
        assertThat(desk.path("case").isNull()).isTrue();
        assertThat(centre.status(callback)).isEqualTo("WAITING");
    }
}
