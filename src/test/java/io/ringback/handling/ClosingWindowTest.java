package io.ringback.handling;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.callback.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** However often an agent calls and ends, the case closes. Minutes throughout; the list allows five after a call. */
class ClosingWindowTest {

    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "the first call,                        0-3,                     8",
        "a call of no length,                   0-0,                     5",
        "a second call gives the full time,     0-3 7-9,                 14",
        "a third one what is left of twice,     0-0 4-4 8-8,             10",
        "long calls take nothing of it,         0-60 64-120 124-180,     182",
        "ended again and again,                 0-0 4-4 8-8 9-9,         10",
        "with nothing left it closes,           0-0 5-5 10-10,           10",
        "calls at once,                         0-30 10-20,              35",
        "more than all of it,                   0-0 5-5 9-9 14-14,       14"
    })
    void theTimeAfterTheCallsIsLimited(String what, String calls, long closes) {
        var made = Arrays.stream(calls.split(" ")).map(ClosingWindowTest::call).toList();
        var now = made.stream().map(Call::endedAt).max(Instant::compareTo).orElseThrow();

        assertThat(ClosingWindow.closesAt(Duration.ofMinutes(5), made, Duration.ZERO, now))
                .as(what)
                .isEqualTo(at(closes));
    }

    @Test
    void withoutALimitItNeverCloses() {
        assertThat(ClosingWindow.closesAt(null, List.of(call("0-3")), Duration.ZERO, at(3)))
                .isNull();
    }

    private static Call call(String minutes) {
        var parts = minutes.split("-");
        return Call.fromDesk(UUID.randomUUID(), new UUID(0, 0), at(Long.parseLong(parts[0])))
                .ended(at(Long.parseLong(parts[1])));
    }

    private static Instant at(long minutes) {
        return START.plus(Duration.ofMinutes(minutes));
    }
}
