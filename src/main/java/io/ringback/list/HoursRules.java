package io.ringback.list;

import io.ringback.hours.Holidays;
import io.ringback.hours.HoursSettings;
import io.ringback.platform.problem.FieldError;
import io.ringback.platform.problem.InvalidField;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** What calling hours must fulfil beyond their form. */
@Component
class HoursRules {

    void check(HoursSettings settings, String region) {
        if (settings.week().isEmpty()) {
            throw new InvalidField(
                    "week", "must be open at some time; a list nobody works on can be archived", "NO_TIME");
        }
        checkOverlaps(settings);
        var dates = new HashSet<>();
        settings.closedDays().forEach(day -> {
            if (!dates.add(day.date())) {
                throw fault(
                        "closedDays",
                        "names %s twice".formatted(day.date()),
                        "DAY_TWICE",
                        day.date().toString());
            }
        });
        var holidays = new HashSet<>();
        settings.openHolidays().forEach(day -> {
            if (!holidays.add(day.date())) {
                throw new InvalidField("openHolidays", "names %s twice".formatted(day.date()));
            }
        });
        var subRegion = settings.subRegion();
        if (settings.holidays() && !Holidays.isKnown(region)) {
            throw new InvalidField(
                    "holidays", "are not known for region %s; add closed days instead".formatted(region));
        }
        if (subRegion != null && !Holidays.subRegions(region, Locale.ENGLISH).containsKey(subRegion)) {
            throw new InvalidField("subRegion", "is no part of region %s with holidays of its own".formatted(region));
        }
    }

    private static void checkOverlaps(HoursSettings settings) {
        var week = settings.week();
        for (int one = 0; one < week.size(); one++) {
            for (int other = one + 1; other < week.size(); other++) {
                if (week.get(one).overlaps(week.get(other))) {
                    throw fault(
                            "week",
                            "%s overlaps with %s".formatted(week.get(one), week.get(other)),
                            "OVERLAP",
                            "%s, %s".formatted(week.get(one), week.get(other)));
                }
            }
        }
    }

    /** @param value which of them, for pages, which tell it at its place */
    private static InvalidField fault(String field, String message, String code, String value) {
        return new InvalidField(List.of(new FieldError(field, message, code, value)));
    }
}
