package io.ringback.platform.input;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import java.util.Arrays;

/** Reads constants by their names to the letter: not by number, in another case, or with blanks around. */
final class StrictEnums extends BeanDeserializerModifier {

    private static final long serialVersionUID = 1L;

    @Override
    public JsonDeserializer<?> modifyEnumDeserializer(
            DeserializationConfig config, JavaType type, BeanDescription description, JsonDeserializer<?> usual) {
        return strict(type.getRawClass());
    }

    private static <T> JsonDeserializer<T> strict(Class<T> type) {
        return new StrictText<>(type, text -> parse(type, text));
    }

    /** @throws IllegalArgumentException when no constant has this name */
    static <T> T parse(Class<T> type, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> ((Enum<?>) constant).name().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such name"));
    }
}
