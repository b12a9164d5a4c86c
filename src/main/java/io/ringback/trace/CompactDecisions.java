package io.ringback.trace;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringback.audit.AuditEvent;
import io.ringback.trace.MadeDecision.Rule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Decisions in few letters: {@code e} element, {@code k} key, {@code v} version, {@code n} name, {@code i} inputs, {@code r}
 * rules, {@code o} outputs. Pairs stand in lists, since objects lose their order in the database.
 */
public final class CompactDecisions {

    /** What events of the trail keep them under. */
    public static final String FACT = "decisions";

    private CompactDecisions() {}

    public static Map<String, Object> written(MadeDecision made) {
        var all = new LinkedHashMap<String, Object>();
        all.put("at", made.at().toEpochMilli());
        put(all, "e", made.elementId());
        all.put("k", made.key());
        put(all, "v", made.version());
        put(all, "n", made.name());
        all.put("i", pairs(made.inputs()));
        all.put(
                "r",
                made.rules().stream()
                        .map(rule -> List.<Object>of(rule.number(), rule.id()))
                        .toList());
        all.put("o", pairs(made.outputs()));
        return all;
    }

    /** Those that the change of an event has come from. */
    public static List<MadeDecision> of(AuditEvent event) {
        var facts = JdbcCaseRecords.treeOrNull(event.facts());
        return facts == null ? List.of() : read(facts.get(FACT), event.at());
    }

    /** @param at when they were made where they do not say so */
    static List<MadeDecision> read(@Nullable JsonNode all, Instant at) {
        return all == null
                ? List.of()
                : StreamSupport.stream(all.spliterator(), false)
                        .map(one -> made(one, at))
                        .toList();
    }

    private static MadeDecision made(JsonNode one, Instant at) {
        var rules = new ArrayList<Rule>();
        one.path("r")
                .forEach(rule ->
                        rules.add(new Rule(rule.path(0).asInt(), rule.path(1).asText())));
        return new MadeDecision(
                one.has("at") ? Instant.ofEpochMilli(one.path("at").asLong()) : at,
                one.path("e").asText(null),
                one.path("k").asText(),
                one.hasNonNull("v") ? one.path("v").asInt() : null,
                one.path("n").asText(null),
                values(one.path("i")),
                rules,
                values(one.path("o")));
    }

    private static Map<String, @Nullable Object> values(JsonNode pairs) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        pairs.forEach(pair ->
                values.put(pair.path(0).asText(), JdbcCaseRecords.JSON.convertValue(pair.path(1), Object.class)));
        return values;
    }

    private static List<List<@Nullable Object>> pairs(Map<String, @Nullable Object> values) {
        return values.entrySet().stream()
                .map(one -> Arrays.<@Nullable Object>asList(one.getKey(), one.getValue()))
                .toList();
    }

    private static void put(Map<String, Object> all, String name, @Nullable Object value) {
        if (value != null) {
            all.put(name, value);
        }
    }
}
