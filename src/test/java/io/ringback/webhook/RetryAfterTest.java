package io.ringback.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.apache.hc.core5.http.message.BasicHttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How long a target asks to be left alone. */
class RetryAfterTest {

    private static final String NOW = "Fri, 06 Nov 2026 08:49:37 GMT";

    @ParameterizedTest
    @CsvSource({
        "0, PT0S",
        "1, PT1S",
        "600, PT10M",
        "0000000000600, PT10M",
        "' 600 ', PT10M",
        "3600, PT1H",
        "3601, PT1H",
        "2147483648, PT1H",
        "9223372036854775808, PT1H",
        "99999999999999999999999999, PT1H"
    })
    void secondsAreKeptToUpToAnHour(String asked, Duration kept) {
        assertThat(RetryAfter.of(answer(asked))).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Fri, 06 Nov 2026 08:50:37 GMT | PT1M",
                "Friday, 06-Nov-26 08:50:37 GMT | PT1M",
                "Fri Nov  6 08:50:37 2026 | PT1M",
                "Fri, 06 Nov 2026 08:49:37 GMT | PT0S",
                "Fri, 06 Nov 2026 20:00:00 GMT | PT1H",
                "Fri, 31 Dec 2100 23:59:59 GMT | PT1H"
            })
    void momentsAreReadByTheClockOfTheTarget(String asked, Duration kept) {
        assertThat(RetryAfter.of(answer(asked))).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "+5", "1.5", "5s", "soon", "0x10", "Fri, 06 Nov 2026 08:48:37 GMT", "2026-11-06"})
    void whatCannotBeMeantIsNotKeptTo(String asked) {
        assertThat(RetryAfter.of(answer(asked))).isNull();
    }

    @Test
    void anAnswerWithoutAClockIsReadByOurs() {
        var answer = new BasicHttpResponse(503);
        answer.setHeader("Retry-After", "Fri, 31 Dec 2100 23:59:59 GMT");

        assertThat(RetryAfter.of(answer)).isEqualTo(Duration.ofHours(1));
        assertThat(RetryAfter.of(new BasicHttpResponse(503))).isNull();
    }

    private static BasicHttpResponse answer(String retryAfter) {
        var answer = new BasicHttpResponse(503);
        answer.setHeader("Date", NOW);
        answer.setHeader("Retry-After", retryAfter);
        return answer;
    }
}
