package io.ringback.webhook;

import static io.ringback.support.Refusal.invalid;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringback.support.Centre;
import io.ringback.support.Http;
import io.ringback.support.MovableClock;
import io.ringback.support.RingbackTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The stream of all changes, as programs read it. */
@RingbackTest
class EventStreamTest {

    @Autowired
    private Centre centre;

    @Autowired
    private OutgoingEvents events;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    private Http program;
    private long before;

    @BeforeEach
    void readToTheEnd() {
        events.runOnce();
        program = centre.as(centre.person("INTEGRATOR"));
        before = jdbc.sql("SELECT last_sequence FROM ringback.outgoing_stream")
                .query(Long.class)
                .single();
    }

    @Test
    void tellsTheLifeOfACallbackInOrder() {
        var list = centre.list();
        var agent = centre.agentOn(list);
        var callback = centre.request(list, centre.newNumber());
        centre.receive(agent, true);
        centre.endCall(agent, centre.call(agent));
        centre.save(agent, "ANSWERED");
        centre.receive(agent, false);
        events.runOnce();

        var read = readFrom(before);

        assertThat(typesOf(read, "callback/" + callback.path("id").asText()))
                .containsExactly(
                        "io.ringback.callback.requested",
                        "io.ringback.callback.allocated",
                        "io.ringback.callback.call_started",
                        "io.ringback.callback.call_ended",
                        "io.ringback.callback.outcome_saved",
                        "io.ringback.callback.resolved");
        assertThat(typesOf(read, "agent/" + agent))
                .containsExactly("io.ringback.reception.started", "io.ringback.reception.stopped");
    }

    @Test
    void isMadeOfCloudEventsWithoutPersonalData() {
        var list = centre.list();
        var number = centre.newNumber();
        var callback = centre.request(list, number, Map.of("callerName", "\"Maija Meikäläinen\""));
        events.runOnce();

        var page = program.get("/api/v1/events?after=" + before);
        var event = page.json().at("/items/0");

        assertThat(page.body()).doesNotContain(number).doesNotContain("Maija");
        assertThat(event.path("specversion").asText()).isEqualTo("1.0");
        assertThat(event.path("id").asText()).hasSize(36);
        assertThat(event.path("source").asText()).startsWith("urn:uuid:");
        assertThat(event.path("type").asText()).isEqualTo("io.ringback.callback.requested");
        assertThat(event.path("subject").asText())
                .isEqualTo("callback/" + callback.path("id").asText());
        assertThat(event.path("time").asText()).isEqualTo(clock.instant().toString());
        assertThat(event.path("sequence").asText()).isEqualTo("%020d".formatted(before + 1));
        assertThat(event.at("/data/sequence").asLong()).isEqualTo(before + 1);
        assertThat(event.at("/data/listId").asText()).isEqualTo(list);
        assertThat(event.at("/data/to").asText()).isEqualTo("WAITING");
        assertThat(page.json().path("next").asLong()).isEqualTo(before + 1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 1_000_000, Long.MAX_VALUE - 1_000_000})
    void saysSoBeyondItsEnd(long beyond) {
        var answer = program.get("/api/v1/events?after=" + (before + beyond));

        invalid(answer, "after");
        assertThat(answer.json().path("detail").asText()).contains("beyond the end", Long.toString(before));
    }

    @Test
    void hasNoGapsAndEndsWithTheNumberToGoOnFrom() {
        var list = centre.list();
        for (int number = 0; number < 5; number++) {
            centre.request(list, centre.newNumber());
        }
        events.runOnce();

        var first = program.get("/api/v1/events?limit=2&after=" + before).json();
        var rest = program.get("/api/v1/events?after=" + first.path("next").asLong())
                .json();
        var end = program.get("/api/v1/events?after=" + rest.path("next").asLong())
                .json();

        assertThat(sequences(first)).containsExactly(before + 1, before + 2);
        assertThat(sequences(rest)).containsExactly(before + 3, before + 4, before + 5);
        assertThat(end.path("items")).isEmpty();
        assertThat(end.path("next").asLong()).isEqualTo(before + 5);
    }

    /** Ids of the audit trail are given before the commit, so a lower one can appear after a higher one. */
    @Test
    void missesNothingThatIsCommittedLate() {
        var late = begin();
        var lateId = change("late");
        var other = new TransactionTemplate(transactions, requiresNew());
        var early = other.execute(status -> change("early"));
        CompletableFuture.runAsync(events::runOnce).join(); // outside of the transaction that is open here
        var seenEarly = callbackIds(before);

        transactions.commit(late);
        events.runOnce();

        assertThat(seenEarly).containsExactly(early);
        assertThat(callbackIds(before)).containsExactly(early, lateId);
    }

    @Test
    void tellsNothingThatWasRolledBack() {
        var undone = begin();
        change("undone");
        transactions.rollback(undone);
        events.runOnce();

        assertThat(readFrom(before)).isEmpty();
    }

    private TransactionStatus begin() {
        return transactions.getTransaction(requiresNew());
    }

    private static DefaultTransactionDefinition requiresNew() {
        return new DefaultTransactionDefinition(DefaultTransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** A change of some callback in the current transaction; answers the callback's id. */
    private String change(String actor) {
        return jdbc.sql("""
                        INSERT INTO ringback.audit_event (at, actor, type, callback_id)
                        VALUES (now(), ?, 'OVERDUE', gen_random_uuid()) RETURNING callback_id::text""").param(actor).query(String.class).single();
    }

    private List<String> callbackIds(long after) {
        return readFrom(after).stream()
                .map(event -> event.at("/data/callbackId").asText())
                .toList();
    }

    private List<JsonNode> readFrom(long after) {
        var read = new ArrayList<JsonNode>();
        program.get("/api/v1/events?limit=1000&after=" + after)
                .json()
                .path("items")
                .forEach(read::add);
        return read;
    }

    private static List<String> typesOf(List<JsonNode> read, String subject) {
        return read.stream()
                .filter(event -> event.path("subject").asText().equals(subject))
                .map(event -> event.path("type").asText())
                .toList();
    }

    private static List<Long> sequences(JsonNode page) {
        var sequences = new ArrayList<Long>();
        page.path("items")
                .forEach(event -> sequences.add(event.at("/data/sequence").asLong()));
        return sequences;
    }
}
