package io.ringback.platform.input;

import io.ringback.platform.problem.FieldError;
import io.ringback.platform.problem.InvalidField;
import io.ringback.platform.problem.Malformed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.beans.PropertyDescriptor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.beans.BeanUtils;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses parameters of a query that the address does not take, that are empty, or that are there more than once. Without
 * this {@code PUT …/settings?dryrun=true} would apply the file, and a filter with a slip in its name would show everything.
 */
public final class KnownParameters implements HandlerInterceptor {

    /** Set by Tomcat when it has left out a parameter that it could not read. */
    static final String LEFT_OUT = "org.apache.catalina.parameter_parse_failed";

    private static final int LONGEST_NAME = 60;
    private static final DefaultParameterNameDiscoverer NAMES = new DefaultParameterNameDiscoverer();

    /** What each handler takes, by name. */
    private final Map<Method, Map<String, Class<?>>> known = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws HttpMediaTypeNotSupportedException {
        if (handler instanceof HandlerMethod method && !FormBodies.isOurs(request)) {
            refuseForms(request);
            var given = request.getParameterMap();
            if (request.getAttribute(LEFT_OUT) != null) {
                throw new Malformed("The part of the address behind the ? cannot be read: expected name=value, with &"
                        + " between them and %XX for signs that have another meaning there.");
            }
            check(given, known.computeIfAbsent(method.getMethod(), ignored -> taken(method)));
        }
        return true;
    }

    /** Fields of a form would count as parameters of the query; ranges of types are for Accept. */
    private static void refuseForms(HttpServletRequest request) throws HttpMediaTypeNotSupportedException {
        var given = request.getContentType();
        if (given == null) {
            return;
        }
        try {
            var type = MediaType.parseMediaType(given);
            if (!type.isConcrete()
                    || type.isCompatibleWith(MediaType.APPLICATION_FORM_URLENCODED)
                    || type.getType().equals("multipart")) {
                throw new HttpMediaTypeNotSupportedException(type, List.of(MediaType.APPLICATION_JSON));
            }
        } catch (InvalidMediaTypeException e) {
            throw new HttpMediaTypeNotSupportedException(e.getMessage());
        }
    }

    private static void check(Map<String, String[]> given, Map<String, Class<?>> taken) {
        var errors = new ArrayList<FieldError>();
        new TreeMap<>(given).forEach((name, values) -> {
            var type = taken.get(name);
            if (type == null) {
                errors.add(new FieldError(
                        Texts.shown(name, LONGEST_NAME), "is not a parameter of this address; " + list(taken)));
            } else {
                fault(type, values).ifPresent(fault -> errors.add(new FieldError(name, fault)));
            }
        });
        if (!errors.isEmpty()) {
            throw new InvalidField(errors);
        }
    }

    private static Optional<String> fault(Class<?> type, String[] values) {
        if (values.length > 1 && !takesSeveral(type)) {
            return Optional.of("must be there once, but is there %s times".formatted(values.length));
        }
        if (Arrays.stream(values).anyMatch(String::isBlank)) {
            return Optional.of("must have a value; without one, leave the parameter out");
        }
        return Arrays.stream(values).allMatch(value -> StrictForms.fits(type, value))
                ? Optional.empty()
                : Optional.of("expected " + JsonProblems.describe(type));
    }

    private static String list(Map<String, Class<?>> taken) {
        return taken.isEmpty() ? "it takes none" : "it takes " + String.join(", ", taken.keySet());
    }

    private static Map<String, Class<?>> taken(HandlerMethod method) {
        var names = new TreeMap<String, Class<?>>();
        for (var parameter : method.getMethodParameters()) {
            parameter.initParameterNameDiscovery(NAMES);
            if (parameter.hasParameterAnnotation(RequestParam.class)) {
                names.put(name(parameter), parameter.getParameterType());
            } else if (parameter.hasParameterAnnotation(ModelAttribute.class)) {
                names.putAll(properties(parameter.getParameterType()));
            }
        }
        return names;
    }

    private static String name(MethodParameter parameter) {
        var annotation = parameter.getParameterAnnotation(RequestParam.class);
        return annotation == null || annotation.name().isEmpty()
                ? String.valueOf(parameter.getParameterName())
                : annotation.name();
    }

    private static boolean takesSeveral(Class<?> type) {
        return type.isArray() || Collection.class.isAssignableFrom(type);
    }

    private static Map<String, Class<?>> properties(Class<?> type) {
        return type.isRecord()
                ? Arrays.stream(type.getRecordComponents())
                        .collect(Collectors.toMap(RecordComponent::getName, RecordComponent::getType))
                : Arrays.stream(BeanUtils.getPropertyDescriptors(type))
                        .filter(property -> property.getWriteMethod() != null)
                        .collect(Collectors.toMap(PropertyDescriptor::getName, PropertyDescriptor::getPropertyType));
    }
}
