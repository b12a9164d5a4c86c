package io.ringback.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A set of UTF-16 code units, which is what JavaScript's patterns without flags match one at a time.
 *
 * @param ranges in order, without overlaps
 */
record CodeUnits(List<Range> ranges) {

    static final CodeUnits NONE = new CodeUnits(List.of());
    static final CodeUnits ALL = of(0, Character.MAX_VALUE);
    static final CodeUnits DIGITS = of('0', '9');
    static final CodeUnits WORD = DIGITS.and(of('A', 'Z')).and(of('a', 'z')).and(of('_'));
    static final CodeUnits LINE_ENDS = of('\n').and(of('\r')).and(of(0x2028, 0x2029));

    /** White space and line ends of ECMA-262: also no-break spaces and the byte order mark. */
    static final CodeUnits SPACE = of('\t', '\r')
            .and(of(' '))
            .and(of(0xa0))
            .and(of(0x1680))
            .and(of(0x2000, 0x200a))
            .and(of(0x2028, 0x2029))
            .and(of(0x202f))
            .and(of(0x205f))
            .and(of(0x3000))
            .and(of(0xfeff));

    /** Where the halves of surrogate pairs are put, since the engines that match know whole characters only. */
    private static final int HALVES = 0xf0000;

    static CodeUnits of(int unit) {
        return of(unit, unit);
    }

    static CodeUnits of(int first, int last) {
        return new CodeUnits(List.of(new Range(first, last)));
    }

    CodeUnits and(CodeUnits others) {
        var all = new ArrayList<>(ranges);
        all.addAll(others.ranges);
        all.sort(Comparator.comparingInt(Range::first));
        var joined = new ArrayList<Range>();
        for (var range : all) {
            var last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null && range.first <= last.last + 1) {
                joined.set(joined.size() - 1, new Range(last.first, Math.max(last.last, range.last)));
            } else {
                joined.add(range);
            }
        }
        return new CodeUnits(List.copyOf(joined));
    }

    CodeUnits complement() {
        var rest = new ArrayList<Range>();
        int next = 0;
        for (var range : ranges) {
            if (range.first > next) {
                rest.add(new Range(next, range.first - 1));
            }
            next = range.last + 1;
        }
        if (next <= Character.MAX_VALUE) {
            rest.add(new Range(next, Character.MAX_VALUE));
        }
        return new CodeUnits(List.copyOf(rest));
    }

    boolean contains(int unit) {
        return ranges.stream().anyMatch(range -> range.first <= unit && unit <= range.last);
    }

    /** As a character class for texts that {@link #halved} has prepared. */
    String pattern() {
        if (ranges.isEmpty()) {
            return "[^\\x{0}-\\x{10ffff}]";
        }
        var written = new StringBuilder("[");
        for (var range : ranges) {
            write(written, range.first, Math.min(range.last, Character.MIN_SURROGATE - 1));
            write(
                    written,
                    half(Math.max(range.first, Character.MIN_SURROGATE)),
                    half(Math.min(range.last, Character.MAX_SURROGATE)));
            write(written, Math.max(range.first, Character.MAX_SURROGATE + 1), range.last);
        }
        return written.append(']').toString();
    }

    /** The text with one character for each of its code units. */
    static String halved(String text) {
        if (text.chars().noneMatch(unit -> Character.isSurrogate((char) unit))) {
            return text;
        }
        return text.chars()
                .map(unit -> Character.isSurrogate((char) unit) ? half(unit) : unit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static int half(int surrogate) {
        return HALVES + surrogate - Character.MIN_SURROGATE;
    }

    private static void write(StringBuilder written, int first, int last) {
        if (first <= last) {
            written.append("\\x{")
                    .append(Integer.toHexString(first))
                    .append("}-\\x{")
                    .append(Integer.toHexString(last))
                    .append('}');
        }
    }

    record Range(int first, int last) {}
}
