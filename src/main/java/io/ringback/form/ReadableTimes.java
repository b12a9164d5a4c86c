package io.ringback.form;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Dates and times of answers as people read them; what is none stays as it is. */
final class ReadableTimes {

    private ReadableTimes() {}

    static String of(String answer, Locale locale) {
        var date = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale);
        var dateTime = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale);
        try {
            if (!answer.contains("T")) {
                return answer.contains("-") ? date.format(LocalDate.parse(answer)) : answer;
            }
            return answer.matches(".*T.*(Z|[+-]\\d{2}:?\\d{2})")
                    ? dateTime.format(OffsetDateTime.parse(answer)) + " UTC"
                            + OffsetDateTime.parse(answer).getOffset()
                    : dateTime.format(LocalDateTime.parse(answer));
        } catch (DateTimeException e) {
            return answer;
        }
    }
}
