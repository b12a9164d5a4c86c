package io.ringback.figures;

import static io.ringback.support.Refusal.invalid;
import static io.ringback.support.Refusal.notFound;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringback.process.EngineDriver;
import io.ringback.support.Centre;
import io.ringback.support.MovableClock;
import io.ringback.support.RingbackTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The receptions of an agent, as auditors are told of them. */
@RingbackTest
class PastReceptionsTest {

    private static final Instant MORNING = Instant.parse("2029-03-05T06:00:00Z");

    @Autowired
    private Centre centre;

    @Autowired
    private MovableClock clock;

    @Autowired
    private EngineDriver engine;

    private String list;
    private String agent;

    @BeforeEach
    void aMorning() {
        clock.set(MORNING);
        list = centre.list();
        agent = centre.agentOn(list);
    }

    @Test
    void eachTellsWhenItBeganAndEndedAndWhyAndWhatWasDoneMeanwhile() {
        centre.request(list, centre.newNumber());
        centre.request(list, centre.newNumber());
        centre.receive(agent, true);
        calledAfter(Duration.ofSeconds(10));
        calledAfter(Duration.ofSeconds(50));
        centre.receive(agent, false);
        var off = clock.instant();
        clock.advance(Duration.ofHours(1));
        centre.receive(agent, true);

        var told = receptions("");

        assertThat(told.path("next").isNull()).isTrue();
        var goesOn = told.at("/items/0");
        assertThat(goesOn.path("startedAt").asText())
                .isEqualTo(off.plus(Duration.ofHours(1)).toString());
        assertThat(goesOn.path("endedAt").isNull()).isTrue();
        assertThat(goesOn.path("endedBecause").isNull()).isTrue();
        assertThat(goesOn.path("cases").asInt()).isZero();
        assertThat(goesOn.path("timeToCall").isNull()).isTrue();
        var first = told.at("/items/1");
        assertThat(first.path("id").asText()).isNotEqualTo(goesOn.path("id").asText());
        assertThat(first.path("startedAt").asText()).isEqualTo(MORNING.toString());
        assertThat(first.path("endedAt").asText()).isEqualTo(off.toString());
        assertThat(first.path("endedBecause").asText()).isEqualTo("AGENT");
        assertThat(first.path("cases").asInt()).isEqualTo(2);
        assertThat(first.path("timeToCall").asText()).isEqualTo("PT10S");
        assertThat(told.path("items")).hasSize(2);
    }

    @Test
    void oneThatALimitEndedSaysWhich() {
        var callback = centre.request(list, centre.newNumber());
        centre.receive(agent, true);
        clock.advance(Duration.ofMinutes(3));
        engine.fireDueTimers(Centre.id(callback));

        var only = receptions("").at("/items/0");

        assertThat(only.path("endedBecause").asText()).isEqualTo("NO_CALL_MADE");
        assertThat(only.path("cases").asInt()).isEqualTo(1);
        assertThat(only.path("timeToCall").isNull()).isTrue();
    }

    @Test
    void thoseThatBeganInThePeriodAreToldPageByPageTheLatestFirst() {
        for (var number = 0; number < 5; number++) {
            centre.receive(agent, true);
            clock.advance(Duration.ofMinutes(30));
            centre.receive(agent, false);
            clock.advance(Duration.ofMinutes(30));
        }
        var period = "&from=%s&to=%s".formatted(MORNING.plusSeconds(1), MORNING.plus(Duration.ofHours(4)));

        var begun = new ArrayList<String>();
        var next = "";
        do {
            var page = receptions("?limit=2" + period + next);
            page.path("items").forEach(item -> begun.add(item.path("startedAt").asText()));
            next = page.path("next").isNull()
                    ? null
                    : "&after=" + page.path("next").asText();
        } while (next != null);

        assertThat(begun).containsExactly("2029-03-05T09:00:00Z", "2029-03-05T08:00:00Z", "2029-03-05T07:00:00Z");
    }

    @Test
    void theEndOfAnotherAgentsPageIsRefused() {
        centre.receive(agent, true);
        var id = receptions("").at("/items/0/id").asText();
        var other = centre.agentOn(list);
        var auditor = centre.as(centre.person("AUDITOR"));

        invalid(auditor.get("/api/v1/audit/agents/%s/receptions?after=%s".formatted(other, id)), "after");
        notFound(auditor.get("/api/v1/audit/agents/nobody/receptions"));
    }

    private void calledAfter(Duration time) {
        clock.advance(time);
        var call = centre.call(agent);
        clock.advance(Duration.ofMinutes(1));
        centre.endCall(agent, call);
        centre.save(agent, "ANSWERED");
    }

    private JsonNode receptions(String query) {
        var answer =
                centre.as(centre.person("AUDITOR")).get("/api/v1/audit/agents/%s/receptions%s".formatted(agent, query));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(StreamSupport.stream(answer.json().path("items").spliterator(), false))
                .allSatisfy(item -> assertThat(item.size()).isEqualTo(6));
        return answer.json();
    }
}
