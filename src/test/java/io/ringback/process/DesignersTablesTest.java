package io.ringback.process;

import static io.ringback.process.check.EditedModel.callbackCase;
import static io.ringback.process.check.EditedModel.retryPolicy;
import static io.ringback.process.check.EditedModel.shipped;
import static io.ringback.support.Centre.quoted;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringback.process.check.EditedModel;
import io.ringback.support.Centre;
import io.ringback.support.MovableClock;
import io.ringback.support.RingbackTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.engine.RepositoryService;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Processes and decisions that look at lists, sources, attributes, the list's clock and earlier attempts. */
@RingbackTest
class DesignersTablesTest {

    /** A Monday; in Helsinki it is 10 o'clock. */
    private static final Instant MORNING = Instant.parse("2026-03-02T08:00:00Z");

    @Autowired
    private BeanFactory server;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private Centre centre;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcClient jdbc;

    private ModelBench bench;
    private String list;
    private String agent;

    @BeforeEach
    void aListThatNamesAnAttribute() {
        clock.set(MORNING);
        bench = ModelBench.of(server);
        list = centre.list(Map.of("processAttributes", "[\"segment\"]"));
        agent = centre.agentOn(list);
    }

    @AfterEach
    void asShippedAgain() {
        bench.close();
        events.publishEvent(new ModelsReloaded());
    }

    @Test
    void aPathOfItsOwnForAListASourceAndAnAttribute() {
        var other = centre.list(Map.of());
        deploy(callbackCase()
                .onFlow(
                        "flow_resolvedNo",
                        "gateway_whose",
                        "<bpmn:exclusiveGateway id='gateway_whose' name='Gold?' default='flow_from_gateway_whose'/>")
                .append("callbackCase", """
                        <bpmn:sequenceFlow id="flow_gold" sourceRef="gateway_whose" targetRef="task_closeGivenUp">
                        <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">#{segment == 'gold' and source == 'WEB' and listId != '%s'}</bpmn:conditionExpression>
                        </bpmn:sequenceFlow>""".formatted(other)));
        agent = centre.agentOn(list, other);

        assertThat(notAnswered(request(list, "gold", "WEB"))).isEqualTo("CANCELLED");
        assertThat(notAnswered(request(list, "silver", "WEB"))).isEqualTo("SCHEDULED");
        assertThat(notAnswered(request(list, "gold", "IVR"))).isEqualTo("SCHEDULED");
        assertThat(notAnswered(request(list, null, "WEB"))).isEqualTo("SCHEDULED");
        assertThat(notAnswered(request(other, "gold", "WEB"))).isEqualTo("SCHEDULED");
        assertThat(variableNames()).doesNotContain("segment", "source", "listId");
    }

    @Test
    void theRetryTableLooksAtTheClockTheListAndTheAttemptsBefore() {
        deploy(retryTable(
                List.of("listId", "weekday", "hour", "segment", "status1", "lastStatus", "busyAttempts"),
                row("-", "-", "-", "-", "-", "-", ">= 3", "PT9M"),
                row("-", "-", "-", "-", "\"BUSY\"", "\"NO_ANSWER\"", "-", "PT8M"),
                row("-", "-", "-", "\"gold\"", "-", "\"BUSY\"", "-", "PT6M"),
                row("\"" + list + "\"", "\"MONDAY\"", "[10..11]", "-", "-", "null", "-", "PT4M"),
                row("-", "-", "-", "-", "-", "-", "-", "PT2M")));
        var callback = request(list, "gold", "IVR");

        for (var each :
                List.of(Map.entry("BUSY", 4), Map.entry("NO_ANSWER", 6), Map.entry("BUSY", 8), Map.entry("BUSY", 9))) {
            var at = clock.instant().plus(Duration.ofMinutes(each.getValue()));
            centre.receive(agent, true);
            centre.endCall(agent, centre.call(agent));
            assertThat(centre.desk(agent)
                            .at("/case/suggestedRetryAt/" + each.getKey())
                            .asText())
                    .as("%s, as the desk foretells it", each)
                    .isEqualTo(at.toString());

            centre.save(agent, each.getKey());

            assertThat(centre.callback(callback).path("eligibleAt").asText())
                    .as(each + "")
                    .isEqualTo(at.toString());
            centre.receive(agent, false);
            clock.set(at);
        }
    }

    @Test
    void theMoreUrgentIsCalledFirstAndHasTimesOfItsOwn() {
        deploy(priorityTable());

        var usual = request(list, null, "IVR");
        var gold = request(list, "gold", "IVR");
        var late = request(list, "bronze", "WEB");

        assertThat(gold.path("priority").asInt()).isEqualTo(7);
        assertThat(gold.path("dueAt").asText())
                .isEqualTo(MORNING.plus(Duration.ofMinutes(10)).toString());
        assertThat(gold.path("expiresAt").asText())
                .isEqualTo(MORNING.plus(Duration.ofHours(2)).toString());
        assertThat(usual.path("priority").asInt()).isZero();
        assertThat(usual.path("dueAt").asText())
                .isEqualTo(MORNING.plus(Duration.ofHours(1)).toString());
        assertThat(late.path("priority").asInt()).isEqualTo(3);
        assertThat(created(gold).at("/details/priority").asText()).isEqualTo("7");
        assertThat(created(usual).path("details").has("priority")).isFalse();

        for (var next : List.of(gold, late, usual)) {
            centre.receive(agent, true);
            assertThat(centre.desk(agent).at("/case/callback/id")).isEqualTo(next.path("id"));
            centre.receive(agent, false);
            centre.cancel(next);
        }
    }

    @Test
    void aSupervisorsChoiceStandsAboveIt() {
        deploy(priorityTable());
        var usual = request(list, null, "IVR");
        request(list, "gold", "IVR");
        centre.as(centre.person("SUPERVISOR"))
                .post("/api/v1/callbacks/%s/expedite".formatted(Centre.id(usual)), "{\"reason\":\"promised\"}");

        assertThat(centre.receive(agent, true).at("/case/callback/id")).isEqualTo(usual.path("id"));
    }

    @Test
    void whoAsksAgainBecomesAsUrgentAsTheNewRequest() {
        deploy(priorityTable());
        var usual = request(list, null, "IVR");

        centre.request(list, usual.path("phoneNumber").asText(), attributes("gold", "IVR"));

        assertThat(centre.callback(usual).path("priority").asInt()).isEqualTo(7);
    }

    @Test
    void withoutATableEverythingIsAlike() {
        new EditedModels(server.getBean(RepositoryService.class))
                .deploy("callbackPriority.dmn", EditedModels.replacing("<text>0</text>", "<text>\"urgent\"</text>"));
        events.publishEvent(new ModelsReloaded());
        try {
            assertThat(request(list, "gold", "WEB").path("priority").asInt()).isZero();
            assertThat(server.getBean(RefusedFiles.class).names()).contains("processes/callbackPriority.dmn");
        } finally {
            new EditedModels(server.getBean(RepositoryService.class)).mend("callbackPriority.dmn");
            events.publishEvent(new ModelsReloaded());
        }
        request(list, "gold", "WEB");
        assertThat(server.getBean(RefusedFiles.class).names()).doesNotContain("processes/callbackPriority.dmn");
    }

    private void deploy(EditedModel model) {
        bench.deploy(List.of(model));
        events.publishEvent(new ModelsReloaded());
    }

    private String notAnswered(JsonNode callback) {
        assertThat(centre.receive(agent, true).at("/case/callback/id")).isEqualTo(callback.path("id"));
        centre.endCall(agent, centre.call(agent));
        clock.advance(Duration.ofSeconds(30));
        centre.save(agent, "NO_ANSWER");
        centre.receive(agent, false);
        return centre.status(callback);
    }

    private JsonNode request(String of, @Nullable String segment, String source) {
        return centre.request(of, centre.newNumber(), attributes(segment, source));
    }

    private static Map<String, String> attributes(@Nullable String segment, String source) {
        return segment == null
                ? Map.of("source", quoted(source))
                : Map.of("source", quoted(source), "attributes", "{\"segment\":\"%s\"}".formatted(segment));
    }

    private JsonNode created(JsonNode callback) {
        return centre.as(centre.person("SUPERVISOR"))
                .get("/api/v1/callbacks/%s/history".formatted(Centre.id(callback)))
                .json()
                .at("/events/0");
    }

    private List<String> variableNames() {
        return jdbc.sql("SELECT DISTINCT name_ FROM public.act_ru_variable")
                .query(String.class)
                .list();
    }

    private static EditedModel priorityTable() {
        return new EditedModel(
                "callbackPriority.dmn",
                shipped("callbackPriority.dmn").content().replaceFirst("(?s)<decisionTable.*</decisionTable>", """
                                <decisionTable id="table_callbackPriority" hitPolicy="FIRST">
                                  <input id="i1"><inputExpression id="e1" typeRef="string"><text>segment</text></inputExpression></input>
                                  <input id="i2"><inputExpression id="e2" typeRef="string"><text>source</text></inputExpression></input>
                                  <input id="i3"><inputExpression id="e3" typeRef="integer"><text>hour</text></inputExpression></input>
                                  <output id="o1" name="priority" typeRef="integer"/>
                                  <output id="o2" name="dueAfter" typeRef="string"/>
                                  <output id="o3" name="expiresAfter" typeRef="string"/>
                                  <rule id="r1"><inputEntry id="r1a"><text>"gold"</text></inputEntry><inputEntry id="r1b"><text>-</text></inputEntry>
                                    <inputEntry id="r1c"><text>[10..16]</text></inputEntry>
                                    <outputEntry id="r1d"><text>7</text></outputEntry><outputEntry id="r1e"><text>"PT10M"</text></outputEntry>
                                    <outputEntry id="r1f"><text>"PT2H"</text></outputEntry></rule>
                                  <rule id="r2"><inputEntry id="r2a"><text>-</text></inputEntry><inputEntry id="r2b"><text>"WEB"</text></inputEntry>
                                    <inputEntry id="r2c"><text>-</text></inputEntry>
                                    <outputEntry id="r2d"><text>1 + 2</text></outputEntry><outputEntry id="r2e"><text>null</text></outputEntry>
                                    <outputEntry id="r2f"><text>null</text></outputEntry></rule>
                                  <rule id="r3"><inputEntry id="r3a"><text>-</text></inputEntry><inputEntry id="r3b"><text>-</text></inputEntry>
                                    <inputEntry id="r3c"><text>-</text></inputEntry>
                                    <outputEntry id="r3d"><text>0</text></outputEntry><outputEntry id="r3e"><text>null</text></outputEntry>
                                    <outputEntry id="r3f"><text>null</text></outputEntry></rule>
                                </decisionTable>"""));
    }

    private static List<String> row(String... cells) {
        return List.of(cells);
    }

    /** Gives up when the last attempt is made; all other rules by these inputs, the last cell saying when it is tried again. */
    @SafeVarargs
    private static EditedModel retryTable(List<String> inputs, List<String>... rows) {
        var table = new StringBuilder("<decisionTable id=\"t\" hitPolicy=\"FIRST\">");
        table.append(
                "<input id=\"i_last\"><inputExpression id=\"e_last\" typeRef=\"boolean\"><text>lastAttempt</text></inputExpression></input>");
        inputs.forEach(name -> table.append(
                "<input id=\"i_%1$s\"><inputExpression id=\"e_%1$s\" typeRef=\"%2$s\"><text>%1$s</text></inputExpression></input>"
                        .formatted(name, name.equals("hour") || name.endsWith("Attempts") ? "integer" : "string")));
        table.append(
                "<output id=\"o1\" name=\"retryAfter\" typeRef=\"string\"/><output id=\"o2\" name=\"giveUp\" typeRef=\"boolean\"/>");
        rule(table, "r_last", "true", inputs.stream().map(name -> "-").toList(), "PT0S", true);
        for (int i = 0; i < rows.length; i++) {
            rule(table, "r" + i, "-", rows[i].subList(0, inputs.size()), rows[i].get(inputs.size()), false);
        }
        table.append("</decisionTable>");
        return new EditedModel(
                "retryPolicy.dmn",
                retryPolicy().content().replaceFirst("(?s)<decisionTable.*</decisionTable>", table.toString()));
    }

    private static void rule(
            StringBuilder table, String id, String last, List<String> cells, String after, boolean giveUp) {
        table.append("<rule id=\"%s\"><inputEntry id=\"%s_last\"><text>%s</text></inputEntry>".formatted(id, id, last));
        for (int i = 0; i < cells.size(); i++) {
            table.append("<inputEntry id=\"%s_%s\"><text>%s</text></inputEntry>"
                    .formatted(id, i, cells.get(i).replace(">", "&gt;")));
        }
        table.append(
                "<outputEntry id=\"%1$s_a\"><text>\"%2$s\"</text></outputEntry><outputEntry id=\"%1$s_g\"><text>%3$s</text></outputEntry></rule>"
                        .formatted(id, after, giveUp));
    }
}
