package io.ringback.office.board;

import io.ringback.office.ClockHours;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The charts as they are shown.
 *
 * @param listId null for all lists together
 * @param zone whose hours and days these are
 */
record ChartPage(@Nullable String listId, @Nullable String listName, ZoneId zone, List<Period> periods) {

    private static final Labels HOURS = new Labels(1, 3);
    private static final Labels DAYS = new Labels(2, 4);

    static ChartPage of(@Nullable String listId, @Nullable String listName, Charts.ChartData data, Locale locale) {
        var hour = DateTimeFormatter.ofPattern("HH", locale).withZone(data.zone());
        var dayAndHour = DateTimeFormatter.ofPattern("EEE HH:mm", locale).withZone(data.zone());
        // Where the clocks are put back, an hour comes twice: then its distance to UTC tells which one it is.
        var toldApart =
                DateTimeFormatter.ofPattern("EEE HH:mm ('UTC'xxx)", locale).withZone(data.zone());
        var day = DateTimeFormatter.ofPattern("EEE d", locale).withZone(data.zone());
        var date = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .withZone(data.zone());
        return new ChartPage(
                listId,
                listName,
                data.zone(),
                List.of(
                        Period.of(
                                "hours",
                                data.hours(),
                                from -> (ClockHours.comesTwice(from, data.zone()) ? toldApart : dayAndHour)
                                        .format(from),
                                hour,
                                HOURS),
                        Period.of("days", data.days(), date::format, day, DAYS)));
    }

    /**
     * The charts of one period and the table they come from.
     *
     * @param key {@code hours} or {@code days}
     * @param handled requests that came in beside those closed as resolved
     * @param backlog open cases at the end of each time
     * @param punctuality share called before due
     */
    record Period(String key, ChartDrawing handled, ChartDrawing backlog, ChartDrawing punctuality, List<Row> rows) {

        static Period of(
                String key,
                List<ChartLine> lines,
                Function<Instant, String> name,
                DateTimeFormatter label,
                Labels labels) {
            var rows = lines.stream()
                    .map(line -> new Row(name.apply(line.from()), line))
                    .toList();
            var layout = new ChartLayout(
                    rows.stream().map(Row::name).toList(),
                    lines.stream().map(ChartLine::from).map(label::format).toList(),
                    labels.every(),
                    labels.seldom());
            return new Period(
                    key,
                    layout.bars(
                            lines.stream().map(line -> line.counts().arrived()).toList(),
                            lines.stream().map(line -> line.counts().resolved()).toList()),
                    layout.line(lines.stream().map(ChartLine::backlog).toList()),
                    layout.shares(lines.stream()
                            .<@Nullable Double>map(line -> line.counts().shareCalledBeforeDue())
                            .toList()),
                    rows);
        }

        public BoardCounts sum() {
            return rows.stream().map(row -> row.line().counts()).reduce(BoardCounts.NONE, BoardCounts::plus);
        }
    }

    /** How many of the labels are written; see {@link ChartLayout}. */
    record Labels(int every, int seldom) {}

    /** A line of the table. */
    record Row(String name, ChartLine line) {}
}
