package io.ringback.hours;

import io.ringback.platform.problem.InvalidField;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A part of a calendar file, {@code BEGIN:VEVENT} to {@code END:VEVENT}, with its properties and its own parts. */
final class CalendarComponent {

    private static final String CALENDAR = "VCALENDAR";

    /** Parts that never stand inside of one of their own kind. */
    private static final Set<String> NEVER_NESTED = Set.of(CALENDAR, "VEVENT", "VTIMEZONE");

    private final String name;
    private final List<ContentLine> properties = new ArrayList<>();
    private final List<CalendarComponent> parts = new ArrayList<>();
    private boolean broken;

    private CalendarComponent(String name) {
        this.name = name;
    }

    /**
     * The calendars of a file; some programs write several, one after the other.
     *
     * @throws InvalidField for what is no whole calendar file
     */
    static List<CalendarComponent> calendars(List<String> lines) {
        var calendars = new ArrayList<CalendarComponent>();
        Deque<CalendarComponent> open = new ArrayDeque<>();
        for (var line : lines) {
            var read = ContentLine.of(line);
            if (read.filter(each -> each.name().equals("BEGIN")).isPresent()) {
                begin(read.get().value().strip().toUpperCase(Locale.ROOT), open, calendars);
            } else if (open.isEmpty()) {
                throw noCalendar();
            } else if (read.filter(each -> each.name().equals("END")).isPresent()) {
                end(read.get().value().strip().toUpperCase(Locale.ROOT), open);
            } else {
                read.ifPresentOrElse(
                        open.element().properties::add, () -> open.element().noteLost(line));
            }
        }
        if (calendars.isEmpty() || !open.isEmpty()) {
            throw noCalendar();
        }
        return calendars;
    }

    private static void begin(String name, Deque<CalendarComponent> open, List<CalendarComponent> calendars) {
        if (NEVER_NESTED.contains(name) && open.stream().anyMatch(each -> each.name.equals(name))) {
            breakOff(name, open);
        }
        var begun = new CalendarComponent(name);
        var around = open.peek();
        if (around != null) {
            around.parts.add(begun);
        } else if (name.equals(CALENDAR)) {
            calendars.add(begun);
        } else {
            throw noCalendar();
        }
        open.push(begun);
    }

    private static void end(String name, Deque<CalendarComponent> open) {
        if (open.element().name.equals(name)) {
            open.pop();
        } else if (open.stream().anyMatch(each -> each.name.equals(name))) {
            breakOff(name, open);
        } else {
            open.element().broken = true;
        }
    }

    private static void breakOff(String name, Deque<CalendarComponent> open) {
        CalendarComponent closed;
        do {
            closed = open.pop();
            closed.broken |= !closed.name.equals(CALENDAR);
        } while (!closed.name.equals(name));
    }

    private void noteLost(String line) {
        broken |= EventReader.READ.stream()
                .anyMatch(property -> line.strip().toUpperCase(Locale.ROOT).startsWith(property));
    }

    /** Whether it was not ended, or a property that matters in it cannot be read. */
    boolean isBroken() {
        return broken;
    }

    List<CalendarComponent> parts(String kind) {
        return parts.stream().filter(part -> part.name.equals(kind)).toList();
    }

    List<ContentLine> all(String property) {
        return properties.stream().filter(line -> line.name().equals(property)).toList();
    }

    Optional<ContentLine> first(String property) {
        return named(property).findFirst();
    }

    boolean says(String property, String value) {
        return properties.stream().anyMatch(line -> line.is(property, value));
    }

    private Stream<ContentLine> named(String property) {
        return properties.stream().filter(line -> line.name().equals(property));
    }

    private static InvalidField noCalendar() {
        return new InvalidField(
                "file", "is no whole iCalendar file: it must begin with BEGIN:VCALENDAR and end with END:VCALENDAR");
    }
}
