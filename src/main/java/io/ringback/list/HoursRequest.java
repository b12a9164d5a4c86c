package io.ringback.list;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.OptBoolean;
import io.ringback.hours.ClosedDay;
import io.ringback.hours.ExpiryRule;
import io.ringback.hours.HoursSettings;
import io.ringback.hours.OpenHoliday;
import io.ringback.hours.OpenTime;
import io.ringback.platform.input.PlainText;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Calling hours as a supervisor sends them; what {@link HoursView} shows besides may be sent back and is not looked at.
 *
 * @param alwaysOpen true takes the hours away, whatever else is said
 */
@JsonIgnoreProperties({"zone", "region", "openNow", "nextOpening", "holidaysChecked", "warnings", "movedCallbacks"})
public record HoursRequest(
        @Nullable Boolean alwaysOpen,

        @Nullable @Valid @Size(max = 140, message = "must be at most 140 intervals")
        List<@NotNull @Valid Interval> week,

        @Nullable Boolean holidays,

        @Nullable @Pattern(regexp = "[A-Za-z0-9._-]{1,40}", message = "must be the key of a part of the region")
        String subRegion,

        @Nullable @Valid @Size(max = 1000, message = "must be at most 1000 days")
        List<@NotNull @Valid Day> closedDays,

        @Nullable @Valid @Size(max = 200, message = "must be at most 200 holidays")
        List<@NotNull @Valid Holiday> openHolidays,

        @Nullable ExpiryRule expiry,
        @Nullable Boolean callerZone,
        @Nullable Long version) {

    /** Null for always open. */
    @Nullable
    HoursSettings settings() {
        if (Boolean.TRUE.equals(alwaysOpen)) {
            return null;
        }
        return new HoursSettings(
                times(),
                Boolean.TRUE.equals(holidays),
                subRegion,
                days(),
                openDays(),
                expiry == null ? ExpiryRule.COUNTS_ON : expiry,
                Boolean.TRUE.equals(callerZone));
    }

    /** The hours of the week, in the order of the week. */
    public List<OpenTime> times() {
        return week == null
                ? List.of()
                : week.stream()
                        .map(each -> new OpenTime(each.day(), each.from(), each.to()))
                        .sorted(Comparator.comparingInt(OpenTime::begin))
                        .toList();
    }

    private List<ClosedDay> days() {
        return closedDays == null
                ? List.of()
                : closedDays.stream()
                        .map(each -> new ClosedDay(each.date(), each.name(), each.everyYear()))
                        .sorted(Comparator.comparing(ClosedDay::date))
                        .toList();
    }

    private List<OpenHoliday> openDays() {
        return openHolidays == null
                ? List.of()
                : openHolidays.stream()
                        .map(each -> new OpenHoliday(each.date(), each.everyYear()))
                        .sorted(Comparator.comparing(OpenHoliday::date))
                        .toList();
    }

    /** To 00:00 is to midnight; an end not after the beginning is on the next day. */
    record Interval(
            @NotNull DayOfWeek day,

            @NotNull
            @Schema(type = "string", example = "08:00")
            @JsonFormat(pattern = "HH:mm", lenient = OptBoolean.FALSE)
            LocalTime from,

            @NotNull
            @Schema(type = "string", example = "16:00")
            @JsonFormat(pattern = "HH:mm", lenient = OptBoolean.FALSE)
            LocalTime to) {}

    record Day(
            @NotNull LocalDate date,
            @NotBlank @PlainText(max = 100) String name,
            @Nullable Boolean everyYear) {}

    record Holiday(@NotNull LocalDate date, @Nullable Boolean everyYear) {}
}
