package io.ringback.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

/** Which addresses the server fetches from. */
class RecordingAddressTest {

    private final RecordingSources sources = new RecordingSources(
            settings(
                    List.of("https://pbx.example/recordings/", "http://10.0.0.5:8088/voice"),
                    List.of("", "Bearer secret")),
            List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://pbx.example/recordings/1.wav",
                "HTTPS://PBX.example:443/recordings/2026/03/a%20b.wav?token=a%2Fb/../c",
                "https://pbx.example/recordings/..a/b..c.wav",
                "https://pbx.example/recordings/%C3%A4.wav",
                "http://10.0.0.5:8088/voice/1"
            })
    void whatLiesBelowASourceIsPermitted(String url) {
        assertThat(sources.permit(url)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/recordings/1.wav",
                "https://pbx.example/recordings/",
                "https://pbx.example/recordings",
                "https://pbx.example/recordings-secret/1.wav",
                "https://pbx.example/Recordings/1.wav",
                "https://pbx.example/other/1.wav",
                "http://pbx.example/recordings/1.wav",
                "https://pbx.example:8443/recordings/1.wav",
                "https://pbx.example:0443443/recordings/1.wav",
                "https://pbx.example.evil.example/recordings/1.wav",
                "https://pbx.example./recordings/1.wav",
                "https://evil.example/recordings/1.wav",
                "https://user@pbx.example/recordings/1.wav",
                "https://pbx.example@evil.example/recordings/1.wav",
                "https://evil.example\\@pbx.example/recordings/1.wav",
                "https://pbx.example/recordings/1.wav#part",
                "https://pbx.example/recordings/../admin",
                "https://pbx.example/recordings/./1.wav",
                "https://pbx.example/recordings/..",
                "https://pbx.example/recordings/..;/admin",
                "https://pbx.example/recordings/..;a=b/admin",
                "https://pbx.example/recordings/..\\admin",
                "https://pbx.example/recordings/%2e%2e/admin",
                "https://pbx.example/recordings/.%2E/admin",
                "https://pbx.example/recordings/..%2fadmin",
                "https://pbx.example/recordings/..%5cadmin",
                "https://pbx.example/recordings/%252e%252e/admin",
                "https://pbx.example/recordings/%c0%ae%c0%ae/admin",
                "https://pbx.example/recordings/a%00.wav",
                "https://pbx.example/recordings/a%0d%0aHost:b",
                "https://pbx.example/recordings/a\r\nb",
                "https://pbx.example/recordings/a b",
                "https://pbx.example/recordings/%zz",
                "https://pbx.example/recordings/ä.wav",
                " https://pbx.example/recordings/1.wav",
                "ftp://pbx.example/recordings/1.wav",
                "file:///recordings/1.wav",
                "jar:https://pbx.example/recordings/1.wav!/a",
                "https:pbx.example/recordings/1.wav",
                "https:///recordings/1.wav",
                "http://10.0.0.5/voice/1",
                "http://0x0a.0.0.5:8088/voice/1",
                "http://10.0.0.5:8088/voicemail/1"
            })
    void everythingElseIsNot(String url) {
        assertThat(sources.permit(url)).isEmpty();
    }

    @Test
    void anAddressOfAnyLengthIsReadInNoTime() {
        assertThat(sources.permit("https://pbx.example/recordings/" + "a%20/".repeat(100_000) + "\n"))
                .isEmpty();
    }

    @Test
    void eachSourceIsToldItsOwnCredentialsOnly() {
        assertThat(sources.permit("https://pbx.example/recordings/1"))
                .hasValueSatisfying(
                        permitted -> assertThat(permitted.authorization()).isNull());
        assertThat(sources.permit("http://10.0.0.5:8088/voice/1")).hasValueSatisfying(permitted -> {
            assertThat(permitted.authorization()).isEqualTo("Bearer secret");
            assertThat(permitted.toString()).doesNotContain("secret", "voice");
        });
    }

    @Test
    void withoutSourcesNothingIsPermitted() {
        var none = new RecordingSources(settings(List.of(), List.of()), List.of());

        assertThat(none.permit("https://pbx.example/recordings/1.wav")).isEmpty();
    }

    @Test
    void aPlaceOfTheServersOwnIsPermittedAsSoonAsItIsKnownAndWithoutCredentials() {
        var known = new AtomicReference<@Nullable String>();
        var own = new RecordingSources(
                settings(List.of("https://pbx.example/recordings/"), List.of("Bearer secret")),
                List.of(() -> Optional.ofNullable(known.get())));
        assertThat(own.permit("http://127.0.0.1:8080/voicemails/1.wav")).isEmpty();

        known.set("http://127.0.0.1:8080/voicemails/");

        assertThat(own.permit("http://127.0.0.1:8080/voicemails/1.wav"))
                .hasValueSatisfying(
                        permitted -> assertThat(permitted.authorization()).isNull());
        assertThat(own.permit("http://127.0.0.1:8080/other/1.wav")).isEmpty();
        assertThat(own.permit("http://127.0.0.1:8081/voicemails/1.wav")).isEmpty();
        assertThat(own.permit("https://pbx.example/recordings/1.wav")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pbx.example", "https://u:p@pbx.example/", "https://pbx.example/?a=b", "https://a/../b"})
    void aSourceThatIsNoBaseAddressIsRefusedAtTheStart(String source) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RecordingSources(settings(List.of(source), List.of()), List.of()))
                .withMessageContaining("ringback.recordings.sources[0]");
    }

    @Test
    void credentialsWithoutASourceAreRefusedAtTheStart() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RecordingSources(settings(List.of(), List.of("Bearer secret")), List.of()))
                .withMessageContaining("ringback.recordings.authorization")
                .withMessageNotContaining("secret");
    }

    private static RecordingSettings settings(List<String> sources, List<String> authorization) {
        return new RecordingSettings(sources, authorization, DataSize.ofMegabytes(1), Duration.ofSeconds(1));
    }
}
