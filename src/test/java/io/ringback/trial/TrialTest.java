package io.ringback.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ringback.number.PhoneNumbers;
import io.ringback.process.check.EditedModel;
import io.ringback.support.Centre;
import io.ringback.support.Http;
import io.ringback.support.RingbackTest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@code POST /api/v1/processes/try}: what designers see of a case that is played. */
@RingbackTest
@ExtendWith(OutputCaptureExtension.class)
class TrialTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    private Centre centre;

    @Autowired
    private JdbcClient jdbc;

    private Http designer;
    private String list;

    @BeforeEach
    void aDesigner() {
        designer = centre.as(centre.person("DESIGNER"));
        list = centre.list(Map.of("maxAttempts", "3"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CALL_STARTED, CALL_ENDED, OUTCOME ANSWERED | end_resolved | RESOLVED",
                "OUTCOME ANSWERED | end_resolved | RESOLVED",
                "OUTCOME BUSY, TIMER, OUTCOME BUSY, OUTCOME ANSWERED | end_resolved | RESOLVED",
                "CALL_STARTED, OUTCOME NO_ANSWER, CALL_STARTED, OUTCOME OTHER, CALL_STARTED, OUTCOME BUSY | end_givenUp | CANCELLED",
                "TIMER timer_expired | end_expired | EXPIRED",
                "TIMER, TIMER | end_expired | EXPIRED",
                "CANCEL | end_cancelled | CANCELLED",
                "ALLOCATED, CANCEL | end_cancelled | CANCELLED",
                "CALL_STARTED, CANCEL, CALL_ENDED, OUTCOME BUSY | end_cancelledMeanwhile | CANCELLED",
                "RELATED, OUTCOME ANSWERED | end_resolved | RESOLVED",
                "TIMER timer_noCallMade, STOP, OUTCOME ANSWERED | end_resolved | RESOLVED",
                "CALL_STARTED, TIMER timer_callTooLong, TIMER timer_windowLeftOpen, OUTCOME ANSWERED | end_resolved | RESOLVED"
            })
    void playsACaseToItsEnd(String events, String end, String status) {
        var result = played(events);

        assertThat(result.path("problem").isNull())
                .as(result.path("problem").toString())
                .isTrue();
        assertThat(result.at("/end/elementId").asText()).as("%s", result).isEqualTo(end);
        assertThat(result.at("/end/status").asText()).isEqualTo(status);
        assertThat(result.path("waitingAt")).isEmpty();
    }

    @Test
    void tellsEachStepWithItsTimeItsVariablesAndTheRuleThatHasFired() {
        var result = played("OUTCOME BUSY");

        assertThat(elements(result))
                .containsSubsequence(
                        "start_callbackRequested",
                        "task_registerCallback",
                        "gateway_callableYet",
                        "task_offerCallback",
                        "gateway_waiting",
                        "event_allocated",
                        "task_callCustomer",
                        "gateway_resolved",
                        "task_decideRetry",
                        "task_scheduleRetry",
                        "gateway_scheduled");
        assertThat(result.path("end").isNull()).isTrue();
        assertThat(texts(result.path("waitingAt"))).containsExactly("gateway_scheduled");
        var decided = step(result, "task_decideRetry");
        assertThat(decided.at("/variables/callStatus").asText()).isEqualTo("BUSY");
        assertThat(decided.at("/variables/retryAfter").asText()).isEqualTo("PT5M");
        assertThat(decided.at("/decision/inputs")).isNotEmpty();
        assertThat(decided.at("/decision/outputs/retryAfter").asText()).isEqualTo("PT5M");
        assertThat(decided.at("/decision/rule/number").asInt()).isPositive();
        assertThat(step(result, "gateway_resolved").path("name").asText()).isEqualTo("Resolved?");
        assertThat(step(result, "task_decideRetry").path("flow").asText()).isEqualTo("flow_resolvedNo");
        assertThat(result.toString()).doesNotContain("+358");
    }

    @Test
    void waitsForACoolDownBeforeAnAgentIsGivenTheCallback() {
        var draft = EditedModel.callbackCase()
                .onFlow(
                        "flow_relatedNo",
                        "timer_coolDown",
                        "<bpmn:intermediateCatchEvent id='timer_coolDown' name='Cool-down'><bpmn:timerEventDefinition>"
                                + "<bpmn:timeDuration xsi:type='bpmn:tFormalExpression'>PT20M</bpmn:timeDuration>"
                                + "</bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>");

        var result = play(List.of(draft), "CALL_STARTED, CALL_ENDED, OUTCOME ANSWERED");

        assertThat(result.path("problem").isNull())
                .as("%s", result.path("problem"))
                .isTrue();
        assertThat(result.at("/end/elementId").asText()).isEqualTo("end_resolved");
        assertThat(elements(result)).containsSubsequence("timer_coolDown", "task_offerCallback", "task_callCustomer");
    }

    @Test
    void movesItsClockToTheTimersAndToNobodyElses() {
        var answer = designer.post(
                "/api/v1/processes/try",
                "{\"listId\":\"%s\",\"example\":{\"startAt\":\"2026-07-01T09:00:00Z\",\"events\":[{\"event\":\"TIMER\"},{\"event\":\"TIMER\"}]}}"
                        .formatted(list));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(step(answer.json(), "start_callbackRequested").path("at").asText())
                .isEqualTo("2026-07-01T09:00:00Z");
        assertThat(step(answer.json(), "timer_due").path("at").asText()).isEqualTo("2026-07-01T10:00:00Z");
        assertThat(step(answer.json(), "end_expired").path("at").asText()).isEqualTo("2026-07-02T09:00:00Z");
    }

    @Test
    void saysWhatCannotHappenToTheCaseAndWhatCan() {
        var result = played("OUTCOME ANSWERED, OUTCOME ANSWERED");

        assertThat(result.at("/problem/message").asText()).contains("closed already");
        assertThat(result.at("/problem/event").asInt()).isEqualTo(1);
        assertThat(texts(played("CALL_STARTED").path("possible"))).contains("CALL_ENDED", "OUTCOME", "TIMER");
    }

    @Test
    void playsADraftInsteadOfWhatIsDeployed() {
        var draft = EditedModel.retryPolicy().with("PT5M", "PT7M");

        var result = play(List.of(draft), "OUTCOME BUSY");

        assertThat(step(result, "task_decideRetry").at("/variables/retryAfter").asText())
                .isEqualTo("PT7M");
        assertThat(step(played("OUTCOME BUSY"), "task_decideRetry")
                        .at("/variables/retryAfter")
                        .asText())
                .isEqualTo("PT5M");
    }

    @Test
    void evaluatesNothingThatTheRulesRefuse() {
        var draft = EditedModel.callbackCase().with("#{related}", "#{''.getClass()}");

        var answer = answer(List.of(draft), "CANCEL");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("findings")).isNotEmpty();
        assertThat(answer.json().at("/findings/0/file").asText()).isEqualTo("callbackCase.bpmn");
    }

    @Test
    void leavesNothingBehind(CapturedOutput output) {
        var events = "CALL_STARTED, CALL_ENDED, OUTCOME BUSY, RELATED, TIMER, CALL_STARTED, STOP, CANCEL";
        var draft = EditedModel.retryPolicy().with("\"PT15M\"", "\"PT16M\"");
        centre.request(list, centre.newNumber());
        play(List.of(draft), events); // the first call of somebody signs in
        var administrator = centre.as(centre.person("ADMIN"));
        var counted = figures(administrator);
        var before = tables();

        for (int i = 0; i < 5; i++) {
            play(List.of(draft, EditedModel.callbackCase()), events);
            answer(List.of(EditedModel.callbackCase().with("#{related}", "#{''.getClass()}")), events);
            played("OUTCOME ANSWERED, OUTCOME ANSWERED");
        }

        assertThat(tables()).isEqualTo(before);
        assertThat(figures(administrator)).isEqualTo(counted);
        assertThat(output.getAll()).doesNotContain(PhoneNumbers.example("FI").substring(1));
        assertThat(played("CALL_STARTED, CALL_ENDED, OUTCOME NO_ANSWER").toString())
                .contains("PT15M")
                .doesNotContain("PT16M");
    }

    /** All that the server can read, but for how far sequences have come. */
    private Map<String, String> tables() {
        var contents = new TreeMap<String, String>();
        jdbc.sql("""
                        SELECT schemaname || '.' || tablename FROM pg_tables WHERE schemaname IN ('ringback', 'public')
                          AND has_table_privilege(schemaname || '.' || tablename, 'SELECT')""")
                .query(String.class)
                .list()
                .forEach(table -> contents.put(
                        table,
                        jdbc.sql(
                                        "SELECT count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' ORDER BY md5(t::text))), '') FROM %s t"
                                                .formatted(table))
                                .query(String.class)
                                .single()));
        return contents;
    }

    private static List<String> figures(Http administrator) {
        return administrator
                .get("/actuator/prometheus")
                .body()
                .lines()
                .filter(line -> line.startsWith("ringback_callback") || line.startsWith("ringback_reception"))
                .toList();
    }

    @Test
    void isForDesignersOnly() {
        assertThat(centre.as(centre.person("SUPERVISOR"))
                        .post("/api/v1/processes/try", body(List.of(), "CANCEL"))
                        .status())
                .isEqualTo(403);
    }

    private JsonNode played(String events) {
        return play(List.of(), events);
    }

    private JsonNode play(List<EditedModel> files, String events) {
        var answer = answer(files, events);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private Http.Answer answer(List<EditedModel> files, String events) {
        return designer.post("/api/v1/processes/try", body(files, events));
    }

    private String body(List<EditedModel> files, String events) {
        var body = JSON.createObjectNode().put("listId", list);
        var sent = body.putArray("files");
        files.forEach(file -> sent.addObject().put("name", file.file()).put("content", file.content()));
        var example = body.putObject("example").putArray("events");
        for (var written : events.split(",")) {
            var parts = written.strip().split(" ");
            var event = example.addObject().put("event", parts[0]);
            if (parts.length > 1) {
                event.put(parts[0].equals("OUTCOME") ? "callStatus" : "timer", parts[1]);
            }
        }
        return body.toString();
    }

    private static List<String> elements(JsonNode result) {
        return StreamSupport.stream(result.path("steps").spliterator(), false)
                .map(step -> step.path("elementId").asText())
                .toList();
    }

    private static JsonNode step(JsonNode result, String element) {
        return StreamSupport.stream(result.path("steps").spliterator(), false)
                .filter(step -> step.path("elementId").asText().equals(element))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new AssertionError("%s was not passed: %s".formatted(element, elements(result))));
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
