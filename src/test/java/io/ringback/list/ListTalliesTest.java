package io.ringback.list;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.process.EngineDriver;
import io.ringback.support.Centre;
import io.ringback.support.Json;
import io.ringback.support.MovableClock;
import io.ringback.support.RingbackTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The live numbers equal a recount, whatever has happened and whenever the tallies were brought up to date. On a database
 * of its own: it fires the timers of all callbacks, and other tests leave some whose rows are gone.
 */
@RingbackTest
@TestPropertySource(properties = "spring.application.name=tallies")
class ListTalliesTest {

    private static final int STEPS = 1_200;

    @Autowired
    private Centre centre;

    @Autowired
    private MovableClock clock;

    @Autowired
    private EngineDriver engine;

    @Autowired
    private LiveNumbers numbers;

    @Autowired
    private ListTallies tallies;

    @Autowired
    private JdbcListNumbers rows;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    private final Random chance = new Random(20_260_302);
    private List<String> lists = List.of();
    private Instant began = Instant.EPOCH;

    @BeforeEach
    void someLists() {
        lists = Stream.of("PT3H", "PT26H", "PT48H")
                .map(expiry -> centre.list(Map.of("dueAfter", "\"PT2H\"", "expiresAfter", Centre.quoted(expiry))))
                .toList();
        began = clock.instant();
    }

    @AfterEach
    void backToTheTimeOfTheOtherTests() {
        clock.set(began);
    }

    @Test
    void areRightAfterEveryChangeOfARowOrOfTheTime() {
        var callbacks = new RandomCallbacks(jdbc, lists, chance);

        for (int step = 0; step < STEPS; step++) {
            switch (chance.nextInt(12)) {
                case 0 -> clock.advance(Duration.ofMillis(chance.nextInt(-40_000, 60_000)));
                case 1 -> tallies.runOnce();
                case 2 -> tallyByAnotherClock();
                case 3 -> changeAndRollBack(callbacks);
                default -> callbacks.change(clock.instant());
            }

            assertThat(numbers.of(lists)).as("step %d", step).isEqualTo(recount());
        }
        assertThat(errors()).isEmpty();
        assertThat(recount().values()).allMatch(count -> count.openCases() > count.dueInAnHour());
    }

    @Test
    void areRightWhileAContactCentreWorks() {
        var agent = centre.agentOn(lists.get(0), lists.get(1), lists.get(2));
        var supervisor = centre.as(centre.person("SUPERVISOR"));
        var callers = Stream.generate(centre::newNumber).limit(8).toList();
        var requested = new ArrayList<>(List.of(request(callers.get(0))));
        centre.receive(agent, true);

        for (int step = 0; step < 80; step++) {
            switch (chance.nextInt(7)) {
                case 0, 1 -> requested.add(request(oneOf(callers)));
                case 2 -> supervisor.post(cancel(oneOf(requested)), "{\"reason\":\"test\"}");
                case 3, 4 -> save(agent);
                case 5 -> tallies.runOnce();
                default -> {
                    clock.advance(Duration.ofMinutes(chance.nextInt(1, 60)));
                    engine.fireDueTimers();
                }
            }

            assertThat(withoutServing()).as("step %d", step).isEqualTo(recount());
        }
        centre.receive(agent, false);
        centre.request(lists.get(0), centre.newNumber());
        clock.advance(Duration.ofHours(4));
        engine.fireDueTimers();
        assertThat(numbers.of(lists)).isEqualTo(recount());
        assertThat(errors()).isEmpty();
        assertThat(statuses()).contains("RESOLVED", "EXPIRED", "MERGED", "CANCELLED");
    }

    @Test
    void ofAListThatIsUpToDateLittleIsReadHoweverLongItIs() {
        var callbacks = new RandomCallbacks(jdbc, lists, chance);
        for (int change = 0; change < 400; change++) {
            callbacks.change(clock.instant());
        }
        assertThat(worthTallying()).containsAll(lists);

        tallies.runOnce();

        assertThat(worthTallying()).doesNotContainAnyElementsOf(lists);
        assertThat(unread()).isEqualTo(0);
        assertThat(numbers.of(lists)).isEqualTo(recount());
    }

    @Test
    void thatSomebodyHasSpoiltAreFoundAndMended() {
        var callbacks = new RandomCallbacks(jdbc, lists, chance);
        for (int change = 0; change < 60; change++) {
            callbacks.change(clock.instant());
        }
        jdbc.sql("UPDATE ringback.list_tally SET open = open + 1 WHERE list_id = ?")
                .param(lists.get(1))
                .update();
        assertThat(errors()).containsExactly(lists.get(1));

        jdbc.sql("SELECT ringback.rebuild_list_tally()").query(row -> {});

        assertThat(errors()).isEmpty();
        assertThat(numbers.of(lists)).isEqualTo(recount());
    }

    /** As a node would whose clock is wrong. */
    private void tallyByAnotherClock() {
        var then = clock.instant().plusMillis(chance.nextInt(-3_000_000, 3_000_000));
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            assertThat(rows.keepOthersFromTallying()).isTrue();
            rows.tally(List.of(oneOf(lists)), then);
        });
    }

    private void changeAndRollBack(RandomCallbacks callbacks) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            callbacks.change(clock.instant());
            callbacks.change(clock.instant());
            status.setRollbackOnly();
        });
        callbacks.lookAgain();
    }

    private String request(String number) {
        return Centre.id(centre.request(oneOf(lists), number)).toString();
    }

    private static String cancel(String callback) {
        return "/api/v1/callbacks/%s/cancel".formatted(callback);
    }

    /** Of the case in hand or the next one there is, if any. */
    private void save(String agent) {
        centre.receive(agent, false);
        var allocation = centre.receive(agent, true).at("/case/allocationId").asText();
        var callStatus = oneOf(List.of("ANSWERED", "BUSY", "NO_ANSWER"));
        centre.as(agent)
                .post(
                        "/api/v1/desk/case/outcome",
                        Json.json("{'allocationId':'%s','callStatus':'%s'}", allocation, callStatus));
    }

    private Map<String, ListNumbers> withoutServing() {
        var found = numbers.of(lists);
        found.replaceAll((list, n) -> new ListNumbers(0, n.openCases(), n.dueInAnHour(), n.expiresIn24Hours()));
        return found;
    }

    private Map<String, ListNumbers> recount() {
        return Recount.of(jdbc, lists, clock.instant());
    }

    private List<String> worthTallying() {
        return rows.worthTallying(ListTallies.FEW, 1_000, clock.instant());
    }

    private int unread() {
        return jdbc.sql("SELECT count(*) FROM ringback.list_change WHERE list_id = ANY (?)")
                .param(lists.toArray(String[]::new))
                .query(Integer.class)
                .single();
    }

    private List<String> errors() {
        return jdbc.sql("SELECT list_id FROM ringback.list_tally_error ORDER BY list_id")
                .query(String.class)
                .list();
    }

    private List<String> statuses() {
        return jdbc.sql("SELECT DISTINCT status FROM ringback.callback WHERE list_id = ANY (?) ORDER BY status")
                .param(lists.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    private <T> T oneOf(List<T> things) {
        return things.get(chance.nextInt(things.size()));
    }
}
