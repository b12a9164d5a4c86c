package io.ringback.platform.input;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.util.function.Function;

/** Reads a value that is written as a text in one form, and takes no other form and no other kind of JSON for it. */
final class StrictText<T> extends StdScalarDeserializer<T> {

    private static final long serialVersionUID = 1L;

    private final Class<T> type;
    private final transient Function<String, T> reader;

    /** @param reader throws an {@link IllegalArgumentException} for what it does not take */
    StrictText(Class<T> type, Function<String, T> reader) {
        super(type);
        this.type = type;
        this.reader = reader;
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return type.cast(context.handleUnexpectedToken(type, parser));
        }
        var text = parser.getText();
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException e) {
            return type.cast(context.handleWeirdStringValue(type, text, "of another form"));
        }
    }
}
