package io.ringback.platform.web;

import io.ringback.platform.input.StrictJsonConverter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Holds what Accept asks for against what an address of the API really sends: it is sent, or the answer is 406. Problem
 * documents are always sent, since a refusal that nobody is told helps nobody (RFC 9110, section 15.5.7).
 */
public final class SentTypes implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws HttpMediaTypeNotAcceptableException {
        if (handler instanceof HandlerMethod method && !method.isVoid()) {
            if (request.getAttribute(HandlerMapping.PRODUCIBLE_MEDIA_TYPES_ATTRIBUTE) == null) {
                request.setAttribute(
                        HandlerMapping.PRODUCIBLE_MEDIA_TYPES_ATTRIBUTE, Set.of(MediaType.APPLICATION_JSON));
            }
            check(request, sent(request));
        }
        return true;
    }

    /** For an address that decides itself what it sends. */
    public static void check(HttpServletRequest request, String type) throws HttpMediaTypeNotAcceptableException {
        check(request, List.of(MediaType.parseMediaType(type)));
    }

    private static void check(HttpServletRequest request, List<MediaType> sent)
            throws HttpMediaTypeNotAcceptableException {
        var ranges = asked(request, sent);
        if (!ranges.isEmpty() && sent.stream().noneMatch(type -> wants(ranges, type))) {
            throw new HttpMediaTypeNotAcceptableException(sent);
        }
    }

    private static List<MediaType> asked(HttpServletRequest request, List<MediaType> sent)
            throws HttpMediaTypeNotAcceptableException {
        try {
            return MediaType.parseMediaTypes(Collections.list(request.getHeaders(HttpHeaders.ACCEPT)));
        } catch (InvalidMediaTypeException e) {
            throw new HttpMediaTypeNotAcceptableException(sent);
        }
    }

    /** The narrowest range that the type lies in has the word; a weight of 0 says no (RFC 9110, section 12.5.1). */
    private static boolean wants(List<MediaType> ranges, MediaType type) {
        return ranges.stream()
                .filter(range -> range.includes(type) && parametersFit(range, type))
                .max(Comparator.comparingInt(SentTypes::narrowness))
                .filter(range -> range.getQualityValue() > 0)
                .isPresent();
    }

    private static boolean parametersFit(MediaType range, MediaType type) {
        return range.getParameters().entrySet().stream()
                .filter(parameter -> !parameter.getKey().equals("q"))
                .allMatch(parameter -> parameter.getKey().equals("charset")
                        ? StrictJsonConverter.saysUtf8OrNothing(range)
                        : parameter.getValue().equals(type.getParameter(parameter.getKey())));
    }

    private static int narrowness(MediaType range) {
        var type = range.isWildcardType() ? 0 : range.isWildcardSubtype() ? 1 : 2;
        return type * 10 + range.getParameters().size();
    }

    @SuppressWarnings("unchecked")
    private static List<MediaType> sent(HttpServletRequest request) {
        var types = (Set<MediaType>) request.getAttribute(HandlerMapping.PRODUCIBLE_MEDIA_TYPES_ATTRIBUTE);
        return types == null ? List.of(MediaType.APPLICATION_JSON) : List.copyOf(types);
    }

    static boolean isOfApi(NativeWebRequest request) {
        var http = request.getNativeRequest(HttpServletRequest.class);
        return http != null && ApiAddresses.contain(http) && !isActuator(http);
    }

    // It has types with parameters of its own.
    private static boolean isActuator(HttpServletRequest request) {
        return request.getRequestURI().startsWith(request.getContextPath() + "/actuator");
    }
}
