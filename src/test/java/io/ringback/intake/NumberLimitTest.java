package io.ringback.intake;

import static io.ringback.support.Json.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.support.Centre;
import io.ringback.support.Http;
import io.ringback.support.MovableClock;
import io.ringback.support.RingbackTest;
import io.ringback.support.Together;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** One number cannot flood the lists, and nobody else is held up by it. */
@RingbackTest
@TestPropertySource(properties = {"ringback.intake.most-per-number=3", "ringback.intake.window=PT10M"})
class NumberLimitTest {

    private static final String PATH = "/api/v1/callbacks";

    @Autowired
    private Centre centre;

    @Autowired
    private MovableClock clock;

    private String list;
    private String number;
    private Http ivr;

    @BeforeEach
    void anIvrAndACaller() {
        list = centre.list();
        number = centre.newNumber();
        ivr = centre.as(centre.person("INTEGRATOR"));
    }

    @Test
    void whoAsksTooOftenIsToldWhenToAskAgain() {
        for (int i = 0; i < 3; i++) {
            assertThat(ask(list, number).status()).isEqualTo(201);
            clock.advance(Duration.ofMinutes(1));
        }

        var refused = ask(list, number);

        assertThat(refused.status()).as(refused.body()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isEqualTo("420");
        assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(refused.json().path("type").asText()).isEqualTo("urn:ringback:problem:too-many-requests");
        assertThat(refused.body()).doesNotContain(number);
        clock.advance(Duration.ofMinutes(7));
        assertThat(ask(list, number).status()).isEqualTo(201);
        assertThat(ask(list, number).status()).isEqualTo(429);
    }

    @Test
    void allListsCountTogetherAndOtherNumbersNot() {
        ask(list, number);
        ask(centre.list(), number);
        ask(centre.list(), number.replace("+358", "0"));

        assertThat(ask(centre.list(), number).status()).isEqualTo(429);
        assertThat(ask(list, centre.newNumber()).status()).isEqualTo(201);
    }

    @Test
    void whatIsRefusedOrKnownCountsForNothing() {
        var known = json("{'listId':'%s','phoneNumber':'%s','source':'IVR','externalId':'%s'}", list, number, list);
        for (int i = 0; i < 5; i++) {
            assertThat(ivr.post(PATH, known, "Idempotency-Key", "k").status()).isEqualTo(201);
            assertThat(ivr.post(PATH, known).status()).isEqualTo(200);
            assertThat(ivr.post(
                                    PATH,
                                    known.replace("}", ",\"dueAt\":\"2025-01-01T00:00:00Z\"}")
                                            .replace(list + "\"}", "x\"}"))
                            .status())
                    .isIn(200, 422);
        }

        assertThat(ask(list, number).status()).isEqualTo(201);
    }

    @Test
    void ofManyAtOnceNoneTooManyIsTaken() {
        var answers = Together.times(10, each -> ask(list, number));

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(3);
        assertThat(answers).filteredOn(answer -> answer.status() == 429).hasSize(7);
    }

    private Http.Answer ask(String toList, String phoneNumber) {
        return ivr.post(PATH, json("{'listId':'%s','phoneNumber':'%s','source':'IVR'}", toList, phoneNumber));
    }
}
