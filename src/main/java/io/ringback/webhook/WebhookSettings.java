package io.ringback.webhook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ringback.platform.input.StrictValues;
import io.ringback.platform.problem.InvalidField;
import io.ringback.settings.SettingsChange;
import io.ringback.settings.SettingsPart;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * The webhooks in the file of settings, by name and without their secrets: one that a file has made gets a secret that an
 * administrator sees by making a new one.
 */
@Component
class WebhookSettings implements SettingsPart {

    private final Webhooks webhooks;
    private final StrictValues json;

    WebhookSettings(Webhooks webhooks, StrictValues json) {
        this.webhooks = webhooks;
        this.json = json;
    }

    @Override
    public String key() {
        return "webhooks";
    }

    @Override
    public int place() {
        return 40;
    }

    @Override
    public SortedMap<String, ObjectNode> read() {
        var items = new TreeMap<String, ObjectNode>();
        webhooks.all().forEach(webhook -> items.put(webhook.wish().name(), item(webhook.wish())));
        return items;
    }

    @Override
    public SettingsChange apply(String name, ObjectNode wanted) {
        for (var fixed : List.of("name", "version")) {
            if (wanted.has(fixed)) {
                throw new InvalidField(fixed, "is not a known field");
            }
        }
        var existing = webhooks.named(name).orElse(null);
        var before = existing == null ? null : item(existing.wish());
        var all = before == null
                ? wanted.deepCopy()
                : (ObjectNode) before.deepCopy().setAll(wanted);
        var wish = json.read(all.put("name", name), WebhookRequest.class).wish();
        if (existing == null) {
            webhooks.create(wish);
        } else if (!wish.equals(existing.wish())) {
            webhooks.change(existing.id(), wish, existing.version());
        }
        return SettingsChange.between(before, item(wish));
    }

    private ObjectNode item(Webhook.Wish wish) {
        return json.write(wish).without(List.of("name"));
    }
}
