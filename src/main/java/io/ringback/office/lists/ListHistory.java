package io.ringback.office.lists;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ringback.account.Accounts;
import io.ringback.audit.Actor;
import io.ringback.audit.AuditEvent;
import io.ringback.audit.AuditPage;
import io.ringback.audit.Changed;
import io.ringback.list.Lists;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Who changed what of a list and when, as people read it. */
@Component
class ListHistory {

    static final int PAGE = 20;

    private static final int FAR_BACK = 200;
    private static final String EXPORTED = "EXPORTED";
    private static final String CHANGED_SETTINGS = "LIST_CHANGED";
    private static final Set<String> DEADLINES = Set.of("dueAfter", "expiresAfter", "order");
    private static final TypeReference<TreeMap<String, String>> TEXTS = new TypeReference<>() {};
    private static final TypeReference<TreeMap<String, Changed>> CHANGED = new TypeReference<>() {};

    private final Lists lists;
    private final Accounts accounts;
    private final SettingWords settings;
    private final MessageSource messages;
    private final ObjectMapper json;

    ListHistory(Lists lists, Accounts accounts, SettingWords settings, MessageSource messages, ObjectMapper json) {
        this.lists = lists;
        this.accounts = accounts;
        this.settings = settings;
        this.messages = messages;
        this.json = json;
    }

    Page page(String listId, boolean joining, @Nullable Long after, Locale locale) {
        var found = lists.history(listId, joining, after, PAGE);
        var names = names(found);
        return new Page(
                found.events().stream().map(event -> line(event, names, locale)).toList(), found.next());
    }

    /** The last time that due, expiry or order were changed: callbacks from before go by other settings. */
    Optional<Instant> deadlinesChanged(String listId) {
        return lists.history(listId, false, null, FAR_BACK).events().stream()
                .filter(event -> event.type().equals(CHANGED_SETTINGS))
                .filter(event -> details(event).keySet().stream().anyMatch(DEADLINES::contains))
                .map(AuditEvent::at)
                .findFirst();
    }

    /** Who saved the settings last, and when. */
    Optional<Line> lastChange(String listId, Locale locale) {
        var found = lists.history(listId, false, null, FAR_BACK);
        var names = names(found);
        return found.events().stream()
                .filter(event -> event.type().equals(CHANGED_SETTINGS))
                .findFirst()
                .map(event -> line(event, names, locale));
    }

    private Line line(AuditEvent event, Map<String, String> names, Locale locale) {
        var who = event.actor().equals(Actor.SYSTEM)
                ? messages.getMessage("lists.system", null, locale)
                : names.getOrDefault(event.actor(), event.actor());
        var whom = event.agentId() == null ? "" : names.getOrDefault(event.agentId(), event.agentId());
        var said = isOneself(event) ? event.type() + ".self" : event.type();
        var unknown = messages.getMessage("lists.event.other", new Object[] {who, event.type()}, locale);
        var details = details(event);
        var isExport = event.type().equals(EXPORTED);
        var values = isExport ? exported(who, details, locale) : new Object[] {who, whom};
        var what = messages.getMessage("lists.event." + said, values, unknown, locale);
        return new Line(event.at(), who, what == null ? unknown : what, isExport ? List.of() : changes(event, locale));
    }

    private Object[] exported(String who, Map<String, String> details, Locale locale) {
        var table = details.getOrDefault("table", "");
        return new Object[] {
            who, messages.getMessage("exchange.table." + table, null, table, locale), details.getOrDefault("format", "")
        };
    }

    private static boolean isOneself(AuditEvent event) {
        return event.actor().equals(event.agentId()) && event.type().endsWith("JOINED");
    }

    private Map<String, String> names(AuditPage page) {
        var ids = new TreeSet<String>();
        page.events().forEach(event -> {
            ids.add(event.actor());
            if (event.agentId() != null) {
                ids.add(event.agentId());
            }
        });
        return accounts.names(ids);
    }

    private List<SettingWords.ChangedSetting> changes(AuditEvent event, Locale locale) {
        var changed = event.changed();
        try {
            return changed == null
                    ? settings.asWritten(details(event), locale)
                    : settings.told(json.readValue(changed, CHANGED), locale);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The changed values of an audit row can be read back", e);
        }
    }

    private Map<String, String> details(AuditEvent event) {
        try {
            return event.details() == null ? Map.of() : json.readValue(event.details(), TEXTS);
        } catch (JsonProcessingException e) {
            return Map.of("details", event.details());
        }
    }

    /**
     * @param what the event in one sentence
     * @param changes the settings it changed
     */
    record Line(Instant at, String who, String what, List<SettingWords.ChangedSetting> changes) {}

    /** @param next where the next, older page begins; null on the last */
    record Page(List<Line> lines, @Nullable Long next) {}
}
