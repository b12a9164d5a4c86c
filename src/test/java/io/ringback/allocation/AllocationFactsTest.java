package io.ringback.allocation;

import static io.ringback.support.Centre.quoted;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.callback.AllocationFacts.FirstBy;
import io.ringback.support.Centre;
import io.ringback.support.MovableClock;
import io.ringback.support.RingbackTest;
import io.ringback.support.StatementLog;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What the trail keeps of why a callback was given to an agent. */
@RingbackTest
@Import({StatementLog.class, LineOfTests.class})
class AllocationFactsTest {

    @Autowired
    private Centre centre;

    @Autowired
    private MovableClock clock;

    @Autowired
    private Offers offers;

    @Autowired
    private StatementLog statements;

    @Autowired
    private LineOfTests line;

    @Test
    void tellOfTheListsJoinedAndTheOthersThatWereEligible() {
        var sales = centre.list();
        var support = centre.list();
        var notJoined = centre.list();
        var anna = centre.agentOn(sales, support);
        centre.giveAccess(anna, notJoined);
        var oldest = line.requested(sales);
        line.requested(support);
        line.requested(sales);
        line.requested(notJoined);

        centre.receive(anna, true);

        var why = line.why(oldest);
        assertThat(why.joinedLists()).containsExactlyInAnyOrder(sales, support);
        assertThat(why.joined()).isEqualTo(2);
        assertThat(why.eligible()).isEqualTo(3);
        assertThat(why.eligibleAtLeast()).isFalse();
        assertThat(why.place()).isEqualTo(1);
        assertThat(why.firstBy()).isEqualTo(FirstBy.DUE);
        assertThat(why.ahead()).isEmpty();
    }

    @Test
    void sayThatThereWasNoOther() {
        var list = centre.list();
        var anna = centre.agentOn(list);
        var only = line.requested(list);

        centre.receive(anna, true);

        assertThat(line.why(only).firstBy()).isEqualTo(FirstBy.ONLY);
        assertThat(line.why(only).eligible()).isEqualTo(1);
    }

    @Test
    void countThoseThatAreEligibleUpToABound() {
        var list = centre.list();
        var anna = centre.agentOn(list);
        var oldest = line.requested(list);
        IntStream.range(0, Seen.MOST_COUNTED).forEach(number -> line.requested(list));

        centre.receive(anna, true);

        assertThat(line.why(oldest).eligible()).isEqualTo(Seen.MOST_COUNTED);
        assertThat(line.why(oldest).eligibleAtLeast()).isTrue();
    }

    @Test
    void tellOfTheAgentsWhoWaited() {
        var list = centre.list();
        var longest = line.waiting(list, 1);
        line.waiting(list, 2);
        centre.agentOn(list);
        var callback = line.requested(list);
        clock.advance(Duration.ofMinutes(3));

        offers.runOnce();

        assertThat(centre.callback(callback).path("allocatedTo").asText()).isEqualTo(longest);
        assertThat(line.why(callback).agentsWaiting()).isEqualTo(2);
        assertThat(line.why(callback).longerWaiting()).isZero();
        assertThat(line.why(callback).agentWaited()).isGreaterThanOrEqualTo(Duration.ofMinutes(3));
    }

    @Test
    void sayThatTheAgentCameStraightFromAnotherCase() {
        var list = centre.list();
        var anna = centre.agentOn(list);
        line.requested(list);
        centre.receive(anna, true);
        line.waiting(list, 1);
        var next = line.requested(list);

        centre.save(anna, "ANSWERED");

        assertThat(line.why(next).agentWaited()).isNull();
        assertThat(line.why(next).agentsWaiting()).isEqualTo(1);
    }

    @Test
    void sayWhatBroughtACallbackBeforeTheOthers() {
        var list = centre.list();
        var anna = centre.agentOn(list);
        line.requested(list);
        var expedited = line.requested(list);
        line.act(expedited, "expedite", "{\"reason\":\"waits in the shop\"}");
        var asked = centre.list(Map.of("order", quoted("REQUESTED")));
        var bo = centre.agentOn(asked);
        var first = line.requested(asked);
        line.requested(asked);

        centre.receive(anna, true);
        centre.receive(bo, true);

        assertThat(line.why(expedited).firstBy()).isEqualTo(FirstBy.EXPEDITED);
        assertThat(line.why(first).firstBy()).isEqualTo(FirstBy.REQUESTED);
    }

    /** One finds a few, one locks the first of them: as before there were facts. */
    @Test
    void askTheDatabaseNothingMore() {
        var list = centre.list();
        var anna = centre.agentOn(list);
        line.requested(list);
        line.requested(list);

        var sent = statements.during(() -> centre.receive(anna, true));

        assertThat(sent.stream().filter(each -> each.contains("FROM ringback.callback c ") && !each.contains("1 FROM")))
                .as(String.join("\n", sent))
                .hasSize(2);
        assertThat(sent.stream().filter(each -> each.contains("INSERT INTO ringback.audit_event")))
                .hasSize(2); // receiving has begun, and the callback is given
    }
}
