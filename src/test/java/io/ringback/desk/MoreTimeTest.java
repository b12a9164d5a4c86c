package io.ringback.desk;

import static io.ringback.support.Centre.quoted;
import static io.ringback.support.Refusal.conflict;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringback.process.TimersByHand;
import io.ringback.support.Centre;
import io.ringback.support.Http;
import io.ringback.support.MovableClock;
import io.ringback.support.RingbackTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** An agent who needs more time than a countdown leaves. */
@RingbackTest
class MoreTimeTest {

    @Autowired
    private Centre centre;

    @Autowired
    private MovableClock clock;

    @Autowired
    private BeanFactory beans;

    @Test
    void theCountdownRunsLongerInTheRowAndInTheProcess() {
        var agent = withACase(Map.of());
        var before = at(agent, "autoStopAt");

        var after = more(agent);

        assertThat(after.status()).as(after.body()).isEqualTo(200);
        assertThat(at(agent, "autoStopAt")).isEqualTo(before.plus(Duration.ofMinutes(2)));
        assertThat(after.json().at("/case/moreTime/times").asInt()).isEqualTo(9);
        assertThat(after.json().at("/case/moreTime/by").asText()).isEqualTo("PT2M");
        assertThat(due(agent, "timer_noCallMade")).isEqualTo(at(agent, "autoStopAt"));
    }

    @Test
    void alsoAfterTheCall() {
        var agent = withACase(Map.of());
        centre.endCall(agent, centre.call(agent));
        var before = at(agent, "closesAt");

        assertThat(more(agent).status()).isEqualTo(200);

        assertThat(at(agent, "closesAt")).isEqualTo(before.plus(Duration.ofMinutes(2)));
        assertThat(due(agent, "timer_windowLeftOpen")).isEqualTo(at(agent, "closesAt"));
    }

    @Test
    void anotherCallDoesNotTakeTheGivenTimeAway() {
        var agent = withACase(Map.of("closeAfterCall", quoted("PT1M"), "moreTimeBy", quoted("PT10M")));
        centre.endCall(agent, centre.call(agent));
        more(agent);
        clock.advance(Duration.ofMinutes(9));

        centre.endCall(agent, centre.call(agent));

        assertThat(at(agent, "closesAt")).isEqualTo(clock.instant().plus(Duration.ofMinutes(1)));
    }

    @Test
    void asOftenAsTheListSaysAndByAsMuch() {
        var agent = withACase(Map.of("moreTimes", "2", "moreTimeBy", quoted("PT30S")));
        var before = at(agent, "autoStopAt");
        more(agent);
        more(agent);

        conflict(more(agent));

        assertThat(at(agent, "autoStopAt")).isEqualTo(before.plus(Duration.ofMinutes(1)));
    }

    @Test
    void neverWhereTheListSaysSo() {
        conflict(more(withACase(Map.of("moreTimes", "0"))));
    }

    @Test
    void notInACallAndNotWithoutALimit() {
        var agent = withACase(Map.of());
        centre.call(agent);
        conflict(more(agent));

        conflict(more(withACase(Map.of("autoStopAfter", "null"))));
    }

    @Test
    void notForACaseThatIsNoLongerInHand() {
        var agent = withACase(Map.of());
        var body = body(agent);
        centre.receive(agent, false);

        conflict(centre.as(agent).post("/api/v1/desk/case/more-time", body));
        conflict(centre.as(agent)
                .post("/api/v1/desk/case/more-time", "{\"allocationId\":\"%s\"}".formatted(UUID.randomUUID())));
    }

    @Test
    void theListRefusesWhatIsNoTime() {
        var supervisor = centre.as(centre.person("SUPERVISOR"));
        for (var wrong : new String[] {"\"moreTimes\":-1", "\"moreTimes\":1001", "\"moreTimeBy\":\"PT0S\""}) {
            var body = "{\"id\":\"no-list\",\"name\":\"L\",\"region\":\"FI\",\"zone\":\"UTC\",\"dueAfter\":\"PT1H\","
                    + "\"expiresAfter\":\"PT2H\"," + wrong + "}";
            assertThat(supervisor.post("/api/v1/lists", body).status())
                    .as(wrong)
                    .isIn(400, 422);
        }
    }

    private String withACase(Map<String, String> settings) {
        var list = centre.list(settings);
        var agent = centre.agentOn(list);
        centre.request(list, centre.newNumber());
        centre.receive(agent, true);
        return agent;
    }

    private Http.Answer more(String agent) {
        return centre.as(agent).post("/api/v1/desk/case/more-time", body(agent));
    }

    private String body(String agent) {
        return "{\"allocationId\":%s}"
                .formatted(quoted(inHand(agent).path("allocationId").asText()));
    }

    private Instant at(String agent, String deadline) {
        return Instant.parse(inHand(agent).path(deadline).asText());
    }

    private Instant due(String agent, String timer) {
        return TimersByHand.of(beans).timer(callback(agent), timer).due();
    }

    private UUID callback(String agent) {
        return UUID.fromString(inHand(agent).at("/callback/id").asText());
    }

    private JsonNode inHand(String agent) {
        return centre.desk(agent).path("case");
    }
}
