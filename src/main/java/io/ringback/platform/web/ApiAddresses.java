package io.ringback.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.server.RequestPath;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Tells the addresses of the API, meant for programs, from those of the pages, which are all others. */
public final class ApiAddresses {

    private static final List<PathPattern> ALL = Stream.of(
                    "/api/**", "/v3/**", "/api-docs/**", "/swagger-ui/**", "/actuator/**")
            .map(PathPatternParser.defaultInstance::parse)
            .toList();

    private ApiAddresses() {}

    /** Where the path is found under which the present request has found this server, such as for {@code Location}. */
    public static URI at(String path) {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes present
                ? URI.create(present.getRequest().getContextPath() + path)
                : URI.create(path);
    }

    /** Whether the request asks for an address of the API; of an error it is the address that failed. */
    public static boolean contain(HttpServletRequest request) {
        var path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String failed
                ? RequestPath.parse(failed, request.getContextPath()).pathWithinApplication()
                : ServletRequestPathUtils.parseAndCache(request).pathWithinApplication();
        return ALL.stream().anyMatch(pattern -> pattern.matches(path));
    }
}
