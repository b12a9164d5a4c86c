package io.ringback.office.board;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringback.support.Centre;
import io.ringback.support.MovableClock;
import io.ringback.support.RingbackTest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The board says what has happened, with exact numbers. */
@RingbackTest
class BoardTest {

    @Autowired
    private Centre centre;

    @Autowired
    private MovableClock clock;

    @Autowired
    private QuarterHours quarterHours;

    private String supervisor;

    @BeforeEach
    void inTheMorning() {
        supervisor = centre.person("SUPERVISOR");
        moveTo(clock.instant()
                .atZone(ZoneId.of("Europe/Helsinki"))
                .toLocalDate()
                .plusDays(1)
                .atTime(9, 0)
                .atZone(ZoneId.of("Europe/Helsinki"))
                .toInstant());
    }

    @Test
    void aNewListHasNothing() {
        var list = centre.list();

        var line = list(list);

        assertThat(line.path("serving").asLong()).isZero();
        assertThat(line.path("openCases").asLong()).isZero();
        assertThat(line.path("overdue").asLong()).isZero();
        assertThat(line.path("setAside").asLong()).isZero();
        assertThat(line.path("waitingSince").isNull()).isTrue();
        assertThat(line.at("/today/shareCalledBeforeDue").isNull()).isTrue();
        assertThat(line.path("zone").asText()).isEqualTo("Europe/Helsinki");
    }

    @Test
    void openCasesAreCountedByWhatIsToBeDone() {
        var list = centre.list();
        var first = clock.instant();
        centre.request(list, centre.newNumber());
        clock.advance(Duration.ofMinutes(30));
        centre.request(list, centre.newNumber());
        clock.advance(Duration.ofMinutes(30));

        var line = list(list);

        assertThat(line.path("openCases").asLong()).isEqualTo(2);
        assertThat(line.path("dueInAnHour").asLong()).isEqualTo(2);
        assertThat(line.path("expiresIn24Hours").asLong()).isEqualTo(2);
        assertThat(line.path("overdue").asLong()).isEqualTo(1);
        assertThat(instant(line, "waitingSince")).isEqualTo(first);
    }

    @Test
    void aCaseInHandIsOverdueButDoesNotWait() {
        var list = centre.list();
        centre.request(list, centre.newNumber());
        clock.advance(Duration.ofHours(2));

        centre.receive(centre.agentOn(list), true);

        assertThat(list(list).path("overdue").asLong()).isEqualTo(1);
        assertThat(list(list).path("waitingSince").isNull()).isTrue();
        assertThat(list(list).path("serving").asLong()).isEqualTo(1);
    }

    @Test
    void aCaseThatIsTriedAgainWaitsSinceThen() {
        var list = centre.list();
        var agent = centre.agentOn(list);
        centre.request(list, centre.newNumber());
        centre.receive(agent, true);
        var again = clock.instant().plus(Duration.ofMinutes(20));
        centre.save(agent, "BUSY", Map.of("retryAt", "\"%s\"".formatted(again)));
        centre.receive(agent, false);

        assertThat(list(list).path("waitingSince").isNull()).isTrue();
    }

    @Test
    void theOutcomesOfTodayAreToldApart() {
        var list = centre.list(Map.of("autoStopAfter", "\"PT10H\"", "closeAfterCall", "\"PT10H\""));
        var agent = centre.agentOn(list);
        for (int i = 0; i < 5; i++) {
            centre.request(list, centre.newNumber());
        }
        var merged = centre.newNumber();
        centre.request(list, merged);
        centre.request(list, merged);
        centre.receive(agent, true);
        for (var callStatus : new String[] {"ANSWERED", "ANSWERED", "BUSY", "NO_ANSWER", "OTHER"}) {
            centre.endCall(agent, centre.call(agent));
            centre.save(agent, callStatus);
        }
        cancel(centre.request(list, centre.newNumber()));

        var today = list(list).path("today");

        assertThat(today.path("requested").asLong()).isEqualTo(8);
        assertThat(today.path("merged").asLong()).isEqualTo(1);
        assertThat(today.path("resolved").asLong()).isEqualTo(2);
        assertThat(today.path("cancelled").asLong()).isEqualTo(1);
        assertThat(today.path("answered").asLong()).isEqualTo(2);
        assertThat(today.path("busy").asLong()).isEqualTo(1);
        assertThat(today.path("noAnswer").asLong()).isEqualTo(1);
        assertThat(today.path("other").asLong()).isEqualTo(1);
        assertThat(agent(agent).path("savedToday").asLong()).isEqualTo(5);
    }

    @Test
    void punctualIsWhoIsFirstCalledBeforeTheCaseIsDue() {
        var list = centre.list();
        var agent = centre.agentOn(list);
        centre.request(list, centre.newNumber());
        centre.request(list, centre.newNumber());
        centre.receive(agent, true);
        centre.endCall(agent, centre.call(agent));
        centre.endCall(agent, centre.call(agent));
        centre.save(agent, "ANSWERED");
        clock.advance(Duration.ofHours(1));
        centre.endCall(agent, centre.call(agent));
        centre.save(agent, "ANSWERED");

        var today = list(list).path("today");

        assertThat(today.path("firstCalls").asLong()).isEqualTo(2);
        assertThat(today.path("calledBeforeDue").asLong()).isEqualTo(1);
        assertThat(today.path("shareCalledBeforeDue").asDouble()).isEqualTo(0.5);
    }

    @Test
    void theDayBeginsAtMidnightOfTheListsZone() {
        var helsinki = centre.list();
        var newYork = centre.list(Map.of("zone", "\"America/New_York\"", "region", "\"US\""));
        centre.request(helsinki, centre.newNumber());
        centre.request(newYork, centre.newNumber());

        moveTo(clock.instant()
                .atZone(ZoneId.of("Europe/Helsinki"))
                .toLocalDate()
                .plusDays(1)
                .atStartOfDay(ZoneId.of("Europe/Helsinki"))
                .toInstant());

        assertThat(list(helsinki).at("/today/requested").asLong()).isZero();
        assertThat(list(newYork).at("/today/requested").asLong()).isEqualTo(1);
        assertThat(list(helsinki).path("day").asText())
                .isGreaterThan(list(newYork).path("day").asText());
    }

    @Test
    void summingUpChangesNoNumber() {
        var list = centre.list();
        var agent = centre.agentOn(list);
        centre.request(list, centre.newNumber());
        centre.request(list, centre.newNumber());
        centre.receive(agent, true);
        centre.save(agent, "ANSWERED");
        clock.advance(Duration.ofMinutes(7));
        centre.save(agent, "BUSY");
        var before = list(list).path("today");

        for (int quarter = 0; quarter < 4; quarter++) {
            clock.advance(Duration.ofMinutes(15));
            quarterHours.runOnce();
            assertThat(list(list).path("today")).isEqualTo(before);
        }
        centre.request(list, centre.newNumber());

        assertThat(list(list).at("/today/requested").asLong()).isEqualTo(3);
    }

    @Test
    void anAgentIsShownWithTheCaseInHand() {
        var list = centre.list();
        var agent = centre.agentOn(list);
        var callback = centre.request(list, centre.newNumber());
        var since = clock.instant();
        centre.receive(agent, true);
        clock.advance(Duration.ofMinutes(1));
        centre.call(agent);

        var line = agent(agent);

        assertThat(line.path("availability").asText()).isEqualTo("AVAILABLE");
        assertThat(line.path("receiving").asBoolean()).isTrue();
        assertThat(instant(line, "receivingSince")).isEqualTo(since);
        assertThat(line.at("/case/callbackId")).isEqualTo(callback.path("id"));
        assertThat(line.at("/case/listId").asText()).isEqualTo(list);
        assertThat(line.at("/case/phase").asText()).isEqualTo("IN_CALL");
        assertThat(instant(line.path("case"), "since")).isEqualTo(since);
        assertThat(line.path("stopped").isNull()).isTrue();
    }

    @Test
    void anAgentIsShownWithTheLastStop() {
        var agent = centre.agentOn(centre.list());
        centre.receive(agent, true);

        centre.as(supervisor).post("/api/v1/agents/%s/stop".formatted(agent), "{\"reason\": \"Team meeting\"}");

        var line = agent(agent);
        assertThat(line.path("receiving").asBoolean()).isFalse();
        assertThat(line.path("case").isNull()).isTrue();
        assertThat(line.at("/stopped/because").asText()).isEqualTo("SUPERVISOR");
        assertThat(line.at("/stopped/note").asText()).isEqualTo("Team meeting");
        assertThat(instant(line.path("stopped"), "at")).isBeforeOrEqualTo(clock.instant());
    }

    @Test
    void whoHasNoListIsNotShown() {
        var agent = centre.person("AGENT");

        assertThat(board().path("agents"))
                .noneMatch(line -> line.path("id").asText().equals(agent));
    }

    @Test
    void allWhoLookWithinASecondSeeTheSameCount() {
        var list = centre.list();
        var before = list(list);

        centre.request(list, centre.newNumber());

        assertThat(boardAtThisMoment().path("lists")).contains(before);
        clock.advance(Duration.ofSeconds(1));
        assertThat(list(list).path("openCases").asLong()).isEqualTo(1);
    }

    private void cancel(JsonNode callback) {
        centre.as(supervisor)
                .post(
                        "/api/v1/callbacks/%s/cancel"
                                .formatted(callback.path("id").asText()),
                        "{\"reason\": \"test\"}");
    }

    private void moveTo(Instant time) {
        clock.set(time);
    }

    private JsonNode list(String id) {
        return line(board().path("lists"), id);
    }

    private JsonNode agent(String id) {
        return line(board().path("agents"), id);
    }

    /** One count later. */
    private JsonNode board() {
        clock.advance(Duration.ofSeconds(1));
        return boardAtThisMoment();
    }

    private JsonNode boardAtThisMoment() {
        return centre.as(supervisor).get("/api/v1/board").json();
    }

    private static JsonNode line(JsonNode lines, String id) {
        for (var line : lines) {
            if (line.path("id").asText().equals(id)) {
                return line;
            }
        }
        throw new AssertionError(id + " is not on the board");
    }

    private static Instant instant(JsonNode line, String field) {
        return Instant.parse(line.path(field).asText());
    }
}
