package io.ringback.hours;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The calling hours of a list as they are set.
 *
 * @param week when it is open; anything else is closed
 * @param holidays whether it is closed on the public holidays of the list's region
 * @param subRegion a part of the region with holidays of its own, {@code by} for Bavaria in DE; null for none
 * @param closedDays days closed besides
 * @param openHolidays public holidays that are not kept, while the others are
 * @param expiry whether expiry counts on while it is closed
 * @param callerZone whether it must be open by the clock of the caller, too
 */
public record HoursSettings(
        List<OpenTime> week,
        boolean holidays,
        @Nullable String subRegion,
        List<ClosedDay> closedDays,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<OpenHoliday> openHolidays,
        ExpiryRule expiry,
        boolean callerZone) {

    /** @param openHolidays null, as in what was stored before there were any, for none */
    @JsonCreator
    public HoursSettings(
            @JsonProperty("week") List<OpenTime> week,
            @JsonProperty("holidays") boolean holidays,
            @JsonProperty("subRegion") @Nullable String subRegion,
            @JsonProperty("closedDays") List<ClosedDay> closedDays,
            @JsonProperty("openHolidays") @Nullable List<OpenHoliday> openHolidays,
            @JsonProperty("expiry") ExpiryRule expiry,
            @JsonProperty("callerZone") boolean callerZone) {
        this.week = List.copyOf(week);
        this.holidays = holidays;
        this.subRegion = subRegion;
        this.closedDays = List.copyOf(closedDays);
        this.openHolidays = openHolidays == null ? List.of() : List.copyOf(openHolidays);
        this.expiry = expiry;
        this.callerZone = callerZone;
    }

    /** Without exceptions from the holidays. */
    public HoursSettings(
            List<OpenTime> week,
            boolean holidays,
            @Nullable String subRegion,
            List<ClosedDay> closedDays,
            ExpiryRule expiry,
            boolean callerZone) {
        this(week, holidays, subRegion, closedDays, List.of(), expiry, callerZone);
    }

    /** The same with these closed days in place of those there are. */
    public HoursSettings closedOn(List<ClosedDay> days) {
        return new HoursSettings(week, holidays, subRegion, days, openHolidays, expiry, callerZone);
    }
}
