package io.ringback.hours;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A public holiday that a list does not keep.
 *
 * @param date of the holiday
 * @param everyYear true when the holiday that is on this date is not kept in any year, on whatever date it is then
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OpenHoliday(LocalDate date, @Nullable Boolean everyYear) {

    public OpenHoliday {
        everyYear = Boolean.TRUE.equals(everyYear) ? Boolean.TRUE : null;
    }

    @JsonIgnore
    public boolean isEveryYear() {
        return everyYear != null;
    }
}
