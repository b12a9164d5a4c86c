package io.ringback.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Lets Spring MVC answer a problem as a page to whoever waits for one; comes before the writer of JSON. */
@Component
class ProblemPageConverter implements HttpMessageConverter<ProblemDetail> {

    private final ProblemPage page;

    ProblemPageConverter(ProblemPage page) {
        this.page = page;
    }

    @Override
    public boolean canRead(Class<?> type, @Nullable MediaType mediaType) {
        return false;
    }

    @Override
    public boolean canWrite(Class<?> type, @Nullable MediaType mediaType) {
        return ProblemDetail.class.isAssignableFrom(type)
                && request().filter(Browsers::wantsPage).isPresent();
    }

    @Override
    public List<MediaType> getSupportedMediaTypes() {
        return List.of(MediaType.TEXT_HTML);
    }

    @Override
    public ProblemDetail read(Class<? extends ProblemDetail> type, HttpInputMessage input) {
        throw new HttpMessageNotReadableException("Nobody sends problems", input);
    }

    @Override
    public void write(ProblemDetail problem, @Nullable MediaType mediaType, HttpOutputMessage output)
            throws IOException {
        var response = ((ServletServerHttpResponse) output).getServletResponse();
        var body = page.render(request().orElseThrow(), response, problem);
        output.getHeaders().setContentType(ProblemPage.MEDIA_TYPE);
        output.getHeaders().setContentLength(body.length);
        output.getBody().write(body);
    }

    private static Optional<HttpServletRequest> request() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? Optional.of(attributes.getRequest())
                : Optional.empty();
    }
}
