package io.ringback.office.board;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How good a share of calls in time is. */
class BoardCountsTest {

    @ParameterizedTest
    @CsvSource({
        "  0, 0, ''",
        "1, 0, poor",
        "100, 0, poor",
        "100, 1, poor",
        "100, 49, poor",
        "2, 1, fair",
        "100, 79, fair",
        "100, 80, good",
        "1, 1, good",
        "100, 100, good"
    })
    void aShareIsAsGoodAsItIs(long calls, long inTime, String expected) {
        var counts = new BoardCounts(0, 0, 0, 0, 0, 0, 0, 0, 0, calls, inTime);

        assertThat(counts.punctuality()).isEqualTo(expected);
    }
}
