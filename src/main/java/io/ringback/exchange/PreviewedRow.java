package io.ringback.exchange;

import io.ringback.number.PhoneNumbers;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row without errors, as it was understood.
 *
 * @param phoneNumber as it would be called
 * @param zone of its list, in which local times were read
 * @param outlook what would become of it: NEW, MERGE or ALREADY_THERE
 */
public record PreviewedRow(
        int row,
        String listId,
        String listName,
        String phoneNumber,
        @Nullable String callerName,
        @Nullable String externalId,
        @Nullable Instant notBefore,
        @Nullable Instant dueAt,
        @Nullable Instant expiresAt,
        Map<String, String> attributes,
        String zone,
        String outlook) {

    /** The time on the clocks of the list, as people write it. */
    public String shown(Instant time, Locale locale) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .format(time.atZone(ZoneId.of(zone)));
    }

    /** The number as people read it. */
    public String readableNumber() {
        return phoneNumber.startsWith("+") ? PhoneNumbers.readable(phoneNumber) : phoneNumber;
    }

    /** Without the number and the name, which belong in no log. */
    @Override
    public String toString() {
        return "PreviewedRow[row=%s]".formatted(row);
    }
}
