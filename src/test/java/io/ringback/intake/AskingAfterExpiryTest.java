package io.ringback.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.process.EngineDriver;
import io.ringback.support.Centre;
import io.ringback.support.MovableClock;
import io.ringback.support.RingbackTest;
import io.ringback.support.Together;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A main callback past its expiry takes nothing in: who asks again then is a new caller. */
@RingbackTest
class AskingAfterExpiryTest {

    private static final Instant MORNING = Instant.parse("2026-03-02T08:00:00Z");

    @Autowired
    private Centre centre;

    @Autowired
    private MovableClock clock;

    @Autowired
    private EngineDriver engine;

    @Autowired
    private JdbcClient jdbc;

    private String list;
    private String number;

    @BeforeEach
    void aCaller() {
        clock.set(MORNING);
        list = centre.list();
        number = centre.newNumber();
    }

    @Test
    void nothingIsMergedIntoOnePastItsExpiry() {
        var main = centre.request(list, number);
        clock.set(at(24));

        var next = centre.request(list, number);

        assertThat(centre.status(main)).isEqualTo("EXPIRED");
        assertThat(next.path("status").asText()).isEqualTo("WAITING");
        assertTheNumbersAreExact();
    }

    @Test
    void onePastItsExpiryWhoseProcessIsGoneIsClosedAllTheSame() {
        var main = centre.request(list, number);
        engine.deleteInstance(Centre.id(main));
        clock.set(at(24));

        var next = centre.request(list, number);

        assertThat(centre.status(main)).isEqualTo("EXPIRED");
        assertThat(next.path("status").asText()).isEqualTo("WAITING");
    }

    @Test
    void ofManyWhoAskAtOnceAfterTheExpiryOneIsTheNewMainCallback() {
        centre.request(list, number);
        clock.set(at(25));

        var answers = Together.times(6, each -> centre.request(list, number));

        assertThat(answers.stream().map(answer -> answer.path("status").asText()))
                .containsOnlyOnce("WAITING")
                .filteredOn("MERGED"::equals)
                .hasSize(5);
        assertTheNumbersAreExact();
    }

    private void assertTheNumbersAreExact() {
        assertThat(jdbc.sql("SELECT count(*) FROM ringback.list_tally_error")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private static Instant at(int hour) {
        return MORNING.plus(Duration.ofHours(hour));
    }
}
