package io.ringback.platform.input;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;

/**
 * Reads JSON from bodies that say they are JSON, and from no others: what is sent as another type, or as none, was meant
 * as something else.
 */
public final class StrictJsonConverter extends MappingJackson2HttpMessageConverter {

    public StrictJsonConverter(ObjectMapper json) {
        super(json);
    }

    @Override
    protected boolean canRead(@Nullable MediaType type) {
        return type != null && isJson(type);
    }

    /** JSON has no parameters (RFC 8259, section 11); many programs name the charset all the same. */
    public static boolean isJson(MediaType type) {
        return MediaType.APPLICATION_JSON.equalsTypeAndSubtype(type) && saysUtf8OrNothing(type);
    }

    /** A charset parameter that no Java knows is another one, too. */
    public static boolean saysUtf8OrNothing(MediaType type) {
        var charset = type.getParameter("charset");
        return charset == null || StandardCharsets.UTF_8.name().equalsIgnoreCase(charset.replace("\"", ""));
    }
}
