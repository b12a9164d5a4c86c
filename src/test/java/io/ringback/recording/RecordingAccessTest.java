package io.ringback.recording;

import static io.ringback.support.Refusal.notFound;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringback.support.Centre;
import io.ringback.support.MovableClock;
import io.ringback.support.RecordingSource;
import io.ringback.support.RingbackTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Recordings are played to the agent who has their case in hand, and come from the telephone system only. */
@RingbackTest
@Import(PbxConfiguration.class)
class RecordingAccessTest {

    private static final byte[] TONE = RecordingSource.tone();

    @Autowired
    private Centre centre;

    @Autowired
    private MovableClock clock;

    @Autowired
    private RecordingSource pbx;

    @Autowired
    private Recordings recordings;

    private Listener listener;

    @BeforeEach
    void aCaseInHand() {
        listener = new Listener(centre, clock, pbx);
    }

    @Test
    void whatTheCallerHasSaidIsPlayed() throws Exception {
        var spoken = listener.related("said");

        assertThat(listener.get("/desk/recordings/callback/" + Centre.id(spoken))
                        .body())
                .isEqualTo(TONE);
        notFound(listener.browser().get("/desk/recordings/callback/" + Centre.id(listener.callback())));
        notFound(listener.browser().get("/desk/recordings/callback/" + UUID.randomUUID()));
    }

    @Test
    void theCallsOfAnEarlierCaseOfTheSameCallerArePlayed() throws Exception {
        var path = listener.recorded(pbx.url("a"));
        centre.save(listener.agent(), "ANSWERED");

        listener.offerNext(listener.number());

        assertThat(listener.get(path).body()).isEqualTo(TONE);
    }

    @Test
    void afterTheCaseIsSavedItIsNotPlayedAnyMore() {
        var path = listener.recorded(pbx.url("a"));
        var spoken = listener.related("said");
        centre.save(listener.agent(), "ANSWERED");

        notFound(listener.browser().get(path));
        notFound(listener.browser().get("/desk/recordings/callback/" + Centre.id(spoken)));
        listener.offerNext(centre.newNumber());
        notFound(listener.browser().get(path));
    }

    @Test
    void theCaseOfSomebodyElseIsNotPlayed() {
        var path = listener.recorded(pbx.url("a"));
        var spoken = listener.related("said");
        var other = centre.agentOn(listener.list());
        centre.request(listener.list(), centre.newNumber());
        centre.receive(other, true);
        var browser = centre.signedIn(other);

        notFound(browser.get(path));
        notFound(browser.get("/desk/recordings/callback/" + Centre.id(spoken)));
        assertThat(pbx.asked()).isEmpty();
    }

    @Test
    void supervisorsPlayWhatWasRecordedOfAnyCaseAndThatIsInItsHistory() {
        var path = listener.recorded(pbx.url("a"));
        var spoken = listener.related("said");
        var sam = centre.signedIn(centre.person("SUPERVISOR"));

        var call = sam.get(path.replace("/desk/", "/supervision/"));
        var caller = sam.get("/supervision/recordings/callback/" + Centre.id(spoken));

        assertThat(call.status()).isEqualTo(200);
        assertThat(caller.status()).isEqualTo(200);
        assertThat(played(listener.callback())).isEqualTo(1);
        assertThat(played(spoken)).isEqualTo(1);
        assertThat(sam.page("/supervision/cases/" + Centre.id(spoken)).body())
                .contains("/supervision/recordings/callback/" + Centre.id(spoken), "Recording played");
        notFound(sam.get("/supervision/recordings/" + UUID.randomUUID()));
        notFound(sam.get("/supervision/recordings/callback/" + UUID.randomUUID()));
        assertThat(listener.browser()
                        .get("/supervision/recordings/callback/" + Centre.id(spoken))
                        .status())
                .isEqualTo(403);
    }

    private long played(JsonNode callback) {
        return centre
                .as(centre.person("AUDITOR"))
                .get("/api/v1/callbacks/%s/history".formatted(Centre.id(callback)))
                .json()
                .path("events")
                .findValuesAsText("type")
                .stream()
                .filter("RECORDING_PLAYED"::equals)
                .count();
    }

    @Test
    void aCallWithoutRecordingHasNothingToPlay() {
        notFound(listener.browser().get("/desk/recordings/" + centre.call(listener.agent())));
        notFound(listener.browser().get("/desk/recordings/" + UUID.randomUUID()));
        notFound(listener.browser().get("/desk/recordings/17"));
    }

    @Test
    void anotherHostIsNeverAsked() {
        try (var stranger = RecordingSource.start()) {
            var path = listener.recorded(stranger.url("a"));

            notFound(listener.browser().get(path));
            assertThat(stranger.asked()).isEmpty();
            assertThat(recordings.isPlayable(stranger.url("a"))).isFalse();
            assertThat(recordings.isPlayable(pbx.url("a"))).isTrue();
            assertThat(recordings.isPlayable(null)).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../admin", "%2e%2e/admin", "..;/admin", "a%2f..%2f..%2fadmin"})
    void noWayLeadsOutOfTheFolderOfTheSource(String way) {
        notFound(listener.browser().get(listener.recorded(pbx.base() + way)));
        assertThat(pbx.asked()).isEmpty();
    }
}
