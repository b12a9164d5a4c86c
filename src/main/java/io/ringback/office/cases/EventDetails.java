package io.ringback.office.cases;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ringback.form.Answer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
        var retryAt = instant(all.remove("retryAt"));
        var eligibleAt = instant(all.remove("eligibleAt"));
        var decidedBy = all.remove("decidedBy");
        var askedAt = instant(all.remove("askedAt"));
        var insisted = "true".equals(all.remove("insisted"));
        var withoutCall = "true".equals(all.remove("withoutCall"));
        var keptUntil = instant(all.remove("keptUntil"));
        var fromList = all.remove("fromList");
        var toList = all.remove("toList");
        var noteId = all.remove("noteId");
        var callStatus = all.remove("callStatus");
        var main = all.remove("mainCallbackId");
        var dueAt = instant(all.remove("dueAt"));
        var expiresAt = instant(all.remove("expiresAt"));
        var related = all.remove("relatedCallbackId");
        var priority = all.remove("priority");
        var taskId = all.remove("taskId");
        var taskName = all.remove("taskName");
        all.remove("task");
        var eventType = all.remove("eventType");
        var told = eventType == null ? null : all.remove("text");
        // Ids that mean something to programs only.
        all.remove("callId");
        all.remove("agentId");
        all.remove("allocationId");
        return new CasePage.Details(
                retryAt,
                decidedBy == null ? "agent" : decidedBy.toLowerCase(Locale.ROOT),
                askedAt,
                insisted,
                withoutCall,
                keptUntil,
                named(fromList, lists),
                named(toList, lists),
                noteId == null ? null : notes.get(noteId),
                callStatus,
                uuid(main),
                eligibleAt,
                dueAt,
                expiresAt,
                uuid(related),
                priority,
                taskName,
                taskId == null ? List.of() : tasks.getOrDefault(taskId, List.of()),
                eventType,
                told,
                all);
    }

    /** The code of a reason; null without one. */
    @Nullable
    String code(@Nullable String because) {
        return all(because).get("code");
    }

    private static @Nullable String named(@Nullable String id, Map<String, String> names) {
        return id == null ? null : names.getOrDefault(id, id);
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
