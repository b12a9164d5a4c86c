package io.ringback.list;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ringback.platform.input.StrictValues;
import io.ringback.platform.problem.InvalidField;
import io.ringback.platform.problem.NotFound;
import io.ringback.settings.SettingsChange;
import io.ringback.settings.SettingsPart;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The lists in the file of settings. {@code agents} are all who have access; a file without it leaves them alone. A list
 * with {@code archived: true} is archived.
 */
@Component
class ListSettings implements SettingsPart {

    private static final String AGENTS = "agents";
    private static final String ARCHIVED = "archived";

    private final Lists lists;
    private final ListAccess access;
    private final JdbcListAgents members;
    private final StrictValues json;

    ListSettings(Lists lists, ListAccess access, JdbcListAgents members, StrictValues json) {
        this.lists = lists;
        this.access = access;
        this.members = members;
        this.json = json;
    }

    @Override
    public String key() {
        return "lists";
    }

    @Override
    public int place() {
        return 20;
    }

    @Override
    public SortedMap<String, ObjectNode> read() {
        var agents = members.idsByList();
        var items = new TreeMap<String, ObjectNode>();
        lists.all().forEach(list -> items.put(list.id(), item(list, agents.getOrDefault(list.id(), List.of()))));
        return items;
    }

    @Override
    public SettingsChange apply(String id, ObjectNode wanted) {
        var existing = lists.find(id).orElse(null);
        var special = json.read(wanted.deepCopy().retain(AGENTS, ARCHIVED), Special.class);
        if (Boolean.TRUE.equals(special.archived())) {
            return archive(id, existing);
        }
        var before = existing == null ? null : item(existing);
        var settings = wanted.deepCopy();
        settings.remove(List.of(AGENTS, ARCHIVED));
        save(id, existing, settings);
        if (special.agents() != null) {
            giveAccess(id, special.agents());
        }
        return SettingsChange.between(before, item(lists.get(id)));
    }

    private SettingsChange archive(String id, @Nullable CallbackList existing) {
        if (existing == null) {
            if (lists.archived(id).isEmpty()) {
                throw new InvalidField("", "is not the id of a list");
            }
            return SettingsChange.NONE;
        }
        lists.archive(id);
        return SettingsChange.ARCHIVED;
    }

    private void save(String id, @Nullable CallbackList existing, ObjectNode settings) {
        for (var fixed : List.of("id", "version")) {
            if (settings.has(fixed)) {
                throw new InvalidField(fixed, "is not a known field");
            }
        }
        var all = existing == null ? settings : (ObjectNode) settings(existing).setAll(settings);
        var request = json.read(all.put("id", id), ListRequest.class);
        if (existing == null) {
            lists.create(request.asList(id, 1));
            return;
        }
        var list = request.asList(id, existing.version()).open(existing.hours());
        if (!list.equals(existing)) {
            lists.change(list);
        }
    }

    private void giveAccess(String listId, List<String> agents) {
        var wanted = new TreeSet<>(agents);
        var present = new TreeSet<>(idsOf(listId));
        present.stream().filter(agent -> !wanted.contains(agent)).forEach(agent -> access.take(listId, agent));
        wanted.stream().filter(agent -> !present.contains(agent)).forEach(agent -> {
            try {
                access.give(listId, agent);
            } catch (NotFound unknown) {
                throw new InvalidField("%s[%s]".formatted(AGENTS, agents.indexOf(agent)), "is not the id of an agent");
            }
        });
    }

    private ObjectNode item(CallbackList list) {
        return item(list, idsOf(list.id()));
    }

    private ObjectNode item(CallbackList list, List<String> agents) {
        var item = settings(list);
        agents.forEach(item.putArray(AGENTS)::add);
        return item;
    }

    private List<String> idsOf(String listId) {
        return access.agentsOf(listId).stream().map(ListAgent::agentId).sorted().toList();
    }

    private ObjectNode settings(CallbackList list) {
        return json.write(list).without(List.of("id", "version"));
    }

    /** What is no setting of the list's own row. */
    private record Special(
            @Nullable Boolean archived, @Nullable List<@NotNull String> agents) {}
}
