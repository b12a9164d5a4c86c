package io.ringback.office.lists;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import io.ringback.list.CallbackList;
import java.text.Collator;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What can be chosen in the form of a list, with names in the language of the page. */
@Component
class ListChoices {

    private static final Pattern PLACES =
            Pattern.compile("(Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+|UTC");

    private final SettingWords words;
    private final Map<String, List<Choice>> zones = new ConcurrentHashMap<>();

    ListChoices(SettingWords words) {
        this.words = words;
    }

    /** The regions that have telephone numbers, by name. */
    List<Choice> regions(Locale locale) {
        var byName = Comparator.comparing(Choice::label, Collator.getInstance(locale));
        return PhoneNumberUtil.getInstance().getSupportedRegions().stream()
                .map(region -> new Choice(region, words.region(region, locale)))
                .sorted(byName.thenComparing(Choice::value))
                .toList();
    }

    /** The time zones that are named after places. */
    List<Choice> zones(Locale locale) {
        return zones.computeIfAbsent(
                locale.getLanguage(),
                language -> ZoneId.getAvailableZoneIds().stream()
                        .filter(zone -> PLACES.matcher(zone).matches())
                        .sorted()
                        .map(zone -> new Choice(zone, ZoneId.of(zone).getDisplayName(TextStyle.FULL, locale)))
                        .toList());
    }

    /** What most of these lists have; the fallback without any. */
    static <T> T usual(Collection<CallbackList> lists, Function<CallbackList, T> setting, T fallback) {
        return lists.stream().collect(Collectors.groupingBy(setting, Collectors.counting())).entrySet().stream()
                .max(Map.Entry.<T, Long>comparingByValue()
                        .thenComparing(entry -> entry.getKey().toString()))
                .map(Map.Entry::getKey)
                .orElse(fallback);
    }

    record Choice(String value, String label) {}
}
