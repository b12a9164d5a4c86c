package io.ringback.webhook;

import io.ringback.callback.CallbackEvent;
import io.ringback.callback.ProcessEvent;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What events are called outside: {@code io.ringback.callback.allocated} for the audit trail's {@code ALLOCATED}. */
public final class EventTypes {

    static final String CALLBACK = "io.ringback.callback.";
    static final String RECEPTION = "io.ringback.reception.";
    static final String TRAIL = "io.ringback.trail.";

    /** Sent only when an administrator asks for it. */
    static final String TEST = "io.ringback.test";

    /** Those that are about no callback. */
    private static final Map<String, String> OTHERS = Map.of(
            "RECEIVING_STARTED", RECEPTION + "started",
            "RECEIVING_STOPPED", RECEPTION + "stopped",
            "TRAIL_ANCHORED", TRAIL + "anchored",
            "TRAIL_BROKEN", TRAIL + "broken");

    private static final List<String> CALLBACK_CHANGES = Stream.of(CallbackEvent.Told.class.getPermittedSubclasses())
            .map(CallbackEvent::type)
            .toList();

    /** Those that there are, in the order of a callback's life. */
    public static final List<String> ALL = Stream.concat(
                    CALLBACK_CHANGES.stream().map(EventTypes::ofCallback),
                    OTHERS.values().stream().sorted())
            .toList();

    /** What processes tell by themselves; behind it the name that a designer has given, to be told of nothing else. */
    private static final String NOTIFIED = ofCallback(CallbackEvent.type(ProcessEvent.Notified.class));

    private EventTypes() {}

    /** @param change the type in the audit trail */
    static String of(String change) {
        return OTHERS.getOrDefault(change, ofCallback(change));
    }

    /** The audit trail's name of a type; empty when it is the name of none that there could be. */
    static Optional<String> change(String type) {
        var other = OTHERS.entrySet().stream()
                .filter(entry -> entry.getValue().equals(type))
                .map(Map.Entry::getKey)
                .findFirst();
        if (other.isPresent()) {
            return other;
        }
        return ALL.contains(type)
                ? Optional.of(type.substring(CALLBACK.length()).toUpperCase(Locale.ROOT))
                : Optional.empty();
    }

    /**
     * The designer's name in a type such as {@code io.ringback.callback.notified.shop_informed}, by which only those events
     * are asked for that a process tells under this name; empty for any other type.
     */
    static Optional<String> notice(String type) {
        return type.startsWith(NOTIFIED + '.')
                ? Optional.of(type.substring(NOTIFIED.length() + 1))
                        .filter(name -> name.length() <= ProcessEvent.Notified.LONGEST_TYPE)
                        .filter(name -> ProcessEvent.Notified.TYPE.matcher(name).matches())
                : Optional.empty();
    }

    private static String ofCallback(String change) {
        return CALLBACK + change.toLowerCase(Locale.ROOT);
    }
}
