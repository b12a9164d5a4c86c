package io.ringback.office;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ringback.form.Answer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what the audit trail tells beside who and what. */
@Component
class EventDetails {

    private static final TypeReference<TreeMap<String, Object>> DETAILS = new TypeReference<>() {};

    private final ObjectMapper json;

    EventDetails(ObjectMapper json) {
        this.json = json;
    }

    /**
     * @param lists their names by their ids
     * @param notes by their ids
     * @param tasks what those were answered that are done, by their ids
     */
    CasePage.Details read(
            @Nullable String text,
            Map<String, String> lists,
            Map<String, String> notes,
            Map<String, List<Answer>> tasks) {
        var all = all(text);
        forgetIds(all);
        return new CasePage.Details(
                retry(all),
                outcome(all),
                instant(all.remove("keptUntil")),
                moved(all, lists),
                byId(all.remove("noteId"), notes),
                new CasePage.Times(
                        instant(all.remove("eligibleAt")),
                        instant(all.remove("dueAt")),
                        instant(all.remove("expiresAt"))),
                uuid(all.remove("mainCallbackId")),
                uuid(all.remove("relatedCallbackId")),
                versions(all),
                all.remove("priority"),
                told(all),
                task(all, tasks),
                all);
    }

    /** Those that mean something to programs only. */
    private static void forgetIds(Map<String, String> all) {
        all.keySet().removeAll(Set.of("callId", "migrationId", "agentId", "allocationId", "task", "erasureId"));
    }

    private static CasePage.@Nullable Retry retry(Map<String, String> all) {
        var at = instant(all.remove("retryAt"));
        var decidedBy = all.remove("decidedBy");
        var askedAt = instant(all.remove("askedAt"));
        var insisted = "true".equals(all.remove("insisted"));
        return at == null
                ? null
                : new CasePage.Retry(
                        at, decidedBy == null ? "agent" : decidedBy.toLowerCase(Locale.ROOT), askedAt, insisted);
    }

    private static CasePage.@Nullable Outcome outcome(Map<String, String> all) {
        var callStatus = all.remove("callStatus");
        var withoutCall = "true".equals(all.remove("withoutCall"));
        return callStatus == null ? null : new CasePage.Outcome(callStatus, withoutCall);
    }

    private static CasePage.@Nullable Moved moved(Map<String, String> all, Map<String, String> lists) {
        var from = all.remove("fromList");
        var to = all.remove("toList");
        return from == null || to == null
                ? null
                : new CasePage.Moved(lists.getOrDefault(from, from), lists.getOrDefault(to, to));
    }

    private static CasePage.@Nullable Versions versions(Map<String, String> all) {
        var process = all.remove("process");
        var from = all.remove("fromVersion");
        var to = all.remove("toVersion");
        return process == null || from == null || to == null ? null : new CasePage.Versions(process, from, to);
    }

    private static CasePage.@Nullable Told told(Map<String, String> all) {
        var eventType = all.remove("eventType");
        return eventType == null ? null : new CasePage.Told(eventType, all.remove("text"));
    }

    private static CasePage.@Nullable DoneTask task(Map<String, String> all, Map<String, List<Answer>> answers) {
        var id = all.remove("taskId");
        var name = all.remove("taskName");
        return name == null
                ? null
                : new CasePage.DoneTask(name, id == null ? List.of() : answers.getOrDefault(id, List.of()));
    }

    /** The code of a reason; null without one. */
    @Nullable
    String code(@Nullable String because) {
        return all(because).get("code");
    }

    private static @Nullable String byId(@Nullable String id, Map<String, String> written) {
        return id == null ? null : written.get(id);
    }

    private Map<String, String> all(@Nullable String text) {
        var all = new TreeMap<String, String>();
        if (text != null) {
            try {
                json.readValue(text, DETAILS).forEach((name, value) -> all.put(name, String.valueOf(value)));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("details of an audit event are no JSON object", e);
            }
        }
        return all;
    }

    private static @Nullable Instant instant(@Nullable String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable UUID uuid(@Nullable String text) {
        return text == null ? null : UUID.fromString(text);
    }
}
