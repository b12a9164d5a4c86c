package io.ringback.list;

import static io.ringback.support.Json.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.support.Centre;
import io.ringback.support.MovableClock;
import io.ringback.support.RingbackTest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The live numbers of a list, exactly. */
@RingbackTest
class ListNumbersTest {

    @Autowired
    private Centre centre;

    @Autowired
    private MovableClock clock;

    private String list;

    @BeforeEach
    void aListWithLongDeadlines() {
        list = centre.list(Map.of("dueAfter", "\"PT2H\"", "expiresAfter", "\"PT48H\""));
    }

    @Test
    void anEmptyListHasZeroes() {
        numbers(0, 0, 0, 0);
    }

    @Test
    void servingAreThoseActiveOnTheListAndReceiving() {
        var receiving = centre.agentOn(list);
        centre.receive(receiving, true);
        centre.agentOn(list);
        var unjoined = centre.agentOn(list);
        centre.receive(unjoined, true);
        centre.as(unjoined).put("/api/v1/desk/lists/" + list, json("{'active':false}"));
        var elsewhere = centre.agentOn(centre.list());
        centre.receive(elsewhere, true);
        var away = centre.agentOn(list);
        centre.receive(away, true);
        centre.as(away).put("/api/v1/desk/availability", json("{'availability':'OFFWORK'}"));

        numbers(1, 0, 0, 0);
        centre.receive(receiving, false);
        numbers(0, 0, 0, 0);
        centre.receive(unjoined, false);
        centre.receive(elsewhere, false);
    }

    @Test
    void openCasesIncludeThoseHeldAndThoseNotYetEligibleButNoClosedOnes() {
        var agent = centre.agentOn(list);
        var number = centre.newNumber();
        centre.request(list, number);
        centre.request(list, number);
        centre.receive(agent, true);
        centre.request(list, centre.newNumber());
        centre.request(list, centre.newNumber(), Map.of("notBefore", in("PT3H")));
        var cancelled = centre.request(list, centre.newNumber());
        centre.as(centre.person("SUPERVISOR"))
                .post("/api/v1/callbacks/%s/cancel".formatted(Centre.id(cancelled)), json("{'reason':'x'}"));

        numbers(1, 3, 0, 0);
        centre.save(agent, "NO_ANSWER");
        numbers(1, 3, 0, 0);
        centre.save(agent, "ANSWERED");
        numbers(1, 2, 0, 0);
        centre.receive(agent, false);
    }

    @Test
    void dueInAnHourIncludesTheLastMinuteAndTheOverdue() {
        centre.request(list, centre.newNumber(), Map.of("dueAt", in("PT60M")));
        centre.request(list, centre.newNumber(), Map.of("dueAt", in("PT60M0.001S")));
        centre.request(list, centre.newNumber(), Map.of("dueAt", in("PT10S")));

        numbers(0, 3, 2, 0);
        clock.advance(Duration.ofSeconds(20));
        numbers(0, 3, 3, 0);
        clock.advance(Duration.ofHours(2));
        numbers(0, 3, 3, 0);
    }

    @Test
    void expiresIn24HoursIncludesTheLastMoment() {
        centre.request(list, centre.newNumber(), Map.of("expiresAt", in("PT24H")));
        centre.request(list, centre.newNumber(), Map.of("expiresAt", in("PT24H0.001S")));
        centre.request(list, centre.newNumber(), Map.of("expiresAt", in("PT23H")));

        numbers(0, 3, 0, 2);
    }

    @Test
    void theDeskShowsTheSameNumbers() {
        var agent = centre.agentOn(list);
        centre.request(list, centre.newNumber(), Map.of("dueAt", in("PT5M"), "expiresAt", in("PT6M")));

        var shown = centre.receive(agent, true).at("/lists/0");

        assertThat(shown.path("serving").asInt()).isEqualTo(1);
        assertThat(shown.path("openCases").asInt()).isEqualTo(1);
        assertThat(shown.path("dueInAnHour").asInt()).isEqualTo(1);
        assertThat(shown.path("expiresIn24Hours").asInt()).isEqualTo(1);
        centre.receive(agent, false);
    }

    private void numbers(int serving, int openCases, int dueInAnHour, int expiresIn24Hours) {
        var answer = centre.as(centre.person("AGENT")).get("/api/v1/lists/%s/numbers".formatted(list));

        assertThat(answer.json().toString())
                .isEqualTo(json(
                        "{'serving':%d,'openCases':%d,'dueInAnHour':%d,'expiresIn24Hours':%d}",
                        serving, openCases, dueInAnHour, expiresIn24Hours));
    }

    private String in(String duration) {
        return Centre.quoted(clock.instant().plus(Duration.parse(duration)).toString());
    }
}
