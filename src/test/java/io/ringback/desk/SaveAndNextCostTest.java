package io.ringback.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ringback.support.Centre;
import io.ringback.support.RingbackTest;
import io.ringback.support.StatementLog;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What the busiest request of the day costs the database, so that it cannot creep up unseen. */
@RingbackTest
@Import(StatementLog.class)
class SaveAndNextCostTest {

    /** One of them is the row of the account, read for each request with credentials (docs/decisions/008). */
    private static final int MOST_ROUND_TRIPS = 35;

    private static final String ANSWERS = "{\"reason\":\"ORDER\"}";

    @Autowired
    private Centre centre;

    @Autowired
    private StatementLog statements;

    @Test
    void savingAndGettingTheNextCaseStaysCheap() {
        var list = centre.list();
        var agent = centre.agentOn(list);
        for (int number = 0; number < 3; number++) {
            centre.request(list, centre.newNumber());
        }
        centre.receive(agent, true);
        centre.endCall(agent, centre.call(agent));
        centre.save(agent, "ANSWERED", Map.of("formData", ANSWERS)); // what is read once and kept is read now
        centre.endCall(agent, centre.call(agent));
        var allocation = centre.desk(agent).at("/case/allocationId").asText();
        var outcome =
                "{\"allocationId\":\"%s\",\"callStatus\":\"ANSWERED\",\"formData\":%s}".formatted(allocation, ANSWERS);

        var sent = statements.during(() -> centre.as(agent).post("/api/v1/desk/case/outcome", outcome));

        assertThat(sent).as(String.join("\n", sent)).hasSizeBetween(20, MOST_ROUND_TRIPS);
    }

    /** Which version of the priorities is the newest is looked up once a second, which may happen to be now. */
    @Test
    void theShippedPrioritiesAddNothingToWhatARequestAsks() {
        var list = centre.list();
        await().untilAsserted(() -> {
            centre.request(list, centre.newNumber());
            assertThat(statements.during(() -> centre.request(list, centre.newNumber())))
                    .isNotEmpty()
                    .noneMatch(sent -> sent.toLowerCase(Locale.ROOT).contains("act_re_decision_def"))
                    .noneMatch(sent -> sent.contains("process_attribute"));
        });
    }
}
