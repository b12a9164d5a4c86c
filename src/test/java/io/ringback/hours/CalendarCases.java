package io.ringback.hours;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The small calendars of {@code calendars/days.txt}, with what is expected of them. */
final class CalendarCases {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd");

    private CalendarCases() {}

    /** @param skipped {@code e1:CANCELLED} */
    record Case(String title, String calendar, List<LocalDate> days, List<String> skipped) {

        @Override
        public String toString() {
            return title;
        }
    }

    static Stream<Case> all() {
        return Stream.of(text().split("(?m)^## ")).skip(1).map(CalendarCases::one);
    }

    private static Case one(String text) {
        var calendar = new StringBuilder("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\n");
        var days = new ArrayList<LocalDate>();
        var skipped = new ArrayList<String>();
        var lines = text.lines().filter(line -> !line.isBlank()).toList();
        var events = 0;
        for (var line : lines.subList(1, lines.size())) {
            if (line.startsWith("=>")) {
                Stream.of(line.substring(2).strip().split(" ")).forEach(span -> addDays(span, days));
            } else if (line.startsWith("!>")) {
                skipped.addAll(List.of(line.substring(2).strip().split(" ")));
            } else if (line.startsWith("@")) {
                calendar.append(line.substring(1)).append("\r\n");
            } else {
                calendar.append(event(line, ++events));
            }
        }
        return new Case(lines.get(0), calendar + "END:VCALENDAR\r\n", days, skipped);
    }

    private static String event(String line, int number) {
        var name = line.toUpperCase(java.util.Locale.ROOT).startsWith("SUMMARY:") ? "" : "SUMMARY:e" + number + "\r\n";
        return "BEGIN:VEVENT\r\n" + name + line.replace(" | ", "\r\n") + "\r\nEND:VEVENT\r\n";
    }

    private static void addDays(String span, List<LocalDate> days) {
        var ends = span.split("-");
        var last = LocalDate.parse(ends[ends.length - 1], DAY);
        LocalDate.parse(ends[0], DAY).datesUntil(last.plusDays(1)).forEach(days::add);
    }

    private static String text() {
        try (var file = CalendarCases.class.getResourceAsStream("/calendars/days.txt")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
