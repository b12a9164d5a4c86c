package io.ringback.recording;

import static io.ringback.support.Centre.quoted;
import static io.ringback.support.Refusal.notFound;
import static io.ringback.support.Refusal.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringback.support.Centre;
import io.ringback.support.MovableClock;
import io.ringback.support.RecordingSource;
import io.ringback.support.RingbackTest;
import io.ringback.support.WebSession;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Recordings are played to the agent who has their case in hand, and come from a telephone system on this machine. */
@RingbackTest
@ExtendWith(OutputCaptureExtension.class)
class RecordingsTest {

    private static final RecordingSource PBX = RecordingSource.start();
    private static final RecordingSource STRANGER = RecordingSource.start();
    private static final byte[] TONE = RecordingSource.tone();

    @Autowired
    private Centre centre;

    @Autowired
    private MovableClock clock;

    @Autowired
    private Recordings recordings;

    private final Map<String, WebSession> browsers = new HashMap<>();
    private String list;
    private String number;
    private String agent;
    private JsonNode callback;

    @DynamicPropertySource
    static void sources(DynamicPropertyRegistry registry) {
        registry.add("ringback.recordings.sources", () -> PBX.base() + ", http://127.0.0.1:1/recordings/");
        registry.add("ringback.recordings.authorization", () -> "Bearer for-the-pbx");
        registry.add("ringback.recordings.max-size", () -> "1MB");
        registry.add("ringback.recordings.timeout", () -> "PT1S");
    }

    @AfterAll
    static void closeSources() {
        PBX.close();
        STRANGER.close();
    }

    @BeforeEach
    void aCaseInHand() {
        PBX.forget();
        STRANGER.forget();
        list = centre.list();
        number = centre.newNumber();
        agent = centre.agentOn(list);
        callback = centre.request(list, number);
        centre.receive(agent, true);
    }

    @Test
    void theRecordingOfACallIsPlayed() throws Exception {
        var answer = get(agent, recorded(PBX.url("a?token=secret")));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(TONE);
        assertThat(header(answer, "Content-Type")).isEqualTo("audio/wav");
        assertThat(header(answer, "Content-Length")).isEqualTo(Integer.toString(TONE.length));
        assertThat(header(answer, "Accept-Ranges")).isEqualTo("bytes");
        assertThat(header(answer, "Cache-Control")).isEqualTo("private, no-store");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "Content-Disposition")).isEqualTo("inline");
        assertThat(PBX.asked()).singleElement().satisfies(asked -> {
            assertThat(asked.path()).isEqualTo("/recordings/a?token=secret.wav");
            assertThat(asked.authorization()).isEqualTo("Bearer for-the-pbx");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-, 0, 16043",
        "bytes=0-1, 0, 1",
        "bytes=8000-, 8000, 16043",
        "bytes=8000-99999, 8000, 16043",
        "bytes=-44, 16000, 16043"
    })
    void aPartOfItIsPlayed(String range, int first, int last) throws Exception {
        for (var name : new String[] {"a", "simple"}) {
            var answer = get(agent, recorded(PBX.url(name)), "Range", range);

            assertThat(answer.statusCode()).as(name).isEqualTo(206);
            assertThat(header(answer, "Content-Range")).isEqualTo("bytes %d-%d/16044".formatted(first, last));
            assertThat(answer.body()).isEqualTo(Arrays.copyOfRange(TONE, first, last + 1));
        }
        assertThat(PBX.asked()).allSatisfy(asked -> assertThat(asked.range()).isEqualTo(range));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "simple"})
    void aPartBehindItsEndIsRefusedNamingItsLength(String name) throws Exception {
        var answer = get(agent, recorded(PBX.url(name)), "Range", "bytes=16044-");

        assertThat(answer.statusCode()).isEqualTo(416);
        assertThat(header(answer, "Content-Range")).isEqualTo("bytes */16044");
        assertThat(answer.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=0-1,5-6", "bytes=5-1", "bytes=-", "chunks=1-2", "bytes=a-b"})
    void anOddRangeIsAnsweredWithTheWhole(String range) throws Exception {
        var answer = get(agent, recorded(PBX.url("a")), "Range", range);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(TONE);
        assertThat(PBX.asked())
                .singleElement()
                .satisfies(asked -> assertThat(asked.range()).isNull());
    }

    @Test
    void aRecordingOfUnknownLengthIsPlayedWhole() throws Exception {
        var answer = get(agent, recorded(PBX.url("unmeasured")), "Range", "bytes=5-");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).isEqualTo("audio/x-wav");
        assertThat(answer.body()).isEqualTo(TONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"redirect", "page", "broken", "huge", "silent", "packed"})
    void whatTheSourceDoesNotAnswerProperlyIsNotPlayed(String name, CapturedOutput log) throws Exception {
        var path = recorded(PBX.url(name + "-of-0401234567"));

        var answer = browser(agent).get(path);

        refused(answer, 502, "bad-gateway");
        assertThat(answer.body()).doesNotContain("127.0.0.1", "page");
        assertThat(PBX.asked()).as("no redirect is followed").hasSize(1);
        assertThat(log.getAll())
                .contains(path.replaceAll(".*/", ""))
                .doesNotContain("of-0401234567", "for-the-pbx", PBX.base());
    }

    @Test
    void aSourceThatIsDownIsABadGateway() {
        refused(browser(agent).get(recorded("http://127.0.0.1:1/recordings/a.wav")), 502, "bad-gateway");
    }

    @Test
    void whatTheSourceDoesNotHaveIsNotThere() {
        notFound(browser(agent).get(recorded(PBX.url("missing"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"stalls", "breaks"})
    void aRecordingThatBreaksOffIsNotTakenForAWholeOne(String name) {
        var path = recorded(PBX.url(name));

        assertThatThrownBy(() -> get(agent, path)).isInstanceOf(IOException.class);
    }

    @Test
    void aRecordingWithoutEndIsCutAtTheLimit() throws Exception {
        var answer = get(agent, recorded(PBX.url("endless")));

        assertThat(answer.body()).hasSize(1 << 20);
    }

    @Test
    void anotherHostIsNeverAsked() {
        var path = recorded(STRANGER.url("a"));

        notFound(browser(agent).get(path));
        assertThat(STRANGER.asked()).isEmpty();
        assertThat(recordings.isPlayable(STRANGER.url("a"))).isFalse();
        assertThat(recordings.isPlayable(PBX.url("a"))).isTrue();
        assertThat(recordings.isPlayable(null)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../admin", "%2e%2e/admin", "..;/admin", "a%2f..%2f..%2fadmin"})
    void noWayLeadsOutOfTheFolderOfTheSource(String way) {
        notFound(browser(agent).get(recorded(PBX.base() + way)));
        assertThat(PBX.asked()).isEmpty();
    }

    @Test
    void theHeadersAloneCanBeAskedFor() throws Exception {
        var path = recorded(PBX.url("a"));

        var answer = browser(agent)
                .send(browser(agent)
                        .script(path)
                        .method("HEAD", HttpRequest.BodyPublishers.noBody())
                        .build());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Length")).isEqualTo("16044");
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void aCallWithoutRecordingHasNothingToPlay() {
        notFound(browser(agent).get("/desk/recordings/" + centre.call(agent)));
        notFound(browser(agent).get("/desk/recordings/" + UUID.randomUUID()));
        notFound(browser(agent).get("/desk/recordings/17"));
    }

    @Test
    void whatTheCallerHasSaidIsPlayed() throws Exception {
        var spoken = related("said");

        assertThat(get(agent, "/desk/recordings/callback/" + Centre.id(spoken)).body())
                .isEqualTo(TONE);
        notFound(browser(agent).get("/desk/recordings/callback/" + Centre.id(callback)));
        notFound(browser(agent).get("/desk/recordings/callback/" + UUID.randomUUID()));
    }

    @Test
    void theCallsOfAnEarlierCaseOfTheSameCallerArePlayed() throws Exception {
        var path = recorded(PBX.url("a"));
        centre.save(agent, "ANSWERED");

        offerNext(number);

        assertThat(get(agent, path).body()).isEqualTo(TONE);
    }

    @Test
    void afterTheCaseIsSavedItIsNotPlayedAnyMore() {
        var path = recorded(PBX.url("a"));
        var spoken = related("said");
        centre.save(agent, "ANSWERED");

        notFound(browser(agent).get(path));
        notFound(browser(agent).get("/desk/recordings/callback/" + Centre.id(spoken)));
        offerNext(centre.newNumber());
        notFound(browser(agent).get(path));
    }

    @Test
    void theCaseOfSomebodyElseIsNotPlayed() {
        var path = recorded(PBX.url("a"));
        var spoken = related("said");
        var other = centre.agentOn(list);
        centre.request(list, centre.newNumber());
        centre.receive(other, true);

        notFound(browser(other).get(path));
        notFound(browser(other).get("/desk/recordings/callback/" + Centre.id(spoken)));
        assertThat(PBX.asked()).isEmpty();
    }

    /** Makes a call in the case in hand, of which the telephone system tells this recording; answers where it is played. */
    private String recorded(String url) {
        var callId = centre.call(agent);
        var told = centre.as(centre.person("INTEGRATOR"))
                .post(
                        "/api/v1/calls/events",
                        Centre.object(Map.of(
                                "agentId", quoted(agent),
                                "callId", quoted(callId),
                                "externalCallId", quoted("pbx-" + callId),
                                "event", "\"ENDED\"",
                                "at", quoted(clock.instant().toString()),
                                "recordingUrl", quoted(url))));
        assertThat(told.json().path("callId").asText()).isEqualTo(callId);
        return "/desk/recordings/" + callId;
    }

    private void offerNext(String phoneNumber) {
        centre.receive(agent, false);
        centre.request(list, phoneNumber);
        assertThat(centre.receive(agent, true).get("case").isNull()).isFalse();
    }

    /** The caller of the case in hand asks once more and leaves a message. */
    private JsonNode related(String name) {
        return centre.request(
                list, number, Map.of("attributes", "{\"recordingUrl\":%s}".formatted(quoted(PBX.url(name)))));
    }

    private WebSession browser(String person) {
        return browsers.computeIfAbsent(person, centre::signedIn);
    }

    /** As an audio element of a page asks for it. */
    private HttpResponse<byte[]> get(String person, String path, String... headers) throws IOException {
        var request = browser(person)
                .request(path)
                .header("Accept", "*/*")
                .header("Sec-Fetch-Site", "same-origin")
                .header("Sec-Fetch-Dest", "audio");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return browser(person).send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<?> answer, String name) {
        return Objects.requireNonNull(answer.headers().firstValue(name).orElse(null), name);
    }
}
