package io.ringback.figures;

import static io.ringback.support.Refusal.invalid;
import static io.ringback.support.Refusal.notFound;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringback.allocation.Offers;
import io.ringback.process.EngineDriver;
import io.ringback.support.Centre;
import io.ringback.support.MovableClock;
import io.ringback.support.RingbackTest;
import io.ringback.trace.ClosedCases;
import io.ringback.trace.Traces;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

/** What auditors are told of worked cases, in a month that no other test works in. */
@RingbackTest
@TestPropertySource(properties = "spring.application.name=figures") // what is counted until when is of all cases
class FiguresTest {

    @Autowired
    private Centre centre;

    @Autowired
    private MovableClock clock;

    @Autowired
    private EngineDriver engine;

    @Autowired
    private Offers offers;

    @Autowired
    private Traces traces;

    @Autowired
    private ApplicationContext server;

    private WorkedMonth month;

    @BeforeEach
    void aMonthOfItsOwn() {
        month = WorkedMonth.begin(centre, clock, engine, offers);
    }

    @Test
    void passesEndsAndDurationsAreThoseOfTheCases() {
        var callbacks = new ArrayList<JsonNode>();
        callbacks.add(month.worked("ANSWERED"));
        callbacks.add(month.worked("BUSY", "ANSWERED"));
        callbacks.add(month.worked("NO_ANSWER", "BUSY", "ANSWERED"));
        callbacks.add(month.cancelled());

        ClosedCases.fold(server);

        var told = figures();
        assertThat(told.path("cases").asInt()).isEqualTo(4);
        var steps = callbacks.stream()
                .flatMap(callback -> traces.of(Centre.id(callback)).steps().stream())
                .collect(groupingBy(step -> step.elementId()));
        for (var element : told.path("elements")) {
            var passed = steps.getOrDefault(element.path("elementId").asText(), List.of());
            assertThat(element.path("passes").asInt()).as("%s", element).isEqualTo(passed.size());
            if (!passed.isEmpty()) {
                var sorted = passed.stream()
                        .map(step -> Rounded.millis(Objects.requireNonNull(step.took())))
                        .sorted()
                        .toList();
                assertThat(element.path("medianSeconds").asDouble())
                        .as("%s", element)
                        .isEqualTo(sorted.get((sorted.size() + 1) / 2 - 1) / 1000.0);
            }
        }
        assertThat(WorkedMonth.one(told, "ends", "elementId", "end_resolved")
                        .path("count")
                        .asInt())
                .isEqualTo(3);
        assertThat(WorkedMonth.one(told, "ends", "elementId", "end_cancelled")
                        .path("count")
                        .asInt())
                .isEqualTo(1);
        assertThat(WorkedMonth.one(told, "ends", "elementId", "end_resolved")
                        .path("name")
                        .asText())
                .isEqualTo("Resolved");
        assertThat(WorkedMonth.one(told, "elements", "elementId", "task_talkToCustomer")
                        .path("passes")
                        .asInt())
                .isEqualTo(6);
        assertThat(WorkedMonth.one(told, "elements", "elementId", "task_talkToCustomer")
                        .path("medianSeconds")
                        .asDouble())
                .isEqualTo(60);
    }

    /** Of every element with several ways out, all together they are the whole. */
    @Test
    void sharesOfTheWaysOutAddUpToOne() {
        month.worked("ANSWERED");
        month.worked("BUSY", "ANSWERED");
        month.worked("OTHER", "ANSWERED");

        ClosedCases.fold(server);

        var told = figures();
        var shares = StreamSupport.stream(told.path("flows").spliterator(), false)
                .filter(flow -> !flow.path("share").isNull())
                .collect(groupingBy(flow -> flow.path("from").asText()));
        assertThat(shares).containsKeys("gateway_resolved", "gateway_callableYet");
        assertThat(shares).allSatisfy((from, ways) -> {
            assertThat(ways.stream()
                            .mapToDouble(way -> way.path("share").asDouble())
                            .sum())
                    .as(from)
                    .isCloseTo(1, within(0.001));
            assertThat(ways.stream().mapToInt(way -> way.path("passes").asInt()).sum())
                    .as(from)
                    .isEqualTo(WorkedMonth.one(told, "elements", "elementId", from)
                            .path("passes")
                            .asInt());
        });
        assertThat(WorkedMonth.one(told, "flows", "flowId", "flow_resolvedYes")
                        .path("share")
                        .asDouble())
                .isEqualTo(0.6);
    }

    @Test
    void retriesAreToldByTheRuleThatFired() {
        month.worked("BUSY", "BUSY", "NO_ANSWER", "ANSWERED");

        ClosedCases.fold(server);

        var rules = StreamSupport.stream(figures().path("rules").spliterator(), false)
                .filter(rule -> rule.path("decision").asText().equals("retryPolicy"))
                .toList();
        assertThat(rules).extracting(rule -> rule.path("count").asInt()).containsExactly(2, 1);
        assertThat(rules.get(0).path("version").asInt()).isEqualTo(newest("retryPolicy"));
        assertThat(rules.get(0).path("number").asInt()).isPositive();
        assertThat(rules.get(0).path("description").asText()).isNotBlank();
    }

    /** A case belongs to the quarter of an hour in which it was closed. */
    @ParameterizedTest
    @CsvSource({"0, 900, 1", "900, 1800, 0", "-900, 0, 0", "0, 1, 1", "899, 900, 1", "-86400, 86400, 1"})
    void aCaseCountsWhenItWasClosed(long from, long to, int cases) {
        clock.set(month.morning().plusSeconds(60));
        month.worked("ANSWERED");
        ClosedCases.fold(server);

        var told = told(month.morning().plusSeconds(from), month.morning().plusSeconds(to));

        assertThat(told.path("cases").asInt()).isEqualTo(cases);
        assertThat(Instant.parse(told.path("from").asText()))
                .isBeforeOrEqualTo(month.morning().plusSeconds(from));
        assertThat(Instant.parse(told.path("to").asText()))
                .isAfterOrEqualTo(month.morning().plusSeconds(to));
    }

    @Test
    void whatIsNotCountedYetIsTold() {
        ClosedCases.fold(server); // what other tests have closed
        month.worked("ANSWERED");
        var closed = clock.instant();
        clock.advance(Duration.ofMinutes(5));

        assertThat(Instant.parse(told(month.morning(), month.morning().plusSeconds(7200))
                        .path("countedUntil")
                        .asText()))
                .isBetween(closed.minusSeconds(1), closed.plusSeconds(1));

        ClosedCases.fold(server);

        assertThat(Instant.parse(told(month.morning(), month.morning().plusSeconds(7200))
                        .path("countedUntil")
                        .asText()))
                .isAfter(closed.plusSeconds(60));
    }

    @Test
    void whatThereIsNotIsNotFoundAndBadTimesAreRefused() {
        var auditor = centre.as(centre.person("AUDITOR"));

        notFound(auditor.get("/api/v1/audit/processes/callbackCase/versions/999/figures"));
        notFound(auditor.get("/api/v1/audit/processes/retryPolicy/versions/1/figures"));
        notFound(auditor.get("/api/v1/audit/processes/no-such/versions/1/figures"));
        notFound(auditor.get("/api/v1/audit/agents/nobody/figures"));
        notFound(auditor.get("/api/v1/audit/lists/nowhere/figures"));
        invalid(
                auditor.get("/api/v1/audit/lists/" + month.list()
                        + "/figures?from=2030-01-02T00:00:00Z&to=2030-01-01T00:00:00Z"),
                "from");
    }

    private JsonNode figures() {
        return told(month.morning().minus(Duration.ofHours(1)), month.morning().plus(Duration.ofDays(1)));
    }

    private JsonNode told(Instant from, Instant to) {
        return month.get("/api/v1/audit/processes/callbackCase/versions/%d/figures?from=%s&to=%s"
                .formatted(newest("callbackCase"), from, to));
    }

    /** What cases are begun on now: other tests of this server may have deployed some since it started. */
    private int newest(String key) {
        return month.get("/api/v1/processes/%s/versions".formatted(key))
                .at("/items/0/version")
                .asInt();
    }
}
