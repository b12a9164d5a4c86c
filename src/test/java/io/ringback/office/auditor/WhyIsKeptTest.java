package io.ringback.office.auditor;

import static io.ringback.support.Centre.id;
import static io.ringback.support.Centre.quoted;
import static io.ringback.support.Json.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringback.audit.AuditEvent;
import io.ringback.audit.AuditTrail;
import io.ringback.support.Centre;
import io.ringback.support.MovableClock;
import io.ringback.support.RingbackTest;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What really happens, and what the pages say of why. */
@RingbackTest
class WhyIsKeptTest {

    /** A Friday, ten to four in Helsinki. */
    private static final Instant FRIDAY = Instant.parse("2026-03-06T13:50:00Z");

    private static final String WEEK = """
            {'week':[{'day':'MONDAY','from':'09:00','to':'16:00'},{'day':'FRIDAY','from':'08:00','to':'16:00'}],
             'expiry':'COUNTS_ON','callerZone':false}""";

    @Autowired
    private Centre centre;

    @Autowired
    private MovableClock clock;

    @Autowired
    private AuditTrail audit;

    @Autowired
    private WhyInWords words;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void beginOnAFriday() {
        clock.set(FRIDAY);
    }

    @Test
    void aRuleGaveTheTimeAndTheHoursMovedItToMonday() {
        var list = open(Map.of("expiresAfter", quoted("P7D")));
        var callback = held(list);

        centre.save(callback.agent(), "NO_ANSWER");

        assertThat(why(callback.id(), "RETRY_SCHEDULED"))
                .matches(
                        "Again after 15 min, by rule 3 of Retry policy, version \\d+; moved to the opening on Monday at 09:00\\.");
    }

    @Test
    void theListHasItsOwnRetryTime() {
        var callback = held(centre.list(Map.of("retryAfterBusy", "[\"PT10M\"]")));

        centre.save(callback.agent(), "BUSY");

        assertThat(why(callback.id(), "RETRY_SCHEDULED"))
                .isEqualTo("Again after 10 min, by the list’s own retry time.");
    }

    @Test
    void theAgentAgreedOnATime() {
        var callback = held(centre.list());

        centre.save(callback.agent(), "BUSY", Map.of("retryAt", quoted("2026-03-06T14:10:00Z")));

        assertThat(why(callback.id(), "RETRY_SCHEDULED")).isEqualTo("Agreed with the caller by the agent, at 16:10.");
    }

    @Test
    void theAgentInsistedOnATimeOutsideTheHours() {
        var callback = held(open(Map.of("appointmentsOutsideHours", "true")));

        centre.save(callback.agent(), "BUSY", Map.of("retryAt", quoted("2026-03-06T18:00:00Z"), "insist", "true"));

        assertThat(why(callback.id(), "RETRY_SCHEDULED"))
                .isEqualTo("Agreed with the caller by the agent, at 20:00, although the list is closed then.");
    }

    @Test
    void aRuleAllowsNoFurtherAttempt() {
        var callback = held(centre.list(Map.of("maxAttempts", "1")));
        centre.endCall(callback.agent(), centre.call(callback.agent()));

        centre.save(callback.agent(), "BUSY");

        assertThat(why(callback.id(), "GIVEN_UP"))
                .matches("No further attempt, by rule 1 of Retry policy, version \\d+\\.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "receiving    | {\"receiving\":false}                 | by the agent",
                "availability | {\"availability\":\"DO_NOT_DISTURB\"} | Do not disturb",
                "availability | {\"availability\":\"OFFWORK\"}        | off work"
            })
    void theAgentStopped(String what, String body, String said) {
        var callback = held(centre.list());

        assertThat(centre.as(callback.agent()).put("/api/v1/desk/" + what, body).status())
                .isEqualTo(200);

        assertThat(why(callback.id(), "RELEASED")).isEqualTo("Receiving stopped: %s.".formatted(said));
        assertThat(whyStopped(callback.agent())).isEqualTo("Receiving stopped: %s.".formatted(said));
    }

    @Test
    void aSupervisorStopped() {
        var callback = held(centre.list());

        centre.as(centre.person("SUPERVISOR"))
                .post("/api/v1/agents/%s/stop".formatted(callback.agent()), json("{'reason':'team meeting'}"));

        assertThat(why(callback.id(), "RELEASED")).isEqualTo("Receiving stopped: by a supervisor.");
    }

    @Test
    void itsNumberWasOpenOnTheListAlready() {
        var list = centre.list();
        var number = centre.newNumber();
        var main = centre.request(list, number);
        clock.set(FRIDAY.plusSeconds(3600));

        var merged = centre.request(list, number);

        assertThat(why(id(merged), "MERGED"))
                .isEqualTo("Its number had an open callback on the list: no caller waits twice.");
        assertThat(said(id(main), "RELATED_RECEIVED").sentences())
                .containsExactly("It expires later: on Saturday at 16:50 instead of on Saturday at 15:50.");
    }

    private String open(Map<String, String> settings) {
        var list = centre.list(settings);
        var supervisor = centre.as(centre.person("SUPERVISOR"));
        var version = supervisor
                .get("/api/v1/lists/%s/hours".formatted(list))
                .json()
                .path("version")
                .asText();
        var answer = supervisor.send(supervisor
                .request("/api/v1/lists/%s/hours".formatted(list))
                .header("Content-Type", "application/json")
                .header("If-Match", version)
                .PUT(HttpRequest.BodyPublishers.ofString(json(WEEK)))
                .build());
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return list;
    }

    private record Held(String agent, UUID id) {}

    private Held held(String list) {
        var agent = centre.agentOn(list);
        JsonNode callback = centre.request(list, centre.newNumber());
        centre.receive(agent, true);
        return new Held(agent, id(callback));
    }

    private String why(UUID callback, String type) {
        return said(callback, type).sentences().get(0);
    }

    private Why said(UUID callback, String type) {
        var events = audit.ofCallback(callback).stream()
                .filter(event -> event.type().equals(type))
                .toList();
        assertThat(events).as(type).isNotEmpty();
        return said(events.get(events.size() - 1));
    }

    private String whyStopped(String agent) {
        return jdbc
                .sql("SELECT facts::text FROM ringback.audit_event WHERE agent_id = ? AND type = 'RECEIVING_STOPPED'")
                .param(agent)
                .query(String.class)
                .list()
                .stream()
                .map(facts -> new AuditEvent(
                        FRIDAY, agent, "RECEIVING_STOPPED", null, null, null, agent, null, null, null, facts))
                .map(event -> said(event).sentences().get(0))
                .findFirst()
                .orElseThrow();
    }

    private Why said(AuditEvent event) {
        var why =
                words.of(event, new WhyInWords.Known(Map.of(), Map.of(), ZoneId.of("Europe/Helsinki")), Locale.ENGLISH);
        return new Why(
                why.sentences().stream()
                        .map(each -> each.replace('\u00a0', ' '))
                        .toList(),
                List.copyOf(why.others()));
    }
}
