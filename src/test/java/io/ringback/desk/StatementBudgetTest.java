package io.ringback.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.support.Centre;
import io.ringback.support.RingbackTest;
import io.ringback.support.StatementLog;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/**
 * How many statements each step of a case sends to the database, the row of the account that each request with credentials
 * reads included (docs/decisions/008). A figure is lowered when a step needs fewer, and raised only with a reason.
 */
@RingbackTest
@Import(StatementLog.class)
class StatementBudgetTest {

    private static final Map<String, Integer> MOST =
            Map.of("intake", 8, "call started", 16, "call ended", 19, "Save-and-next", 31);
    private static final int MOST_OF_A_CASE = 74;
    private static final int CASES = 4;

    @Autowired
    private Centre centre;

    @Autowired
    private StatementLog statements;

    private final Map<String, List<String>> fewest = new LinkedHashMap<>();

    @Test
    void noStepOfACaseSendsMoreStatementsThanItMay() {
        var list = centre.list();
        var agent = centre.agentOn(list);
        var ivr = centre.person("INTEGRATOR");
        request(ivr, list);
        centre.receive(agent, true);

        for (int number = 0; number < CASES; number++) {
            work(list, agent, ivr);
        }

        var budget = new SoftAssertions();
        MOST.forEach((step, most) -> {
            var sent = fewest.getOrDefault(step, List.of());
            budget.assertThat(sent.size())
                    .as("%s sends %d statements:%n%s", step, sent.size(), String.join("\n", sent))
                    .isBetween(5, most);
        });
        budget.assertThat(fewest.values().stream().mapToInt(List::size).sum())
                .as("the whole case")
                .isLessThanOrEqualTo(MOST_OF_A_CASE);
        budget.assertAll();
    }

    private void work(String list, String agent, String ivr) {
        step("intake", () -> request(ivr, list));
        var allocation = centre.desk(agent).at("/case/allocationId").asText();
        var call = new AtomicReference<String>();
        step("call started", () -> call.set(callStarted(agent, allocation)));
        step("call ended", () -> centre.endCall(agent, Objects.requireNonNull(call.get())));
        step("Save-and-next", () -> saved(agent, allocation));
    }

    /** What is read now and then and kept may be read in any of them, but not in all. */
    private void step(String name, Runnable work) {
        var sent = statements.during(work);
        fewest.merge(name, sent, (before, now) -> now.size() < before.size() ? now : before);
    }

    private String callStarted(String agent, String allocation) {
        return centre.as(agent)
                .post("/api/v1/desk/case/calls", "{\"allocationId\":\"%s\"}".formatted(allocation))
                .json()
                .path("callId")
                .asText();
    }

    private void saved(String agent, String allocation) {
        var answer = centre.as(agent).post("/api/v1/desk/case/outcome", """
                        {"allocationId": "%s", "callStatus": "ANSWERED", "formData": {"reason": "ORDER"}}""".formatted(allocation));
        assertThat(answer.json().path("case").isObject()).as(answer.body()).isTrue();
    }

    private void request(String ivr, String list) {
        var answer = centre.as(ivr)
                .post(
                        "/api/v1/callbacks",
                        "{\"listId\":\"%s\",\"phoneNumber\":\"%s\",\"source\":\"IVR\"}"
                                .formatted(list, centre.newNumber()));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }
}
