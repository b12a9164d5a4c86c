package io.ringback.auditor;

import io.ringback.audit.LooksAt;
import io.ringback.auditor.Reading.Asking;
import io.ringback.platform.input.Texts;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.RecordComponent;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.servlet.HandlerMapping;

/** What a request asks to see. Values have one name, whether they stand in the address, in a form or in a body of JSON. */
final class RequestedReading {

    private static final String PURPOSE = "purpose";
    private static final int LONGEST_CRITERION = 100;
    private static final Pattern MANY_DIGITS = Pattern.compile("(?:\\d[^0-9A-Za-z]{0,3}){7}");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}(:\\d{2})?)?");

    private final LooksAt looks;
    private final HttpServletRequest request;
    private final Map<String, String> values = new LinkedHashMap<>();
    private boolean purposeInBody;

    private RequestedReading(LooksAt looks, HttpServletRequest request, @Nullable Object[] arguments) {
        this.looks = looks;
        this.request = request;
        Arrays.stream(arguments).filter(Record.class::isInstance).forEach(this::addComponents);
        request.getParameterMap().forEach((name, given) -> add(name, given[0]));
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> path) {
            path.forEach((name, value) -> add(name.toString(), value));
        }
    }

    static Reading of(LooksAt looks, HttpServletRequest request, @Nullable Object[] arguments) {
        return new RequestedReading(looks, request, arguments).reading();
    }

    private void addComponents(Object body) {
        for (var component : body.getClass().getRecordComponents()) {
            purposeInBody |= component.getName().equals(PURPOSE);
            add(component.getName(), value(component, body));
        }
    }

    private static @Nullable Object value(RecordComponent component, Object body) {
        var accessor = component.getAccessor();
        ReflectionUtils.makeAccessible(accessor);
        return ReflectionUtils.invokeMethod(accessor, body);
    }

    private void add(String name, @Nullable Object value) {
        if (value != null && !Texts.isBlank(value.toString())) {
            values.put(name, value.toString());
        }
    }

    private Reading reading() {
        var sought = new LinkedHashSet<String>();
        Arrays.stream(looks.sought()).map(values::get).filter(Objects::nonNull).forEach(sought::add);
        return new Reading(
                looks.value(),
                given(looks.callback()).flatMap(RequestedReading::id).orElse(null),
                given(looks.call()).flatMap(RequestedReading::id).orElse(null),
                given(looks.agent()).orElse(null),
                given(looks.list()).orElse(null),
                sought,
                told(),
                address(),
                values.containsKey("after"),
                GivenPurpose.of(purposeInBody ? values.get(PURPOSE) : null, request),
                asking());
    }

    private Asking asking() {
        if (looks.ownWork()) {
            return Asking.NO;
        }
        return purposeInBody ? Asking.IN_BODY : Asking.BESIDE;
    }

    private Map<String, String> told() {
        var told = new TreeMap<String, String>();
        for (var name : looks.criteria()) {
            given(name).ifPresent(value -> told.put(name, harmless(value)));
        }
        return told;
    }

    /** A number that somebody has put where it does not belong is not kept. */
    private static String harmless(String value) {
        return MANY_DIGITS.matcher(value).find() && id(value).isEmpty() && !isTime(value)
                ? "…"
                : Texts.shown(value, LONGEST_CRITERION);
    }

    private static boolean isTime(String value) {
        if (DAY.matcher(value).matches()) {
            return true;
        }
        try {
            return Instant.parse(value) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private String address() {
        var pattern = String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
        return request.getMethod() + " " + pattern.replaceAll("\\{(\\w+):[^}]*}", "{$1}");
    }

    private Optional<String> given(String name) {
        return Optional.ofNullable(values.get(name));
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
