package io.ringback.process;

import static io.ringback.process.EditedModels.replacing;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Models that go wrong as a request comes in: it is kept, and called as soon as there is one that works. */
class WrongRequestsTest extends WrongModels {

    static List<Arguments> wrongWhenARequestComesIn() {
        return List.of(
                row(
                        "a first step that does not exist",
                        CASE,
                        "task_registerCallback",
                        replacing("#{registerCallbackDelegate}", "#{nothingDelegate}")),
                row(
                        "a first step for something else",
                        CASE,
                        "task_registerCallback",
                        replacing("#{registerCallbackDelegate}", "#{takeDraftDelegate}")),
                row(
                        "a start without its due time",
                        CASE,
                        "start_callbackRequested|.*",
                        replacing("#{dueAt}", "#{whenever}")),
                row(
                        "a process that ends at once",
                        CASE,
                        "end_.*",
                        replacing(
                                "sourceRef=\"gateway_related\" targetRef=\"gateway_backInLine\"",
                                "sourceRef=\"gateway_related\" targetRef=\"end_closedAsRelated\"")),
                row(
                        "a script",
                        CASE,
                        "task_registerCallback",
                        model -> model.replaceAll(
                                "(?s)<bpmn:serviceTask id=\"task_registerCallback\".*?</bpmn:serviceTask>",
                                "<bpmn:scriptTask id=\"task_registerCallback\" scriptFormat=\"juel\">"
                                        + "<bpmn:script>\\${1 + 1}</bpmn:script></bpmn:scriptTask>")));
    }

    @ParameterizedTest
    @MethodSource("wrongWhenARequestComesIn")
    void aRequestBeginsOnTheNewestVersionThatStarts(String file, String element, UnaryOperator<String> edit) {
        models.deploy(file, edit);
        var list = centre.list();
        var agent = centre.agentOn(list);

        var callback = request(list);

        assertThat(setAside(callback)).isEmpty();
        var fault = faults().get(0);
        assertThat(fault.get("element_id")).asString().matches(element);
        assertThat(fault.get("starts")).isEqualTo(false);
        assertThat(inHand(centre.receive(agent, true))).isEqualTo(callback.path("id"));
        centre.save(agent, "ANSWERED");
        assertThat(centre.status(callback)).isEqualTo("RESOLVED");
    }

    @Test
    void aRequestIsKeptThoughNoVersionStarts() {
        var list = centre.list();
        var agent = centre.agentOn(list);
        jdbc.sql("UPDATE public.act_re_procdef SET suspension_state_ = 2 WHERE key_ = 'callbackCase'")
                .update();
        models.deploy(CASE, replacing("#{registerCallbackDelegate}", "#{nothingDelegate}"));
        var number = centre.newNumber();
        tick();

        var callback = centre.request(list, number);
        var related = centre.request(list, number);

        assertThat(setAside(callback).orElseThrow().path("element").asText()).isEqualTo("task_registerCallback");
        assertThat(centre.status(related)).isEqualTo("MERGED");
        assertThat(centre.receive(agent, true).path("case").isNull()).isTrue();

        mendAndGoOn(CASE);
        centre.receive(agent, false);

        assertThat(inHand(centre.receive(agent, true))).isEqualTo(callback.path("id"));
    }

    @Test
    void aCallerWhoAsksAgainIsMergedThoughTheMainCaseGoesWrong() {
        models.deploy(CASE, replacing("#{linkRelatedDelegate}", "#{nothingDelegate}"));
        var list = centre.list();
        var number = centre.newNumber();
        tick();
        var main = centre.request(list, number);

        var related = centre.request(list, number);

        assertThat(centre.status(related)).isEqualTo("MERGED");
        assertThat(setAside(main).orElseThrow().path("element").asText()).isEqualTo("task_linkRelated");
        assertThat(history(main).path("events").findValuesAsText("type")).contains("RELATED_RECEIVED", "SET_ASIDE");
    }
}
