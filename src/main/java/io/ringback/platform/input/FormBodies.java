package io.ringback.platform.input;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.ringback.platform.problem.Malformed;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Type;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.converter.HttpMessageNotWritableException;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/**
 * Lets the pages send their forms to the API as they are: htmx says that it is one of our pages, in a header which no
 * foreign page can set. Everybody else sends JSON.
 */
@Component
final class FormBodies extends AbstractHttpMessageConverter<Object> {

    private final FormFields fields;

    FormBodies(FormFields fields) {
        super(MediaType.APPLICATION_FORM_URLENCODED);
        this.fields = fields;
    }

    /** Whether a form of ours was sent; none has a query in its address, which would mix with its fields. */
    static boolean isOurs(HttpServletRequest request) {
        var type = request.getContentType();
        return request.getHeader("HX-Request") != null
                && request.getQueryString() == null
                && type != null
                && type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    }

    @Override
    protected boolean supports(Class<?> type) {
        return type.isRecord();
    }

    @Override
    public boolean canRead(Class<?> type, @Nullable MediaType mediaType) {
        return mediaType != null && super.canRead(type, mediaType) && isOurs(request());
    }

    @Override
    public boolean canWrite(Class<?> type, @Nullable MediaType mediaType) {
        return false;
    }

    @Override
    protected Object readInternal(Class<?> type, HttpInputMessage input) {
        try {
            return fields.read(type, sent());
        } catch (JsonProcessingException e) {
            throw new HttpMessageNotReadableException("A field cannot be read", e, input);
        }
    }

    @Override
    protected void writeInternal(Object answer, HttpOutputMessage output) {
        throw new HttpMessageNotWritableException("Nobody is sent forms");
    }

    // The container, or Spring's filter for PUT, has read the body already.
    private static Map<String, String[]> sent() {
        var fields = request().getParameterMap();
        if (request().getAttribute(KnownParameters.LEFT_OUT) != null) {
            throw new Malformed("The form cannot be read as a whole.");
        }
        return fields;
    }

    private static HttpServletRequest request() {
        return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
    }

    /** A form whose only tick is taken away has an empty body, and means something all the same. */
    @RestControllerAdvice
    static final class Empty extends RequestBodyAdviceAdapter {

        private final FormBodies forms;

        Empty(FormBodies forms) {
            this.forms = forms;
        }

        @Override
        public boolean supports(
                MethodParameter parameter, Type target, Class<? extends HttpMessageConverter<?>> converter) {
            return converter == FormBodies.class;
        }

        @Override
        public @Nullable Object handleEmptyBody(
                @Nullable Object body,
                HttpInputMessage input,
                MethodParameter parameter,
                Type target,
                Class<? extends HttpMessageConverter<?>> converter) {
            return forms.readInternal(parameter.getParameterType(), input);
        }
    }
}
