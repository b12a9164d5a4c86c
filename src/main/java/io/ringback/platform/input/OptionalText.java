package io.ringback.platform.input;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import jakarta.validation.constraints.NotBlank;
import java.io.IOException;
import java.lang.reflect.AnnotatedType;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads the texts of a request. One that may be left out, or must not be blank, is absent when there is nothing to see in
 * it: a program that sends a variable nobody has set has sent nothing.
 */
final class OptionalText extends StdScalarDeserializer<String> implements ContextualDeserializer {

    private static final long serialVersionUID = 1L;

    OptionalText() {
        super(String.class);
    }

    @Override
    public JsonDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
        return property != null && property.getType().hasRawClass(String.class) && mayBeAbsent(property)
                ? this
                : StringDeserializer.instance;
    }

    @Override
    @SuppressWarnings("NullAway") // null is what an absent text is
    public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        var text = StringDeserializer.instance.deserialize(parser, context);
        return text == null || Texts.isBlank(text) ? null : text;
    }

    private static boolean mayBeAbsent(BeanProperty property) {
        var type = property.getMember() == null ? null : property.getMember().getDeclaringClass();
        return type != null
                && type.isRecord()
                && Arrays.stream(type.getRecordComponents())
                        .filter(component -> component.getName().equals(property.getName()))
                        .anyMatch(component -> mayBeAbsent(component.getAnnotatedType()));
    }

    private static boolean mayBeAbsent(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class) || type.isAnnotationPresent(NotBlank.class);
    }
}
