package io.ringback.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.support.Centre;
import io.ringback.support.RecordingSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What the caller said is heard in the case window, and comes from the server alone. */
@BrowserTest
class DeskRecordingTest {

    /** There for as long as the server of this test, which may outlive a run of it. */
    private static final RecordingSource PBX = RecordingSource.start();

    @Autowired
    private Centre centre;

    @DynamicPropertySource
    static void sources(DynamicPropertyRegistry registry) {
        registry.add("ringback.recordings.sources", PBX::base);
    }

    @Test
    void theRecordingOfTheCallerPlays(Browsers browsers) {
        var list = centre.list();
        centre.request(
                list,
                centre.newNumber(),
                Map.of("attributes", "{\"recordingUrl\": \"%s\"}".formatted(PBX.url("tone"))));
        var anna = browsers.agentOn(list);
        anna.desk().startReceiving();
        var audio = anna.desk().caseWindow().recording();
        assertThat(audio).isVisible();

        anna.page().keyboard().press("Alt+p");

        anna.page()
                .waitForFunction("() => { const audio = document.querySelector('.facts audio');"
                        + " return audio.error === null && audio.currentTime > 0.2; }");
        assertThat(audio.evaluate("audio => audio.currentSrc"))
                .asString()
                .startsWith(anna.home() + "/desk/recordings/");
        assertThat(PBX.asked()).isNotEmpty();
    }

    @Test
    void thePlayerHasRoomForTimeAndSeekingAtEveryWidth(Browsers browsers) {
        var list = centre.list();
        centre.request(
                list,
                centre.newNumber(),
                Map.of("attributes", "{\"recordingUrl\": \"%s\", \"a\": \"1\"}".formatted(PBX.url("tone"))));
        var anna = browsers.agentOn(list);
        anna.desk().startReceiving();
        var audio = anna.desk().caseWindow().recording();
        assertThat(audio).isVisible();

        for (var width : List.of(320, 600, 900, 1024, 1280, 1920)) {
            anna.page().setViewportSize(width, 800);

            var box = audio.boundingBox();
            var room = anna.desk().caseWindow().self().locator(".facts").boundingBox().width;
            assertThat(box.width).as("at %d px", width).isBetween(Math.min(room, 352) - 2, 354.0);
            assertThat(box.height).as("at %d px", width).isGreaterThanOrEqualTo(40);
        }
        anna.desk().caseWindow().self().locator(".facts [data-speed]").selectOption("1.5");
        assertThat(audio.evaluate("audio => audio.playbackRate")).isEqualTo(1.5);
    }

    @Test
    void aRecordingFromElsewhereIsNotPlayed(Browsers browsers) {
        var list = centre.list();
        centre.request(
                list,
                centre.newNumber(),
                Map.of("attributes", "{\"recordingUrl\": \"https://elsewhere.example/tone.wav\"}"));
        var anna = browsers.agentOn(list);

        anna.desk().startReceiving();

        assertThat(anna.desk().caseWindow().fact("Recording")).containsText("cannot be played here");
        assertThat(anna.desk().caseWindow().recording()).hasCount(0);
    }
}
