package io.ringback.recording;

import static io.ringback.support.Refusal.notFound;
import static io.ringback.support.Refusal.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringback.support.Centre;
import io.ringback.support.MovableClock;
import io.ringback.support.RecordingSource;
import io.ringback.support.RingbackTest;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;

/** A recording is played whole or in parts, as far as the telephone system answers properly. */
@RingbackTest
@Import(PbxConfiguration.class)
@ExtendWith(OutputCaptureExtension.class)
class RecordingPlaybackTest {

    private static final byte[] TONE = RecordingSource.tone();

    @Autowired
    private Centre centre;

    @Autowired
    private MovableClock clock;

    @Autowired
    private RecordingSource pbx;

    private Listener listener;

    @BeforeEach
    void aCaseInHand() {
        listener = new Listener(centre, clock, pbx);
    }

    @Test
    void theRecordingOfACallIsPlayed() throws Exception {
        var answer = listener.get(listener.recorded(pbx.url("a?token=secret")));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(TONE);
        assertThat(header(answer, "Content-Type")).isEqualTo("audio/wav");
        assertThat(header(answer, "Content-Length")).isEqualTo(Integer.toString(TONE.length));
        assertThat(header(answer, "Accept-Ranges")).isEqualTo("bytes");
        assertThat(header(answer, "Cache-Control")).isEqualTo("private, no-store");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "Content-Disposition")).isEqualTo("inline");
        assertThat(pbx.asked()).singleElement().satisfies(asked -> {
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
            var answer = listener.get(listener.recorded(pbx.url(name)), "Range", range);

            assertThat(answer.statusCode()).as(name).isEqualTo(206);
            assertThat(header(answer, "Content-Range")).isEqualTo("bytes %d-%d/16044".formatted(first, last));
            assertThat(answer.body()).isEqualTo(Arrays.copyOfRange(TONE, first, last + 1));
        }
        assertThat(pbx.asked()).allSatisfy(asked -> assertThat(asked.range()).isEqualTo(range));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "simple"})
    void aPartBehindItsEndIsRefusedNamingItsLength(String name) throws Exception {
        var answer = listener.get(listener.recorded(pbx.url(name)), "Range", "bytes=16044-");

        assertThat(answer.statusCode()).isEqualTo(416);
        assertThat(header(answer, "Content-Range")).isEqualTo("bytes */16044");
        assertThat(answer.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=0-1,5-6", "bytes=5-1", "bytes=-", "chunks=1-2", "bytes=a-b"})
    void anOddRangeIsAnsweredWithTheWhole(String range) throws Exception {
        var answer = listener.get(listener.recorded(pbx.url("a")), "Range", range);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(TONE);
        assertThat(pbx.asked())
                .singleElement()
                .satisfies(asked -> assertThat(asked.range()).isNull());
    }

    @Test
    void aRecordingOfUnknownLengthIsPlayedWhole() throws Exception {
        var answer = listener.get(listener.recorded(pbx.url("unmeasured")), "Range", "bytes=5-");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).isEqualTo("audio/x-wav");
        assertThat(answer.body()).isEqualTo(TONE);
    }

    @Test
    void theHeadersAloneCanBeAskedFor() throws Exception {
        var path = listener.recorded(pbx.url("a"));

        var answer = listener.browser()
                .send(listener.browser()
                        .script(path)
                        .method("HEAD", HttpRequest.BodyPublishers.noBody())
                        .build());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Length")).isEqualTo("16044");
        assertThat(answer.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"redirect", "page", "broken", "huge", "silent", "packed"})
    void whatTheSourceDoesNotAnswerProperlyIsNotPlayed(String name, CapturedOutput log) throws Exception {
        var path = listener.recorded(pbx.url(name + "-of-0401234567"));

        var answer = listener.browser().get(path);

        refused(answer, 502, "bad-gateway");
        assertThat(answer.body()).doesNotContain("127.0.0.1", "page");
        assertThat(pbx.asked()).as("no redirect is followed").hasSize(1);
        assertThat(log.getAll())
                .contains(path.replaceAll(".*/", ""))
                .doesNotContain("of-0401234567", "for-the-pbx", pbx.base());
    }

    @Test
    void aSourceThatIsDownIsABadGateway() {
        refused(listener.browser().get(listener.recorded("http://127.0.0.1:1/recordings/a.wav")), 502, "bad-gateway");
    }

    @Test
    void whatTheSourceDoesNotHaveIsNotThere() {
        notFound(listener.browser().get(listener.recorded(pbx.url("missing"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"stalls", "breaks"})
    void aRecordingThatBreaksOffIsNotTakenForAWholeOne(String name) {
        var path = listener.recorded(pbx.url(name));

        assertThatThrownBy(() -> listener.get(path)).isInstanceOf(IOException.class);
    }

    @Test
    void aRecordingWithoutEndIsCutAtTheLimit() throws Exception {
        var answer = listener.get(listener.recorded(pbx.url("endless")));

        assertThat(answer.body()).hasSize(1 << 20);
    }

    private static String header(HttpResponse<?> answer, String name) {
        return Objects.requireNonNull(answer.headers().firstValue(name).orElse(null), name);
    }
}
