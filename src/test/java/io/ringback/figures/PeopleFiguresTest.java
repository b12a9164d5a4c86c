package io.ringback.figures;

import static io.ringback.figures.WorkedMonth.one;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.allocation.Offers;
import io.ringback.process.EngineDriver;
import io.ringback.support.Centre;
import io.ringback.support.MovableClock;
import io.ringback.support.RingbackTest;
import io.ringback.trace.ClosedCases;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

/** What auditors are told of what agents did, and of what was done with the cases of a list. */
@RingbackTest
@TestPropertySource(properties = "spring.application.name=figures") // what is counted until when is of all cases
class PeopleFiguresTest {

    @Autowired
    private Centre centre;

    @Autowired
    private MovableClock clock;

    @Autowired
    private EngineDriver engine;

    @Autowired
    private Offers offers;

    @Autowired
    private ApplicationContext server;

    private WorkedMonth month;

    @BeforeEach
    void aMonthOfItsOwn() {
        month = WorkedMonth.begin(centre, clock, engine, offers);
    }

    @Test
    void agentsAndListsAreToldOfWhatWasDoneWithTheirCases() {
        month.worked("BUSY", "ANSWERED");
        month.worked("ANSWERED");
        ClosedCases.fold(server);

        for (var address : List.of("/api/v1/audit/agents/" + month.agent(), "/api/v1/audit/lists/" + month.list())) {
            var told = month.ofTheDay(address + "/figures");
            assertThat(told.path("given").asInt()).as(address).isEqualTo(3);
            assertThat(told.at("/timeToCall/medianSeconds").asDouble()).isEqualTo(30);
            assertThat(told.at("/call/medianSeconds").asDouble()).isEqualTo(60);
            assertThat(told.at("/call/count").asInt()).isEqualTo(3);
            assertThat(told.at("/afterCall/p95Seconds").asDouble()).isEqualTo(20);
            assertThat(told.path("stoppedByLimit").asDouble()).isZero();
            assertThat(StreamSupport.stream(told.path("left").spliterator(), false)
                            .collect(groupingBy(each -> each.path("how").asText(), counting())))
                    .isEqualTo(Map.of("ANSWERED", 1L, "BUSY", 1L));
            assertThat(one(told, "left", "how", "ANSWERED").path("count").asInt())
                    .isEqualTo(2);
            assertThat(one(told, "left", "how", "ANSWERED").path("listId").asText())
                    .isEqualTo(month.list());
        }
    }

    @Test
    void aCaseThatALimitTookBackIsToldAsThat() {
        var callback = centre.request(month.list(), centre.newNumber());
        centre.receive(month.agent(), true);
        clock.advance(Duration.ofMinutes(3));
        engine.fireDueTimers(Centre.id(callback));
        centre.cancel(callback);
        ClosedCases.fold(server);

        var told = month.ofTheDay("/api/v1/audit/lists/%s/figures".formatted(month.list()));

        assertThat(told.path("given").asInt()).isEqualTo(1);
        assertThat(told.path("stoppedByLimit").asDouble()).isEqualTo(1);
        assertThat(told.at("/left/0/how").asText()).isEqualTo("NO_CALL_MADE");
        assertThat(told.at("/timeToCall/medianSeconds").isNull()).isTrue();
    }
}
