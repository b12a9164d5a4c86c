package io.ringback.office.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rows of the table beside the charts have names of their own, also where an hour comes twice. */
class ChartPageTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Europe/Helsinki     | 2026-10-25T02:30:00Z | Sun 02:00, Sun 03:00 (UTC+03:00), Sun 03:00 (UTC+02:00), Sun 04:00
            Europe/Helsinki     | 2026-10-26T02:30:00Z | Mon 01:00, Mon 02:00, Mon 03:00, Mon 04:00
            Europe/Helsinki     | 2026-03-29T01:30:00Z | Sun 01:00, Sun 02:00, Sun 04:00
            Australia/Lord_Howe | 2026-04-04T15:45:00Z | Sun 01:00, Sun 01:30 (UTC+10:30), Sun 02:00
            Australia/Lord_Howe | 2026-10-03T16:15:00Z | Sun 01:00, Sun 02:30, Sun 03:00
            """)
    void rowsAreToldApart(String name, Instant now, String last) {
        var zone = ZoneId.of(name);
        var bounds = ChartTimes.hours(now, zone).bounds();
        var lines = IntStream.range(0, 24)
                .mapToObj(
                        hour -> new ChartLine(bounds.get(hour), bounds.get(hour + 1), BoardCounts.NONE, 0, hour == 23))
                .toList();

        var rows = ChartPage.of(null, null, new Charts.ChartData(zone, lines, List.of(lines.get(23))), Locale.ENGLISH)
                .periods()
                .get(0)
                .rows();

        assertThat(rows).extracting(ChartPage.Row::name).doesNotHaveDuplicates().endsWith(last.split(", "));
    }
}
