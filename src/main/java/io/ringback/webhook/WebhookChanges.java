package io.ringback.webhook;

import io.ringback.audit.Changed;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** What differs between two versions of a webhook, for the audit trail: of the address no more than the host. */
final class WebhookChanges {

    private WebhookChanges() {}

    static Map<String, Changed> between(Webhook before, Webhook after) {
        var changes = new TreeMap<String, Changed>();
        var old = before.wish();
        var now = after.wish();
        put(changes, "name", old.name(), now.name());
        put(changes, "types", old.types(), now.types());
        put(changes, "lists", old.lists(), now.lists());
        put(changes, "includePersonalData", old.includePersonalData(), now.includePersonalData());
        put(changes, "enabled", old.enabled(), now.enabled());
        if (!old.url().equals(now.url())) {
            changes.put("host", new Changed(before.host(), after.host()));
        }
        return changes;
    }

    private static void put(Map<String, Changed> changes, String name, Object old, Object now) {
        if (!Objects.equals(old, now)) {
            changes.put(name, new Changed(old, now));
        }
    }
}
