package io.ringback.platform.web;

import static java.util.Objects.requireNonNull;

import io.ringback.platform.problem.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.LocaleResolver;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/** A problem as a page for people: what is wrong in their language, and a way on. */
@Component
class ProblemPage {

    static final MediaType MEDIA_TYPE = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final ObjectProvider<ThymeleafViewResolver> views;
    private final ObjectProvider<LocaleResolver> locales;

    ProblemPage(ObjectProvider<ThymeleafViewResolver> views, ObjectProvider<LocaleResolver> locales) {
        this.views = views;
        this.locales = locales;
    }

    byte[] render(HttpServletRequest request, HttpServletResponse response, ProblemDetail problem) {
        var languages = locales.getObject();
        // The dispatcher sets this, but a filter may refuse a request before it.
        request.setAttribute(DispatcherServlet.LOCALE_RESOLVER_ATTRIBUTE, languages);
        var locale = languages.resolveLocale(request);
        var rendered = new InMemory(response);
        try {
            var view = requireNonNull(views.getObject().resolveViewName("error", locale));
            view.render(model(problem), request, rendered);
        } catch (Exception e) {
            throw new IllegalStateException("The page that tells of a problem cannot be made", e);
        }
        return rendered.text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, Object> model(ProblemDetail problem) {
        Map<String, Object> model = new HashMap<>();
        model.put("status", problem.getStatus());
        model.put("kind", kind(problem));
        var properties = problem.getProperties();
        if (properties != null && properties.get("errorId") instanceof String id) {
            model.put("errorId", id);
        }
        model.put("roles", listed(properties, "roles"));
        model.put("places", listed(properties, "places"));
        return model;
    }

    private static List<?> listed(@Nullable Map<String, Object> properties, String name) {
        return properties != null && properties.get(name) instanceof List<?> list ? list : List.of();
    }

    private static String kind(ProblemDetail problem) {
        if (problem.getType().equals(ProblemType.CSRF.uri())) {
            return "stale";
        }
        return switch (problem.getStatus()) {
            case 401 -> "unauthorized";
            case 403 -> "forbidden";
            case 404 -> "notFound";
            case 405 -> "methodNotAllowed";
            case 503 -> "unavailable";
            default -> problem.getStatus() < 500 ? "badRequest" : "internal";
        };
    }

    private static final class InMemory extends HttpServletResponseWrapper {

        private final StringWriter text = new StringWriter();

        InMemory(HttpServletResponse response) {
            super(response);
        }

        @Override
        public PrintWriter getWriter() {
            return new PrintWriter(text);
        }

        @Override
        public void flushBuffer() {
            // What is told when the page is complete is for its writer to decide.
        }
    }
}
