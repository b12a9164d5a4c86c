package io.ringback.process;

import static io.ringback.process.check.EditedModel.callbackCase;
import static io.ringback.process.check.EditedModel.flow;
import static io.ringback.support.Centre.id;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ringback.allocation.Offers;
import io.ringback.allocation.SetAsideRounds;
import io.ringback.process.check.EditedModel;
import io.ringback.process.check.RefusedTimers;
import io.ringback.support.Centre;
import io.ringback.support.Refusal;
import io.ringback.support.RingbackTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What designers have wished for, drawn, deployed as from the folders, and cases worked through it over HTTP. */
@RingbackTest
class DesignersWishesTest {

    @Autowired
    private BeanFactory server;

    @Autowired
    private Centre centre;

    @Test
    void aProcessTellsOtherPrograms() {
        try (var bench = ModelBench.of(server)) {
            bench.deploy(List.of(telling()));
            var shift = new Shift(server, Map.of("autoStopAfter", "null"));
            var callback = shift.inHand();

            shift.pass(callback, Duration.ofMinutes(30));
            shift.save("ANSWERED");
            shift.ends(callback, "RESOLVED");

            assertThat(notices(callback))
                    .containsExactly(
                            Map.of("eventType", "callback_forgotten", "text", "Nobody has called for half an hour"),
                            Map.of("eventType", "callback_done", "text", "ANSWERED"));
            assertThat(centre.signedIn(centre.person("SUPERVISOR"))
                            .get("/supervision/cases/" + id(callback))
                            .body())
                    .contains("Told to other programs", "callback_forgotten", "Nobody has called for half an hour");
            bench.assertWorkedThrough(id(callback));
            shift.end();
        }
    }

    @Test
    void aListHasAProcessOfItsOwn() {
        try (var bench = ModelBench.of(server)) {
            bench.deploy(List.of(sales()));
            var shift = new Shift(server, Map.of("process", "\"salesCase\""));
            for (var way : List.of(Way.ANSWERED, Way.BUSY_THEN_ANSWERED, Way.EXPIRED, Way.MERGED, Way.CANCELLED)) {
                way.work(new Shift(server, Map.of("process", "\"salesCase\"")));
            }

            var callback = shift.inHand();
            var usual = new Shift(server, Map.of()).inHand();
            shift.save("ANSWERED");
            shift.ends(callback, "RESOLVED");

            assertThat(bench.process(id(callback))).isEqualTo("salesCase");
            assertThat(bench.process(id(usual))).isEqualTo("callbackCase");
            assertThat(bench.passed(id(callback))).contains("task_thank");
            bench.assertWorkedThrough(id(callback));
            shift.end();
        }
    }

    @Test
    void aListNamesAProcessThatThereIs() {
        var list = centre.list();
        var supervisor = centre.as(centre.person("SUPERVISOR"));
        var settings = (ObjectNode) supervisor.get("/api/v1/lists/" + list).json();

        for (var wrong : List.of("agentReception", "noSuchCase")) {
            Refusal.invalid(
                    supervisor.put(
                            "/api/v1/lists/" + list,
                            settings.put("process", wrong).toString()),
                    "process");
        }

        assertThat(supervisor
                        .get("/api/v1/lists/" + list)
                        .json()
                        .path("process")
                        .asText())
                .isEqualTo("callbackCase");
    }

    @Test
    void theUsualProcessServesAListWhoseOwnIsGone() {
        var shift = new Shift(server, Map.of());
        var first = shift.inHand();
        shift.save("ANSWERED");
        server.getBean(JdbcClient.class)
                .sql(
                        "UPDATE ringback.callback_list SET policy = jsonb_set(policy, '{process}', '\"goneCase\"') WHERE id = ?")
                .param(first.path("listId").asText())
                .update();

        var callback = shift.request(Map.of());
        shift.againInHand(callback);
        shift.save("ANSWERED");

        shift.ends(callback, "RESOLVED");
        assertThat(ModelBench.of(server).process(id(callback))).isEqualTo("callbackCase");
        assertThat(centre.signedIn(centre.person("ADMIN"))
                        .get("/admin/operations")
                        .body())
                .contains("goneCase.bpmn");
        shift.end();
    }

    @ParameterizedTest
    @ValueSource(strings = {"flow_relatedNo", "flow_toOffer"})
    void nobodyIsGivenACallbackBeforeItsProcessOffersIt(String flow) {
        try (var bench = ModelBench.of(server)) {
            bench.deploy(List.of(RedrawnProcesses.coolDown(flow, "PT20M")));
            var shift = new Shift(server, Map.of("dueAfter", "\"PT10M\""));
            var callback = shift.request(Map.of());
            assertThat(callback.path("status").asText()).isEqualTo("SCHEDULED");
            shift.receive();
            server.getBean(Offers.class).runOnce();
            assertThat(shift.holds()).isFalse();
            refusedToSteer(callback);
            var related = shift.request(
                    Map.of("phoneNumber", callback.path("phoneNumber").toString()));
            shift.ends(related, "MERGED");

            shift.pass(callback, Duration.ofMinutes(10));
            assertThat(centre.callback(callback).path("overdue").asBoolean()).isTrue();
            assertThat(centre.status(callback)).isEqualTo("SCHEDULED");
            server.getBean(Offers.class).runOnce();
            assertThat(shift.holds()).isFalse();

            shift.pass(callback, Duration.ofMinutes(10));
            server.getBean(Offers.class).runOnce();
            assertThat(shift.holds()).isTrue();
            shift.save("BUSY");
            shift.pass(callback, Duration.ofHours(1));
            shift.pass(callback, Duration.ofMinutes(20));
            server.getBean(Offers.class).runOnce();
            assertThat(shift.holds()).isTrue();
            shift.stop();
            shift.pass(callback, Duration.ofMinutes(20));
            shift.againInHand(callback);
            shift.save("ANSWERED");
            shift.ends(callback, "RESOLVED");
            bench.assertWorkedThrough(id(callback));
            shift.end();
        }
    }

    @Test
    void whatIsHeldBackExpiresInTime() {
        try (var bench = ModelBench.of(server)) {
            bench.deploy(List.of(RedrawnProcesses.coolDown("flow_relatedNo", "PT48H")));
            var shift = new Shift(server, Map.of());
            var callback = shift.request(Map.of());

            shift.pass(callback, Duration.ofHours(24));
            server.getBean(SetAsideRounds.class).runOnce();
            shift.pass(callback, Duration.ZERO);

            shift.ends(callback, "EXPIRED");
            bench.assertWorkedThrough(id(callback));
        }
    }

    @Test
    void aProcessCallsAnotherOne() {
        try (var bench = ModelBench.of(server)) {
            bench.deploy(CallingProcesses.all());
            var shift = new Shift(server, Map.of("autoStopAfter", "null"));
            var callback = shift.inHand();

            shift.pass(callback, Duration.ofMinutes(30));
            bench.passPart(Duration.ofMinutes(10));
            shift.save("ANSWERED");
            shift.ends(callback, "RESOLVED");

            assertThat(notices(callback))
                    .extracting(notice -> notice.get("eventType"))
                    .containsExactly("nobody_calls", "nobody_calls_still");
            bench.assertWorkedThrough(id(callback));
            shift.end();
        }
    }

    private void refusedToSteer(JsonNode callback) {
        var supervisor = centre.as(centre.person("SUPERVISOR"));
        var refused = supervisor.post(
                "/api/v1/callbacks/%s/expedite".formatted(id(callback)), "{\"reason\":\"waits in the shop\"}");

        assertThat(centre.signedIn(centre.person("SUPERVISOR"))
                        .get("/supervision/cases/" + id(callback))
                        .body())
                .contains("held back until its process offers it");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("detail").asText()).contains("holds it back");
    }

    /** The usual one under a name of its own, in a file of its own, beside it. */
    private static EditedModel sales() {
        return callbackCase()
                .named("salesCase.bpmn")
                .with("\"callbackCase\"", "\"salesCase\"")
                .onFlow("flow_resolvedYes", "task_thank", "<bpmn:task id='task_thank' name='Thank the agent'/>");
    }

    private static EditedModel telling() {
        return callbackCase()
                .append(
                        "callbackCase",
                        "<bpmn:boundaryEvent id='timer_forgotten' attachedToRef='subprocess_handleCallback'"
                                + " cancelActivity='false'>" + RefusedTimers.timer("PT30M") + "</bpmn:boundaryEvent>"
                                + "<bpmn:serviceTask id='task_tellForgotten'"
                                + " camunda:delegateExpression='${notifyDelegate}'><bpmn:extensionElements>"
                                + "<camunda:field name='eventType' stringValue='callback_forgotten'/>"
                                + "<camunda:field name='text'><camunda:string>Nobody has called for half an hour</camunda:string></camunda:field>"
                                + "</bpmn:extensionElements></bpmn:serviceTask>"
                                + "<bpmn:endEvent id='end_toldForgotten'/>"
                                + flow("flow_forgotten", "timer_forgotten", "task_tellForgotten")
                                + flow("flow_toldForgotten", "task_tellForgotten", "end_toldForgotten"))
                .onFlow(
                        "flow_resolved",
                        "event_tellDone",
                        "<bpmn:intermediateThrowEvent id='event_tellDone'><bpmn:messageEventDefinition"
                                + " camunda:delegateExpression='#{notifyDelegate}'><bpmn:extensionElements>"
                                + "<camunda:field name='eventType' stringValue='callback_done'/>"
                                + "<camunda:field name='text' expression='${callStatus}'/>"
                                + "</bpmn:extensionElements></bpmn:messageEventDefinition></bpmn:intermediateThrowEvent>");
    }

    /** As the history of the callback tells it. */
    private List<Map<String, String>> notices(JsonNode callback) {
        var history = centre.as(centre.person("AUDITOR"))
                .get("/api/v1/callbacks/%s/history".formatted(id(callback)))
                .json();
        return StreamSupport.stream(history.path("events").spliterator(), false)
                .filter(event -> event.path("type").asText().equals("NOTIFIED"))
                .map(event -> Map.of(
                        "eventType", event.at("/details/eventType").asText(),
                        "text", event.at("/details/text").asText()))
                .toList();
    }
}
