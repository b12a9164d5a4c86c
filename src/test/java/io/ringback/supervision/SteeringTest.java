package io.ringback.supervision;

import static io.ringback.support.Json.json;
import static io.ringback.support.Refusal.invalid;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.support.Centre;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Supervisors decide what becomes of callbacks that nobody has in hand. */
class SteeringTest extends SteeringActs {

    @Test
    void theLastOneThatWasExpeditedIsOfferedBeforeAllOthers() {
        var oldest = request();
        var first = request();
        var second = request();
        act(first, "expedite", "{'reason':'waits in the shop'}");
        clock.advance(Duration.ofSeconds(1));
        act(second, "expedite", "{'reason':'waits at the door'}");
        var anna = centre.agentOn(list);

        var handed = centre.receive(anna, true).at("/case/callback");

        assertThat(handed.path("id")).isEqualTo(second.path("id"));
        assertThat(handed.path("expeditedAt").isTextual()).isTrue();
        assertThat(saved(anna)).isEqualTo(Centre.id(first));
        assertThat(saved(anna)).isEqualTo(Centre.id(oldest));
        assertThat(events(second))
                .extracting(event -> event.path("type").asText())
                .contains("EXPEDITED");
        assertThat(events(second).findValuesAsText("reason")).contains("waits at the door");
    }

    @Test
    void oneThatWasForLaterIsOfferedNow() {
        var later = centre.request(
                list,
                centre.newNumber(),
                Map.of("notBefore", time(clock.instant().plusSeconds(7_200))));
        var anna = idle();

        var answer = act(later, "expedite", "{'reason':'she has called back'}");

        assertThat(answer.path("status").asText()).isEqualTo("WAITING");
        offers.runOnce();
        assertThat(hasInHand(anna)).isEqualTo(Centre.id(later));
    }

    @Test
    void oneThatWasExpeditedStaysSoWhenItIsGivenBackAndNotWhenSomebodyHasCalled() {
        var callback = request();
        act(callback, "expedite", "{'reason':'urgent'}");
        var anna = centre.agentOn(list);
        centre.receive(anna, true);

        centre.receive(anna, false);
        var givenBack = centre.callback(callback);
        centre.receive(anna, true);
        centre.save(anna, "BUSY");

        assertThat(givenBack.path("expeditedAt").isTextual()).isTrue();
        assertThat(centre.callback(callback).path("expeditedAt").isNull()).isTrue();
        centre.receive(anna, false);
    }

    @Test
    void itIsKeptForTheAgentAndAnyonesAfterwards() {
        var callback = request();
        var bo = access();
        var anna = idleOnlyOn(list);

        var given = act(callback, "give", "{'agentId':'%s','reason':'knows her'}", bo);
        offers.runOnce();

        assertThat(given.path("keptFor").asText()).isEqualTo(bo);
        assertThat(Instant.parse(given.path("keptUntil").asText()))
                .isEqualTo(clock.instant().plus(Duration.ofMinutes(15)));
        assertThat(hasInHand(anna)).isNull();
        clock.advance(Duration.ofMinutes(15));
        offers.runOnce();
        assertThat(hasInHand(anna)).isEqualTo(Centre.id(callback));
        var event = events(callback).findParents("type").stream()
                .filter(each -> each.path("type").asText().equals("GIVEN"))
                .findFirst()
                .orElseThrow();
        assertThat(event.path("agentId").asText()).isEqualTo(bo);
        assertThat(event.path("reason").asText()).isEqualTo("knows her");
        assertThat(event.at("/details/keptUntil").asText())
                .isEqualTo(given.path("keptUntil").asText());
    }

    @Test
    void anIdleAgentGetsWhatIsGivenAtOnceWithoutHavingJoinedTheList() {
        var elsewhere = centre.list();
        var bo = centre.agentOn(elsewhere);
        centre.giveAccess(bo, list);
        centre.receive(bo, true);
        var callback = request();

        act(callback, "give", "{'agentId':'%s','reason':'knows her'}", bo);
        offers.runOnce();

        assertThat(hasInHand(bo)).isEqualTo(Centre.id(callback));
        assertThat(centre.callback(callback).path("keptFor").isNull()).isTrue();
    }

    @Test
    void anAgentWithACaseInHandGetsWhatIsGivenNextAndBeforeWhatIsExpedited() {
        var bo = centre.agentOn(list);
        request();
        centre.receive(bo, true);
        var expedited = request();
        var given = request();
        act(
                given,
                "give",
                "{'agentId':'%s','until':%s,'reason':'hers'}",
                bo,
                time(clock.instant().plusSeconds(3_600)));
        act(expedited, "expedite", "{'reason':'urgent'}");

        assertThat(saved(bo)).isEqualTo(Centre.id(given));
        assertThat(saved(bo)).isEqualTo(Centre.id(expedited));
    }

    @Test
    void onlyAgentsWithAccessAreGivenToAndOnlyUntilATimeThatCanBe() {
        var callback = request();
        var bo = access();
        var path = path(callback, "give");
        var stranger = centre.person("AGENT");

        invalid(sam.post(path, json("{'agentId':'nobody','reason':'x'}")), "agentId");
        invalid(sam.post(path, json("{'agentId':'%s','reason':'x'}", centre.person("SUPERVISOR"))), "agentId");
        invalid(sam.post(path, json("{'agentId':'%s','reason':'x'}", stranger)), "agentId");
        invalid(sam.post(path, json("{'reason':'x'}")), "agentId");
        invalid(sam.post(path, json("{'agentId':'%s'}", bo)), "reason");
        for (var until : new Instant[] {
            clock.instant(),
            clock.instant().minusSeconds(60),
            clock.instant().plusSeconds(25 * 3_600),
            Instant.parse("9999-01-01T00:00:00Z")
        }) {
            invalid(sam.post(path, json("{'agentId':'%s','until':%s,'reason':'x'}", bo, time(until))), "until");
        }
        assertThat(centre.callback(callback).path("keptFor").isNull()).isTrue();
    }
}
