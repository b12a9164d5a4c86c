package io.ringback.process;

import static io.ringback.process.EditedModels.replacing;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.support.Centre;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Models that go wrong between allocation and release: no agent is left without a case, or with one that is not theirs. */
class WrongAllocationsTest extends WrongModels {

    static List<Arguments> wrongWhenACaseIsAllocated() {
        return List.of(
                row(
                        "an assignee that is not there",
                        CASE,
                        "task_callCustomer|subprocess_handleCallback|.*",
                        replacing("#{agentId}", "#{nobody}")),
                row("a time limit in words", CASE, ".+", replacing("#{autoStopAt}", "soon")),
                row(
                        "a wait for somebody before the line",
                        CASE,
                        "task_nobody",
                        replacing(
                                                "<bpmn:eventBasedGateway id=\"gateway_waiting\"",
                                                "<bpmn:userTask id=\"task_nobody\" name=\"Wait\" /><bpmn:sequenceFlow id=\"flow_nobody\""
                                                        + " sourceRef=\"task_nobody\" targetRef=\"gateway_waiting\" />"
                                                        + "<bpmn:eventBasedGateway id=\"gateway_waiting\"")
                                        .andThen(model -> model.replaceAll(
                                                "(id=\"flow_offered\"[^>]*targetRef=)\"gateway_waiting\"",
                                                "$1\"task_nobody\""))::apply),
                row(
                        "a message under another name",
                        CASE,
                        ".+",
                        replacing("name=\"message_callbackAllocated\"", "name=\"message_somethingElse\"")));
    }

    @ParameterizedTest
    @MethodSource("wrongWhenACaseIsAllocated")
    void aCaseThatCannotBeAllocatedIsPassedBy(String file, String element, UnaryOperator<String> edit) {
        var list = centre.list();
        var agent = centre.agentOn(list);
        models.deploy(file, edit);
        var wrong = request(list);
        tick();
        models.mend(file);
        var next = request(list);

        var desk = centre.receive(agent, true);

        assertThat(inHand(desk)).isEqualTo(next.path("id"));
        assertThat(setAside(wrong).orElseThrow().path("element").asText()).matches(element);

        rounds.runOnce();

        assertThat(inHand(centre.save(agent, "ANSWERED"))).isEqualTo(wrong.path("id"));
        assertThat(centre.save(agent, "ANSWERED").path("case").isNull()).isTrue();
        assertThat(centre.status(wrong)).isEqualTo("RESOLVED");
    }

    @Test
    void aCallIsBegunAndEndedThoughNothingWaitsForItsWord() {
        models.deploy(CASE, replacing("name=\"message_callStarted\"", "name=\"message_somethingElse\""));
        var list = centre.list();
        var agent = centre.agentOn(list);
        var wrong = request(list);
        var next = request(list);
        centre.receive(agent, true);

        centre.endCall(agent, centre.call(agent));

        assertThat(setAside(wrong).orElseThrow().path("held").asBoolean()).isTrue();
        assertThat(inHand(centre.save(agent, "ANSWERED"))).isEqualTo(next.path("id"));
        assertThat(centre.status(wrong)).isEqualTo("RESOLVED");
    }

    @Test
    void aCaseIsGivenBackThoughNothingWaitsForItsRelease() {
        models.deploy(CASE, replacing("name=\"message_released\"", "name=\"message_somethingElse\""));
        var list = centre.list();
        var agent = centre.agentOn(list);
        var wrong = request(list);
        centre.receive(agent, true);

        var desk = centre.receive(agent, false);

        assertThat(desk.path("case").isNull()).isTrue();
        assertThat(centre.status(wrong)).isEqualTo("WAITING");
        assertThat(setAside(wrong)).isPresent();
        mendAndGoOn(CASE);
        assertThat(inHand(centre.receive(agent, true))).isEqualTo(wrong.path("id"));
    }

    @Test
    void aCaseIsCancelledAndItsAgentGetsTheNextThoughItsModelDoesNotCloseIt() {
        models.deploy(CASE, replacing("#{cancelCallbackDelegate}", "#{offerCallbackDelegate}"));
        var list = centre.list();
        var agent = centre.agentOn(list);
        var wrong = request(list);
        var next = request(list);
        centre.receive(agent, true);

        centre.cancel(wrong);

        assertThat(centre.status(wrong)).isEqualTo("CANCELLED");
        assertThat(inHand(centre.desk(agent))).isEqualTo(next.path("id"));
    }

    @Test
    void anAgentIsStoppedThoughTheTimerOfTheCaseGoesWrong() {
        models.deploy(CASE, replacing("#{stopReceptionDelegate}", "#{nothingDelegate}"));
        var list = centre.list();
        var agent = centre.agentOn(list);
        var wrong = request(list);
        centre.receive(agent, true);
        clock.advance(Duration.ofMinutes(3));
        engine.failTwice(Centre.id(wrong), "timer_noCallMade");

        rounds.runOnce();

        assertThat(setAside(wrong).orElseThrow().path("element").asText()).isEqualTo("task_stopReception");
        assertThat(centre.desk(agent).path("stoppedBecause").asText()).isEqualTo("NO_CALL_MADE");
        assertThat(centre.status(wrong)).isEqualTo("WAITING");
    }
}
