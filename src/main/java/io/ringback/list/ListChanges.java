package io.ringback.list;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which settings differ between two versions of a list, written "before → after" for the audit trail. */
public final class ListChanges {

    /** Stands between before and after. */
    public static final String ARROW = " → ";

    private static final Map<String, Function<CallbackList, @Nullable Object>> SETTINGS = Map.ofEntries(
            Map.entry("name", CallbackList::name),
            Map.entry("region", CallbackList::region),
            Map.entry("zone", CallbackList::zone),
            Map.entry("order", CallbackList::order),
            Map.entry("dueAfter", CallbackList::dueAfter),
            Map.entry("expiresAfter", CallbackList::expiresAfter),
            Map.entry("autoStopAfter", CallbackList::autoStopAfter),
            Map.entry("closeAfterCall", CallbackList::closeAfterCall),
            Map.entry("maxAttempts", CallbackList::maxAttempts),
            Map.entry("formKey", CallbackList::formKey),
            Map.entry("externalIdOnce", list -> list.policy().externalIdOnce()),
            Map.entry("askingAgainMovesAppointments", list -> list.policy().askingAgainMovesAppointments()),
            Map.entry("specialNumbers", list -> list.policy().specialNumbers()),
            Map.entry("longestCall", list -> list.policy().longestCall()),
            Map.entry("shortestRetry", list -> list.policy().shortestRetry()));

    private ListChanges() {}

    /** All settings by name, as the audit trail writes them. */
    public static Map<String, String> settings(CallbackList list) {
        var written = new TreeMap<String, String>();
        SETTINGS.forEach((name, setting) -> written.put(name, String.valueOf(setting.apply(list))));
        return written;
    }

    /** The setting of that name where it is a duration; null where the list has no such limit. */
    public static @Nullable Duration duration(CallbackList list, String name) {
        var setting = SETTINGS.get(name);
        return setting != null && setting.apply(list) instanceof Duration duration ? duration : null;
    }

    static Map<String, String> between(CallbackList before, CallbackList after) {
        var changes = new TreeMap<String, String>();
        SETTINGS.forEach((name, setting) -> {
            var old = setting.apply(before);
            var now = setting.apply(after);
            if (!Objects.equals(old, now)) {
                changes.put(name, old + ARROW + now);
            }
        });
        return changes;
    }
}
