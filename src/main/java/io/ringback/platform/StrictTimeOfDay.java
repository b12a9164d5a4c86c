package io.ringback.platform;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.time.LocalTime;
import java.util.regex.Pattern;

/**
 * Reads a time of day in hours and minutes and nothing else. Midnight is 00:00 in every place: one that were also written
 * 24:00 would not be answered as it was sent.
 */
final class StrictTimeOfDay extends StdScalarDeserializer<LocalTime> {

    private static final long serialVersionUID = 1L;
    private static final Pattern FORM = Pattern.compile("(?:[01][0-9]|2[0-3]):[0-5][0-9]");

    StrictTimeOfDay() {
        super(LocalTime.class);
    }

    @Override
    public LocalTime deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (LocalTime) context.handleUnexpectedToken(LocalTime.class, parser);
        }
        String text = parser.getText();
        return FORM.matcher(text).matches()
                ? LocalTime.parse(text)
                : (LocalTime) context.handleWeirdStringValue(LocalTime.class, text, "not a time of day");
    }
}
