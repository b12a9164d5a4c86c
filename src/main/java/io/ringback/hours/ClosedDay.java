package io.ringback.hours;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.MonthDay;
import org.jspecify.annotations.Nullable;

/**
 * A day on which a list calls nobody, from midnight to midnight in the zone of the list.
 *
 * @param everyYear true for the same day of every year, 29 February only of leap years
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ClosedDay(
        LocalDate date, String name, @Nullable Boolean everyYear) {

    public ClosedDay {
        everyYear = Boolean.TRUE.equals(everyYear) ? Boolean.TRUE : null;
    }

    public ClosedDay(LocalDate date, String name) {
        this(date, name, null);
    }

    @JsonIgnore
    public boolean isEveryYear() {
        return everyYear != null;
    }

    boolean isOn(LocalDate day) {
        return isEveryYear() ? MonthDay.from(date).equals(MonthDay.from(day)) : date.equals(day);
    }
}
