package io.ringback.design;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ringback.audit.Actor;
import io.ringback.platform.input.StrictValues;
import io.ringback.platform.problem.InvalidField;
import io.ringback.settings.SettingsChange;
import io.ringback.settings.SettingsChange.Difference;
import io.ringback.settings.SettingsPart;
import jakarta.validation.constraints.NotNull;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The processes, decisions and forms in the file of settings, by the names of their files: those that a designer or a folder has
 * brought. What is shipped is as it is with the server.
 */
@Component
class ModelSettings implements SettingsPart {

    private static final String REASON = "settings";

    private final Deployments deployments;
    private final ModelStore store;
    private final Bringing bringing;
    private final StrictValues json;

    ModelSettings(Deployments deployments, ModelStore store, Bringing bringing, StrictValues json) {
        this.deployments = deployments;
        this.store = store;
        this.bringing = bringing;
        this.json = json;
    }

    record Item(@NotNull String content) {}

    @Override
    public String key() {
        return "models";
    }

    /** Before the lists, which may name a process. */
    @Override
    public int place() {
        return 15;
    }

    /** A file that is in no UTF-8 cannot be told as a text; it is left out. */
    @Override
    public SortedMap<String, ObjectNode> read() {
        var items = new TreeMap<String, ObjectNode>();
        store.ownFiles().forEach((file, content) -> {
            var text = new String(content, StandardCharsets.UTF_8);
            if (java.util.Arrays.equals(text.getBytes(StandardCharsets.UTF_8), content)) {
                items.put(file, JsonNodeFactory.instance.objectNode().put("content", text));
            }
        });
        return items;
    }

    /** All together, since one may name another. */
    @Override
    public Map<String, String> refused(Map<String, ObjectNode> wanted) {
        var changed = new ArrayList<ModelText>();
        wanted.forEach((file, item) -> {
            var text = text(file, item);
            if (text != null && before(file, text) == null) {
                changed.add(text);
            }
        });
        if (changed.isEmpty()) {
            return Map.of();
        }
        return deployments.check(changed).findings().stream()
                .filter(ModelFinding::isError)
                .collect(Collectors.toMap(
                        ModelFinding::file,
                        finding -> "%s: %s (%s)".formatted(finding.elementId(), finding.message(), finding.rule()),
                        (one, other) -> one + "; " + other,
                        TreeMap::new));
    }

    private static @Nullable ModelText text(String file, ObjectNode item) {
        var content = item.path("content");
        return content.isTextual() ? new ModelText(file, content.textValue(), null) : null;
    }

    /** What is deployed of it, if that is just this. */
    private ModelStore.@Nullable Newest before(String file, ModelText text) {
        return store.newest(file)
                .filter(newest -> newest.is(text.content().getBytes(StandardCharsets.UTF_8)))
                .orElse(null);
    }

    @Override
    public SettingsChange apply(String id, ObjectNode wanted) {
        var text = new ModelText(id, json.read(wanted, Item.class).content(), null);
        if (before(id, text) != null) {
            return SettingsChange.NONE;
        }
        if (bringing.needsApproval()) {
            throw new InvalidField(
                    "content", "needs a second person to agree: deploy it on the page of its draft instead");
        }
        var sent = deployments.sent(List.of(text));
        if (!sent.files().containsKey(id)) {
            throw new InvalidField(
                    "",
                    "expected the name %s"
                            .formatted(String.join(", ", sent.files().keySet())));
        }
        var before = store.newest(id);
        var deployed = deployments.deploy(sent, new CheckedFiles(true, List.of()), Actor.current(), REASON);
        var differences = new ArrayList<Difference>();
        for (var version : deployed.deployed()) {
            differences.add(new Difference(
                    version.key() + ".version",
                    before.flatMap(newest -> newest.version(version.key())).orElse(null),
                    String.valueOf(version.version())));
        }
        return new SettingsChange(
                before.isEmpty() ? SettingsChange.Action.CREATED : SettingsChange.Action.CHANGED, differences);
    }
}
