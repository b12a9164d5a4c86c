package io.ringback.intake;

import static io.ringback.support.Centre.quoted;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.support.Centre;
import io.ringback.support.MovableClock;
import io.ringback.support.RingbackTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What stays of requests that were refused. */
@RingbackTest
class RefusedRequestsTest {

    @Autowired
    private Centre centre;

    @Autowired
    private MovableClock clock;

    @Autowired
    private RefusedRequests refused;

    @Autowired
    private JdbcClient jdbc;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "phoneNumber | \"123\"                             | SHORT_NUMBER, phoneNumber",
                "phoneNumber | \"\"                                | INVALID, phoneNumber",
                "notBefore   | \"2001-01-01T00:00:00Z\"            | IN_THE_PAST, notBefore",
                "source      | \"SMOKE\"                           | INVALID, source",
                "attributes  | {\"Anna Virtanen\": null}           | INVALID, attributes",
                "shoeSize    | \"Anna Virtanen\"                   | INVALID, whole",
            })
    void isWhatWasWrongWithWhichField(String field, String value, String kept) {
        var list = centre.list();
        var program = centre.person("INTEGRATOR");

        send(program, list, Map.of(field, value));

        assertThat(told(program)).containsExactly("%s, 1".formatted(kept));
    }

    @Test
    void isOneEntryForEachMinuteHoweverManyThereWere() {
        var list = centre.list();
        var program = centre.person("INTEGRATOR");
        clock.advance(Duration.between(clock.instant(), nextMinute()));

        IntStream.range(0, 20).forEach(each -> send(program, list, Map.of("phoneNumber", "\"123\"")));
        clock.advance(Duration.ofMinutes(1));
        send(program, list, Map.of("phoneNumber", "\"123\""));

        assertThat(told(program)).containsExactly("SHORT_NUMBER, phoneNumber, 20", "SHORT_NUMBER, phoneNumber, 1");
    }

    @Test
    void namesTheListOnlyWhereThereIsOne() {
        var list = centre.list();
        var program = centre.person("INTEGRATOR");

        send(program, list, Map.of("phoneNumber", "\"123\""));
        send(program, "anna-virtanen", Map.of());

        told(program);
        assertThat(jdbc.sql(
                                "SELECT list_id FROM ringback.audit_event WHERE actor = ? AND type = 'REQUEST_REFUSED' ORDER BY id")
                        .param(program)
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder(list, null);
    }

    @Test
    void isNothingOfWhatWasSent() {
        var list = centre.list();
        var program = centre.person("INTEGRATOR");

        send(
                program,
                list,
                Map.of(
                        "phoneNumber",
                        "\"040 123 45678901\"",
                        "callerName",
                        "\"Anna Virtanen\"",
                        "attributes",
                        "{\"a\": \"b\"}"));
        centre.as(program).post("/api/v1/callbacks", "{\"phoneNumber\": \"+358401234567");

        assertThat(told(program)).hasSize(2);
        assertThat(jdbc.sql("SELECT row_to_json(e)::text FROM ringback.audit_event e WHERE actor = ?")
                        .param(program)
                        .query(String.class)
                        .list())
                .noneMatch(row -> row.contains("Virtanen") || row.contains("12345"));
    }

    @Test
    void isNotInTheHistoryOfTheListAndGoesToNoOtherProgram() {
        var list = centre.list();
        var program = centre.person("INTEGRATOR");
        send(program, list, Map.of("phoneNumber", "\"123\""));
        told(program);

        assertThat(centre.as(centre.person("SUPERVISOR"))
                        .get("/api/v1/lists/%s/history".formatted(list))
                        .body())
                .doesNotContain("REQUEST_REFUSED");
        assertThat(jdbc.sql("SELECT ringback.is_outgoing(NULL, 'REQUEST_REFUSED')")
                        .query(Boolean.class)
                        .single())
                .isFalse();
    }

    @Test
    void isNothingOfARequestThatWasTakenIn() {
        var list = centre.list();
        var program = centre.person("INTEGRATOR");

        send(program, list, Map.of());

        assertThat(told(program)).isEmpty();
    }

    private void send(String program, String list, Map<String, String> fields) {
        var all = new TreeMap<>(
                Map.of("listId", quoted(list), "phoneNumber", quoted(centre.newNumber()), "source", "\"IVR\""));
        all.putAll(fields);
        centre.as(program).post("/api/v1/callbacks", Centre.object(all));
    }

    private List<String> told(String program) {
        clock.advance(Duration.ofMinutes(2));
        refused.runOnce();
        return jdbc.sql("""
                        SELECT because ->> 'code' || ', ' || coalesce(nullif(details ->> 'field', ''), 'whole') || ', ' || (details ->> 'times')
                        FROM ringback.audit_event WHERE actor = ? AND type = 'REQUEST_REFUSED' ORDER BY id""").param(program).query(String.class).list();
    }

    private Instant nextMinute() {
        return clock.instant().truncatedTo(ChronoUnit.MINUTES).plusSeconds(60);
    }
}
