package io.ringback.auditor;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ringback.platform.input.StrictValues;
import io.ringback.platform.problem.InvalidField;
import io.ringback.settings.SettingsChange;
import io.ringback.settings.SettingsPart;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Who has to say what they look for, in the file of settings: {@code reading: purpose: askedOf: AUDITORS}. */
@Component
class ReadingSettings implements SettingsPart {

    private static final String PURPOSE = "purpose";

    private final AskedPurpose asked;
    private final StrictValues json;

    ReadingSettings(AskedPurpose asked, StrictValues json) {
        this.asked = asked;
        this.json = json;
    }

    @Override
    public String key() {
        return "reading";
    }

    @Override
    public int place() {
        return 60;
    }

    @Override
    public SortedMap<String, ObjectNode> read() {
        var items = new TreeMap<String, ObjectNode>();
        items.put(PURPOSE, settings(asked.of()));
        return items;
    }

    @Override
    public SettingsChange apply(String id, ObjectNode wanted) {
        if (!id.equals(PURPOSE)) {
            throw new InvalidField("", "is not a setting of reading; there is " + PURPOSE);
        }
        var before = settings(asked.of());
        var all = (ObjectNode) before.deepCopy().setAll(wanted);
        var after = json.read(all, PurposeRequest.class).askedOf();
        return asked.of(after) ? SettingsChange.between(before, settings(after)) : SettingsChange.NONE;
    }

    private static ObjectNode settings(PurposeOf whom) {
        return JsonNodeFactory.instance.objectNode().put("askedOf", whom.name());
    }
}
