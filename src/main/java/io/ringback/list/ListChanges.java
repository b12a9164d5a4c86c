package io.ringback.list;

import io.ringback.audit.Changed;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Which settings differ between two versions of a list. */
public final class ListChanges {

    private ListChanges() {}

    /** The values of those that do, by their names in the contract. */
    public static Map<String, Changed> between(CallbackList before, CallbackList after) {
        var changes = new TreeMap<String, Changed>();
        for (var setting : ListSetting.values()) {
            var old = setting.of(before);
            var now = setting.of(after);
            if (!Objects.equals(old, now)) {
                changes.put(setting.key(), new Changed(old, now));
            }
        }
        return changes;
    }
}
