package io.ringback.desk;

import static io.ringback.support.Json.json;
import static io.ringback.support.Refusal.conflict;
import static io.ringback.support.Refusal.invalid;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.support.Centre;
import io.ringback.support.EventStream;
import io.ringback.support.Http;
import io.ringback.support.MovableClock;
import io.ringback.support.RingbackTest;
import io.ringback.support.Together;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** An agent has one desk: the page opened last. */
@RingbackTest
class TakeOverTest {

    private static final String PATH = "/api/v1/desk/events";

    @Autowired
    private Centre centre;

    @Autowired
    private MovableClock clock;

    @Autowired
    private Heartbeats heartbeats;

    @Autowired
    private OpenStreams open;

    private final UUID first = UUID.randomUUID();
    private final UUID second = UUID.randomUUID();
    private String agent;

    @BeforeEach
    void anAgent() {
        agent = centre.agentOn(centre.list());
    }

    @Test
    void theFirstDeskIsToldThatASecondOneHasTakenOverAndEnds() {
        try (var firstDesk = opened(first);
                var secondDesk = opened(second)) {
            var told = firstDesk.event("takenOver");

            assertThat(told.path("serverTime").asText())
                    .isEqualTo(clock.instant().toString());
            assertThat(firstDesk.ends()).isTrue();
            assertThat(secondDesk.isOpen()).isTrue();
        }
    }

    @Test
    void onlyTheDeskOpenedLastIsAnswered() {
        opened(first).close();
        opened(second).close();

        conflict(answer(first));
        assertThat(answer(second).status()).isEqualTo(204);
    }

    @Test
    void aLateAnswerOfTheFirstDeskTakesNothingBack() {
        for (int round = 0; round < 10; round++) {
            opened(first).close();

            Together.race(Duration.ofMillis(round - 5), () -> answer(first), () -> {
                opened(second).close();
                return true;
            });

            conflict(answer(first));
        }
    }

    @Test
    void theFirstDeskCanBeOpenedAgainAndTakesOverThen() {
        opened(first).close();
        try (var secondDesk = opened(second);
                var again = opened(first)) {
            secondDesk.event("takenOver");

            assertThat(again.isOpen()).isTrue();
            assertThat(answer(first).status()).isEqualTo(204);
        }
    }

    @Test
    void aBrowserThatWakesUpAndReconnectsDoesNotTakeOverAgain() {
        opened(first).close();
        try (var secondDesk = opened(second);
                var awake = centre.as(agent).eventsSince("any", PATH + "?desk=" + first);
                var asked = centre.as(agent).events(PATH + "?desk=" + first)) {
            awake.event("takenOver");
            asked.event("takenOver");

            assertThat(awake.ends()).isTrue();
            assertThat(secondDesk.isOpen()).isTrue();
            assertThat(answer(second).status()).isEqualTo(204);
        }
    }

    @Test
    void aDeskThatReconnectsGoesOnWhenNobodyHasTakenOver() {
        opened(first).close();
        try (var back = centre.as(agent).eventsSince("any", PATH + "?desk=" + first)) {
            back.event("desk");

            assertThat(answer(first).status()).isEqualTo(204);
        }
    }

    @Test
    void programsNeitherTakeOverNorAreTakenOver() {
        try (var before = centre.as(agent).events(PATH);
                var desk = opened(first);
                var after = centre.as(agent).events(PATH)) {
            before.event("desk");
            after.event("desk");

            centre.receive(agent, true);

            for (var stream : new EventStream[] {before, desk, after}) {
                stream.event("desk", now -> now.path("receiving").asBoolean());
            }
        }
    }

    @Test
    void pagesAreSentHeartbeatsToAnswerAndProgramsOnlyAComment() {
        try (var desk = opened(first);
                var program = centre.as(agent).events(PATH)) {
            program.event("desk");

            heartbeats.beat();
            centre.receive(agent, true);

            var beat = desk.event("heartbeat");
            assertThat(beat.path("serverTime").asText())
                    .isEqualTo(clock.instant().toString());
            program.line(":heartbeat"::equals);
            assertThat(program.line(line -> line.startsWith("event:"))).isEqualTo("event:desk");
        }
    }

    @Test
    void theVersionOfTheDeskIsTheIdOfItsEvent() {
        try (var desk = centre.as(agent).events(PATH)) {
            var id = desk.line(line -> line.startsWith("id:"));

            assertThat(id).isEqualTo("id:" + centre.desk(agent).path("version").asText());
        }
    }

    @ParameterizedTest
    @CsvSource({"AGENT, false", "SUPERVISOR, true"})
    void theStreamEndsWhenTheAccountMayNoLongerWorkAsAnAgent(String role, boolean enabled) {
        var admin = centre.as(centre.person("ADMIN"));
        try (var desk = opened(first);
                var program = centre.as(agent).events(PATH);
                var ofAnother = centre.as(centre.person("AGENT")).events(PATH)) {
            program.event("desk");
            ofAnother.event("desk");

            var changed = admin.put(
                    "/api/v1/accounts/" + agent, json("{'name':'A','roles':['%s'],'enabled':%s}", role, enabled));
            assertThat(changed.status()).as(changed.body()).isEqualTo(200);
            heartbeats.beat();

            assertThat(desk.ends()).isTrue();
            assertThat(program.ends()).isTrue();
            assertThat(ofAnother.isOpen()).isTrue();
            assertThat(open.has(agent)).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "\"17\"", "17", "{}", "[]"})
    void aDeskIdThatIsNoneIsRefused(String id) {
        invalid(centre.as(agent).put("/api/v1/desk/presence", "{\"desk\":%s}".formatted(id)), "desk");
        invalid(centre.as(agent).get(PATH + "?desk=no-uuid"), "desk");
    }

    private EventStream opened(UUID desk) {
        return centre.openDesk(agent, desk);
    }

    private Http.Answer answer(UUID desk) {
        return centre.as(agent).put("/api/v1/desk/presence", json("{'desk':'%s'}", desk));
    }
}
