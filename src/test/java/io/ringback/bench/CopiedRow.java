package io.ringback.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A row, and the statement that makes copies of it: in place of ids, of the list and of the caller's number stands what
 * {@code bench.copy k} has, and what lies ahead is a little further ahead.
 *
 * @param insert without its {@code FROM}
 */
record CopiedRow(String table, String insert) {

    static final String LIST = "bench-template";
    static final String NUMBER = "358450000000";

    private static final int OWN = 8;
    private static final Duration AHEAD = Duration.ofMinutes(2);
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .appendPattern("yyyy-MM-dd HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 6, true)
            .toFormatter(Locale.ROOT);

    static CopiedRow of(String table, Map<String, String> values, Map<String, String> types, Set<String> ids) {
        var ofCase = Pattern.compile(
                ids.stream().sorted().map(Pattern::quote).collect(Collectors.joining("|")) + "|" + LIST + "|" + NUMBER);
        List<String> expressions = new ArrayList<>();
        values.forEach((column, value) ->
                expressions.add(expression(value, Objects.requireNonNull(types.get(column)), ofCase)));
        return new CopiedRow(
                table,
                "INSERT INTO %s (%s) SELECT %s"
                        .formatted(table, String.join(", ", values.keySet()), String.join(", ", expressions)));
    }

    /** What copies of an id have in common with it. */
    static String kept(String id) {
        return id.substring(0, id.length() - OWN);
    }

    private static String expression(String value, String type, Pattern ofCase) {
        List<String> parts = new ArrayList<>();
        var found = ofCase.matcher(value);
        var end = 0;
        while (found.find()) {
            var text = value.substring(end, found.start());
            switch (found.group()) {
                case LIST -> parts.addAll(List.of(quoted(text), "k.list"));
                case NUMBER -> parts.addAll(List.of(quoted(text), "k.number"));
                default -> parts.addAll(List.of(quoted(text + kept(found.group())), "k.hex"));
            }
            end = found.end();
        }
        if (end > 0) {
            parts.add(quoted(value.substring(end)));
            return "(%s)::%s".formatted(String.join(" || ", parts), type);
        }
        return quoted(value) + "::" + type + (isAhead(value, type) ? " + k.later" : "");
    }

    private static boolean isAhead(String value, String type) {
        if (!type.startsWith("timestamp")) {
            return false;
        }
        var soon = Instant.now().plus(AHEAD);
        var time = type.contains("without")
                ? LocalDateTime.parse(value, TIME).toInstant(ZoneOffset.UTC)
                : OffsetDateTime.parse(value.replace(' ', 'T').replaceFirst("([+-]\\d\\d)$", "$1:00"))
                        .toInstant();
        return time.isAfter(soon);
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
