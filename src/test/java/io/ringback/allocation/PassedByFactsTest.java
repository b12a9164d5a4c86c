package io.ringback.allocation;

import static io.ringback.support.Centre.id;
import static io.ringback.support.Centre.quoted;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.callback.AllocationFacts.Ahead;
import io.ringback.callback.AllocationFacts.FirstBy;
import io.ringback.callback.AllocationFacts.Why;
import io.ringback.support.Centre;
import io.ringback.support.MovableClock;
import io.ringback.support.RingbackTest;
import io.ringback.support.Together;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the trail keeps of callbacks that came before the one that was given, and of why they were not. */
@RingbackTest
@Import(LineOfTests.class)
class PassedByFactsTest {

    @Autowired
    private Centre centre;

    @Autowired
    private MovableClock clock;

    @Autowired
    private Offers offers;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private LineOfTests line;

    @Test
    void sayThatOneWasLockedByAnother() throws SQLException {
        var list = centre.list();
        var anna = centre.agentOn(list);
        var locked = line.requested(list);
        var next = line.requested(list);

        line.whileLocked(locked, () -> centre.receive(anna, true));

        assertThat(line.why(next).ahead()).containsExactly(new Ahead(id(locked), Why.LOCKED));
        assertThat(line.why(next).place()).isEqualTo(2);
        assertThat(line.why(next).eligible()).isEqualTo(2);
    }

    @Test
    void sayThatTheAgentHadGivenOneBackWhileAnotherWaited() {
        var list = centre.list();
        var anna = centre.agentOn(list);
        var given = line.requested(list);
        centre.receive(anna, true);
        var next = line.requested(list);
        line.waiting(list, 1);
        centre.receive(anna, false);

        centre.receive(anna, true);

        assertThat(line.why(next).ahead()).containsExactly(new Ahead(id(given), Why.GIVEN_BACK));
    }

    @Test
    void sayThatASecondTryWasLeftToWhoeverHadWaitedLonger() {
        var list = centre.list();
        var anna = centre.agentOn(list);
        var tried = line.requested(list);
        centre.receive(anna, true);
        line.requested(list);
        centre.save(
                anna,
                "BUSY",
                Map.of(
                        "retryAt",
                        quoted(clock.instant().plus(Duration.ofMinutes(1)).toString())));
        line.waiting(list, 1);
        clock.advance(Duration.ofMinutes(2));
        var next = line.requested(list);

        centre.save(anna, "ANSWERED");
        offers.runOnce();

        assertThat(line.why(next).ahead()).containsExactly(new Ahead(id(tried), Why.SECOND_TRY));
        assertThat(line.why(tried).calledBefore()).isTrue();
        assertThat(line.why(tried).longerWaiting()).isZero();
    }

    @Test
    void sayThatOneWasKeptForAnother() {
        var list = centre.list();
        var anna = centre.agentOn(list);
        var bo = centre.agentOn(list);
        var kept = line.requested(list);
        var next = line.requested(list);
        line.act(kept, "give", "{\"agentId\":\"%s\",\"reason\":\"knows her\"}".formatted(bo));

        centre.receive(anna, true);
        centre.receive(bo, true);

        assertThat(line.why(next).ahead()).containsExactly(new Ahead(id(kept), Why.KEPT_FOR_ANOTHER));
        assertThat(line.why(kept).firstBy()).isIn(FirstBy.KEPT, FirstBy.ONLY);
    }

    @ParameterizedTest
    @CsvSource({
        "SET_ASIDE, 'set_aside_at = now(), set_aside_because = ''made up'''",
        "OUTSIDE_HOURS, offer_until = eligible_at",
        "HELD_BACK, 'offering = ''NOT_YET'''",
        "TO_BE_CANCELLED, cancel_requested_at = now()",
        "EXPIRED, 'due_at = eligible_at, priority_at = eligible_at, expires_at = eligible_at + interval ''1 ms'''"
    })
    void sayWhyAnEarlierOneCouldNotBeGiven(Why why, String state) {
        var list = centre.list();
        var anna = centre.agentOn(list);
        var earlier = line.requested(list);
        var next = line.requested(list);
        jdbc.sql("UPDATE ringback.callback SET %s WHERE id = ?".formatted(state))
                .param(id(earlier))
                .update();

        centre.receive(anna, true);

        assertThat(line.why(next).ahead()).containsExactly(new Ahead(id(earlier), why));
        assertThat(line.why(next).place()).isEqualTo(1);
    }

    /** Whoever comes second skips what the first is getting, or does not see it any more. */
    @Test
    void ofTwoWhoAllocateAtOnceTellWhatEachHasSkipped() {
        for (var headStart :
                Stream.of(-8, -2, -1, 0, 1, 2, 8).map(Duration::ofMillis).toList()) {
            var list = centre.list();
            var anna = centre.agentOn(list);
            var bo = centre.agentOn(list);
            var first = line.requested(list);
            var second = line.requested(list);

            Together.race(headStart, () -> centre.receive(anna, true), () -> centre.receive(bo, true));

            assertThat(line.why(first).ahead()).as("%s", headStart).isEmpty();
            assertThat(line.why(second).place() == 1 || line.why(second).ahead().size() == 1)
                    .as("%s: %s", headStart, line.why(second))
                    .isTrue();
            assertThat(line.why(second).ahead())
                    .allMatch(ahead -> ahead.callbackId().equals(id(first)))
                    .extracting(Ahead::why)
                    .isSubsetOf(Why.LOCKED, Why.TAKEN);
        }
    }
}
