package io.ringback.platform;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;

/** Reads a duration in ISO-8601 and nothing else: a bare number does not say its unit. */
final class StrictDuration extends StdScalarDeserializer<Duration> {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 40;

    StrictDuration() {
        super(Duration.class);
    }

    @Override
    public Duration deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (Duration) context.handleUnexpectedToken(Duration.class, parser);
        }
        String text = parser.getText();
        if (text.length() <= LONGEST) {
            try {
                return Duration.parse(text);
            } catch (DateTimeException | ArithmeticException e) {
                return (Duration) context.handleWeirdStringValue(Duration.class, text, "not a duration");
            }
        }
        return (Duration) context.handleWeirdStringValue(Duration.class, text, "not a duration");
    }
}
