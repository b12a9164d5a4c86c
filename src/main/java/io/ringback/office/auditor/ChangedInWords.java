package io.ringback.office.auditor;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringback.audit.AuditEvent;
import io.ringback.auditor.Facts;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What an event has changed: before and after. */
@Component
class ChangedInWords {

    private static final Set<String> PEOPLE = Set.of("allocatedTo", "keptFor");

    private final Facts facts;

    ChangedInWords(Facts facts) {
        this.facts = facts;
    }

    /** @param name of what has changed, as the contract calls it */
    record Line(String name, Value before, Value after) {}

    /**
     * @param at where it is a time
     * @param truth where it is one
     * @param text otherwise; null for nothing
     */
    record Value(
            @Nullable Instant at,
            @Nullable Boolean truth,
            @Nullable String text) {}

    List<Line> lines(AuditEvent event, Map<String, String> people, Map<String, String> lists) {
        var lines = new ArrayList<Line>();
        facts.read(event.changed())
                .fields()
                .forEachRemaining(field -> lines.add(new Line(
                        field.getKey(),
                        value(field.getKey(), field.getValue().path("before"), people, lists),
                        value(field.getKey(), field.getValue().path("after"), people, lists))));
        return lines;
    }

    private static Value value(String name, JsonNode value, Map<String, String> people, Map<String, String> lists) {
        if (value.isBoolean()) {
            return new Value(null, value.asBoolean(), null);
        }
        if (value.isNull() || value.isMissingNode()) {
            return new Value(null, null, null);
        }
        var text = value.asText();
        if (PEOPLE.contains(name)) {
            return new Value(null, null, people.getOrDefault(text, text));
        }
        if (name.equals("listId")) {
            return new Value(null, null, lists.getOrDefault(text, text));
        }
        try {
            return name.endsWith("At") || name.endsWith("Until")
                    ? new Value(Instant.parse(text), null, null)
                    : new Value(null, null, text);
        } catch (DateTimeException e) {
            return new Value(null, null, text);
        }
    }
}
