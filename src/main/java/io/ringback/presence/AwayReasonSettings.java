package io.ringback.presence;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ringback.platform.input.StrictValues;
import io.ringback.platform.problem.InvalidField;
import io.ringback.settings.SettingsChange;
import io.ringback.settings.SettingsPart;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What agents can be away for, in the file of settings. One with {@code archived: true} is archived. */
@Component
class AwayReasonSettings implements SettingsPart {

    private final AwayReasons reasons;
    private final StrictValues json;

    AwayReasonSettings(AwayReasons reasons, StrictValues json) {
        this.reasons = reasons;
        this.json = json;
    }

    @Override
    public String key() {
        return "awayReasons";
    }

    @Override
    public int place() {
        return 50;
    }

    @Override
    public SortedMap<String, ObjectNode> read() {
        var items = new TreeMap<String, ObjectNode>();
        reasons.offered().forEach(reason -> items.put(reason.id(), settings(reason)));
        return items;
    }

    @Override
    public SettingsChange apply(String id, ObjectNode wanted) {
        AwayReasonController.checkId("", id);
        var existing = reasons.find(id).orElse(null);
        if (wanted.path("archived").asBoolean() && existing == null) {
            throw new InvalidField("", "is not the id of a reason");
        }
        var before = existing == null ? null : settings(existing);
        var all = before == null
                ? wanted.deepCopy()
                : (ObjectNode) before.deepCopy().setAll(wanted);
        var reason = json.read(all, AwayReasonRequest.class).asReason(id, placeOf(existing));
        var archives = reason.archived() && existing != null && !existing.archived();
        reasons.save(reason);
        return archives ? SettingsChange.ARCHIVED : between(existing, before, reason);
    }

    private SettingsChange between(@Nullable AwayReason existing, @Nullable ObjectNode before, AwayReason reason) {
        if (reason.equals(existing)) {
            return SettingsChange.NONE;
        }
        return SettingsChange.between(existing != null && existing.archived() ? null : before, settings(reason));
    }

    private int placeOf(@Nullable AwayReason existing) {
        return existing == null ? AwayReasonController.lastPlace(reasons.all()) : existing.place();
    }

    private ObjectNode settings(AwayReason reason) {
        return json.write(reason).without(List.of("id", "archived"));
    }
}
