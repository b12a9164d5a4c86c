package io.ringback.hours;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberToTimeZonesMapper;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The time zones a telephone number may be in, as far as it tells: those of its country or its area code. */
final class CallerZones {

    private static final String NO_REGION = "ZZ";

    private CallerZones() {}

    /** Zones with the same clock are one. Empty when nothing is known. */
    static Set<ZoneId> of(String e164) {
        Map<ZoneRules, ZoneId> byClock = new HashMap<>();
        for (var name : names(e164)) {
            try {
                var zone = ZoneId.of(name);
                byClock.merge(zone.getRules(), zone, CallerZones::first);
            } catch (DateTimeException unknownHere) {
                return Set.of();
            }
        }
        return new HashSet<>(byClock.values());
    }

    private static Iterable<String> names(String e164) {
        try {
            var number = PhoneNumberUtil.getInstance().parse(e164, NO_REGION);
            var names = PhoneNumberToTimeZonesMapper.getInstance().getTimeZonesForNumber(number);
            return names.contains(PhoneNumberToTimeZonesMapper.getUnknownTimeZone()) ? Set.of() : names;
        } catch (NumberParseException e) {
            return Set.of();
        }
    }

    private static ZoneId first(ZoneId one, ZoneId other) {
        return one.getId().compareTo(other.getId()) <= 0 ? one : other;
    }
}
