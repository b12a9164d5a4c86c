package io.ringback.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A time that is typed where the clocks are put back is the first one, or the second once that has passed. */
@BrowserTest
class TimesThatComeTwiceTest {

    @ParameterizedTest
    @CsvSource({
        "Europe/Helsinki, 2026-10-25T03:30, 2026-10-25T01:30:00.000Z",
        "Europe/Helsinki, 2026-10-25T04:00, 2026-10-25T02:00:00.000Z",
        "Europe/Helsinki, 2026-10-25T02:30, 2026-10-24T23:30:00.000Z",
        "Australia/Lord_Howe, 2026-04-05T01:45, 2026-04-04T15:15:00.000Z",
        "Australia/Lord_Howe, 2026-04-05T01:15, 2026-04-04T14:15:00.000Z",
        "Australia/Lord_Howe, 2026-04-05T02:15, 2026-04-04T15:45:00.000Z",
        "Antarctica/Troll, 2026-10-25T01:30, 2026-10-25T01:30:00.000Z",
        "Antarctica/Troll, 2026-10-25T02:30, 2026-10-25T02:30:00.000Z",
        "Antarctica/Troll, 2026-10-25T00:30, 2026-10-24T22:30:00.000Z",
        "Australia/Lord_Howe, 2037-04-05T01:45, 2037-04-04T14:45:00.000Z",
        "Europe/Helsinki, 2037-10-25T03:30, 2037-10-25T00:30:00.000Z"
    })
    void isTakenForTheOneThatIsToCome(String zone, String typed, String instant, Browsers browsers) {
        var page = browsers.person("AGENT", Look.usual().in("en-GB", zone)).page();

        var read = page.evaluate(
                "typed => import('/assets/js/shared/times.js').then(({fromLocalInput}) => fromLocalInput(typed))",
                typed);

        assertThat(read).isEqualTo(instant);
    }
}
