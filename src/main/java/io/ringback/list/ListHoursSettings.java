package io.ringback.list;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ringback.hours.HoursSettings;
import io.ringback.platform.input.StrictValues;
import io.ringback.platform.problem.InvalidField;
import io.ringback.settings.SettingsChange;
import io.ringback.settings.SettingsPart;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The calling hours in the file of settings, by list. {@code alwaysOpen: true} takes the hours of a list away. */
@Component
class ListHoursSettings implements SettingsPart {

    private static final String ALWAYS_OPEN = "alwaysOpen";

    private final Lists lists;
    private final HoursOfLists hours;
    private final StrictValues json;

    ListHoursSettings(Lists lists, HoursOfLists hours, StrictValues json) {
        this.lists = lists;
        this.hours = hours;
        this.json = json;
    }

    @Override
    public String key() {
        return "hours";
    }

    @Override
    public int place() {
        return 30;
    }

    @Override
    public SortedMap<String, ObjectNode> read() {
        var items = new TreeMap<String, ObjectNode>();
        lists.all().forEach(list -> items.put(list.id(), item(list.hours().settings())));
        return items;
    }

    @Override
    public SettingsChange apply(String id, ObjectNode wanted) {
        var list = lists.find(id).orElseThrow(() -> new InvalidField("", "is not the id of a list"));
        if (wanted.has("version")) {
            throw new InvalidField("version", "is not a known field");
        }
        var before = item(list.hours().settings());
        var all = before.deepCopy();
        all.remove(ALWAYS_OPEN);
        all.setAll(wanted);
        hours.change(id, json.read(all, HoursRequest.class).settings(), null);
        return SettingsChange.between(before, item(lists.get(id).hours().settings()));
    }

    private ObjectNode item(@Nullable HoursSettings settings) {
        return settings == null ? JsonNodeFactory.instance.objectNode().put(ALWAYS_OPEN, true) : json.write(settings);
    }
}
