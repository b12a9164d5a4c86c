package io.ringback.office;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;

/** Lengths of time as people write them: {@code 1 h 30 min}. */
public record DurationWords(MessageSource messages, Locale locale) {

    /** In whole seconds. */
    public String of(Duration duration) {
        var parts = new ArrayList<String>();
        add(parts, "d", duration.toDays());
        add(parts, "h", duration.toHoursPart());
        add(parts, "min", duration.toMinutesPart());
        add(parts, "s", duration.toSecondsPart());
        if (parts.isEmpty()) {
            parts.add("0\u00a0" + unit("s"));
        }
        return String.join(" ", parts);
    }

    /** As one says how long somebody has waited: the seconds of more than an hour, and the like, are left out. */
    public String roughly(Duration duration) {
        if (duration.toHours() > 0) {
            return of(Duration.ofMinutes(duration.toMinutes()));
        }
        return of(duration.toMinutes() >= 10 ? Duration.ofMinutes(duration.toMinutes()) : duration);
    }

    private void add(List<String> parts, String unit, long count) {
        if (count > 0) {
            parts.add(count + "\u00a0" + unit(unit));
        }
    }

    private String unit(String unit) {
        return messages.getMessage("lists.unit." + unit, null, locale);
    }
}
