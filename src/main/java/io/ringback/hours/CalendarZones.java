package io.ringback.hours;

import io.ringback.hours.ImportedDays.Reason;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The time zones that the events of a calendar are in: by their usual names, those of Windows, or described in it. */
final class CalendarZones {

    private static final Properties WINDOWS = windows();

    private final CalendarComponent calendar;
    private final ZoneId ofList;
    private final ReadingWork work;
    private final Map<String, Optional<WallClock>> known = new HashMap<>();

    /** @param ofList the zone of the list, which counts where the calendar does not say its own */
    CalendarZones(CalendarComponent calendar, ZoneId ofList, ReadingWork work) {
        this.calendar = calendar;
        this.ofList = ofList;
        this.work = work;
    }

    WallClock ofList() {
        return WallClock.of(ofList);
    }

    Instant midnightOfList(LocalDate day) {
        return day.atStartOfDay(ofList).toInstant();
    }

    /** The clock that moments in UTC are read by, for an event that names this zone or none. */
    WallClock clock(@Nullable String zone) {
        if (zone != null) {
            return named(zone).orElseThrow(() -> new SkippedEvent(Reason.UNKNOWN_ZONE));
        }
        var whole = calendar.first("X-WR-TIMEZONE");
        if (whole.isPresent()) {
            return named(whole.get().value()).orElseThrow(() -> new SkippedEvent(Reason.UNKNOWN_ZONE));
        }
        var described = calendar.parts("VTIMEZONE");
        return described.size() == 1
                ? described
                        .get(0)
                        .first("TZID")
                        .flatMap(id -> named(id.value()))
                        .orElseThrow(() -> new SkippedEvent(Reason.UNKNOWN_ZONE))
                : ofList();
    }

    private Optional<WallClock> named(String name) {
        return known.computeIfAbsent(name.strip(), this::find);
    }

    private Optional<WallClock> find(String name) {
        return usual(name).or(() -> described(name)).or(() -> windows(name));
    }

    private Optional<WallClock> described(String name) {
        var found = calendar.parts("VTIMEZONE").stream()
                .filter(each -> each.says("TZID", name))
                .findFirst();
        return found.flatMap(each -> each.first("X-LIC-LOCATION").flatMap(place -> usual(place.value())))
                .or(() -> found.map(each -> DescribedZone.of(each, work)));
    }

    /** Some programs put their own name before it: {@code /mozilla.org/20070129_1/Europe/Helsinki}. */
    private static Optional<WallClock> usual(String name) {
        var rest = name.strip();
        while (!rest.isEmpty()) {
            try {
                return Optional.of(WallClock.of(ZoneId.of(rest)));
            } catch (DateTimeException other) {
                rest = rest.indexOf('/') < 0 ? "" : rest.substring(rest.indexOf('/') + 1);
            }
        }
        return Optional.empty();
    }

    private static Optional<WallClock> windows(String name) {
        return Optional.ofNullable(WINDOWS.getProperty(name)).map(zone -> WallClock.of(ZoneId.of(zone)));
    }

    private static Properties windows() {
        var zones = new Properties();
        try (Reader file = new InputStreamReader(
                Objects.requireNonNull(CalendarZones.class.getResourceAsStream("windows-zones.properties")),
                StandardCharsets.UTF_8)) {
            zones.load(file);
            return zones;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
