package io.ringback.office.board;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Lays out charts: a number of times from left to right, values from the axis up to a round number.
 *
 * @param names of the times, as they are read out and shown when pointed at
 * @param labels of the times, as they are written below
 * @param every which label is written
 * @param seldom which label is written also where there is little room
 */
record ChartLayout(List<String> names, List<String> labels, int every, int seldom) {

    static final String PERCENT = "\u00a0%";

    static final int WIDTH = 720;
    static final int HEIGHT = 260;
    static final int LEFT = 76;
    static final int RIGHT = 12;
    static final int TOP = 14;
    static final int BOTTOM = 36;

    private static final int TICKS = 4;
    private static final double GAP = 0.2;

    /** Two bars for each time, side by side. */
    ChartDrawing bars(List<Long> first, List<Long> second) {
        var top = roundTop(Math.max(max(first), max(second)));
        var bars = new ArrayList<ChartDrawing.Bar>();
        var width = step() * (1 - GAP) / 2;
        for (int i = 0; i < names.size(); i++) {
            var left = LEFT + step() * (i + GAP / 2);
            bars.add(bar(left, width, first.get(i), top, 1, names.get(i)));
            bars.add(bar(left + width, width, second.get(i), top, 2, names.get(i)));
        }
        return new ChartDrawing(ticks(top, ""), written(), bars, "", List.of());
    }

    /** A line that begins at zero. */
    ChartDrawing line(List<Long> values) {
        var top = roundTop(max(values));
        return drawn(values.stream().map(Long::doubleValue).toList(), top, "");
    }

    /** A line between 0 and 100 %; where there is no value it breaks off. */
    ChartDrawing shares(List<@Nullable Double> shares) {
        return drawn(
                shares.stream().map(share -> share == null ? null : share * 100).toList(), 100, PERCENT);
    }

    private ChartDrawing drawn(List<@Nullable Double> values, long top, String unit) {
        var path = new StringBuilder();
        var dots = new ArrayList<ChartDrawing.Dot>();
        for (int i = 0; i < values.size(); i++) {
            var value = values.get(i);
            if (value != null) {
                var x = round(LEFT + step() * (i + 0.5));
                var y = y(value, top);
                var goesOn = i > 0 && values.get(i - 1) != null;
                path.append(goesOn ? "L" : "M").append(x).append(' ').append(y).append(' ');
                dots.add(new ChartDrawing.Dot(x, y, names.get(i) + ": " + Math.round(value) + unit));
            }
        }
        return new ChartDrawing(
                ticks(top, unit), written(), List.of(), path.toString().strip(), dots);
    }

    private static ChartDrawing.Bar bar(double x, double width, long value, long top, int series, String name) {
        var y = y(value, top);
        return new ChartDrawing.Bar(round(x), y, round(width), round(HEIGHT - BOTTOM - y), series, name + ": " + value);
    }

    private static List<ChartDrawing.Tick> ticks(long top, String unit) {
        var ticks = new ArrayList<ChartDrawing.Tick>();
        for (int i = 0; i <= TICKS; i++) {
            var value = (double) top * i / TICKS;
            if (value == Math.rint(value)) {
                ticks.add(new ChartDrawing.Tick(y(value, top), "%s%s".formatted((long) value, unit)));
            }
        }
        return ticks;
    }

    private List<ChartDrawing.Label> written() {
        var written = new ArrayList<ChartDrawing.Label>();
        for (int i = 0; i < labels.size(); i++) {
            // Counted from the end, so that the present one is always there.
            var fromEnd = labels.size() - 1 - i;
            if (fromEnd % every == 0) {
                written.add(
                        new ChartDrawing.Label(round(LEFT + step() * (i + 0.5)), labels.get(i), fromEnd % seldom != 0));
            }
        }
        return written;
    }

    private double step() {
        return (double) (WIDTH - LEFT - RIGHT) / names.size();
    }

    private static double y(double value, long top) {
        return round(HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP) * value / top);
    }

    /** The next of 4, 8, 12, 20, 40, 80, 100, 200, ...: it can be quartered. */
    static long roundTop(long max) {
        for (long magnitude = 1; ; magnitude *= 10) {
            for (var digit : new long[] {4, 8, 12, 20}) {
                if (digit * magnitude >= max) {
                    return digit * magnitude;
                }
            }
        }
    }

    private static long max(List<Long> values) {
        return values.stream()
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
    }

    private static double round(double value) {
        return Double.parseDouble(String.format(Locale.ROOT, "%.1f", value));
    }
}
