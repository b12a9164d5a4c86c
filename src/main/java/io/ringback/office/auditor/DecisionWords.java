package io.ringback.office.auditor;

import io.ringback.office.DurationWords;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** What a decision was asked and what it has answered, as people write it: {@code 5 min} for {@code PT5M}. */
record DecisionWords(MessageSource messages, Locale locale) {

    /** In the order of the table. */
    Map<String, String> of(Map<String, @Nullable Object> values) {
        var told = new LinkedHashMap<String, String>();
        values.forEach((name, value) -> told.put(name, value(value)));
        return told;
    }

    private String value(@Nullable Object value) {
        if (value == null) {
            return "–";
        }
        if (value instanceof Boolean truth) {
            return messages.getMessage(truth ? "auditcase.yes" : "auditcase.no", null, locale);
        }
        return value instanceof String text && text.startsWith("P") ? duration(text) : value.toString();
    }

    private String duration(String text) {
        try {
            return new DurationWords(messages, locale).of(Duration.parse(text));
        } catch (DateTimeException other) {
            return text;
        }
    }
}
