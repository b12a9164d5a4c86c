package io.ringback.callback;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A {@link CallbackFilter} as the condition of a query on {@code ringback.callback}. Only what is asked for is in it, so
 * that each filter has the plan that suits it.
 *
 * @param sql names columns with the name of the table
 * @param parameters by the names they have in {@code sql}
 */
public record JdbcCallbackConditions(String sql, Map<String, Object> parameters) {

    /** Of the callbacks of {@code %1$s}, those for which it is too late at {@code %2$s}; see {@link Deadlines#isExpired}. */
    public static final String EXPIRED = "%1$s.expires_at <= %2$s";

    /** Of the callbacks of {@code %1$s}, those that are open although their due time has passed; see {@link Callback#isLate}. */
    public static final String OVERDUE = "%1$s.closed_at IS NULL AND %1$s.due_at <= %2$s";

    /** @param now decides what is overdue */
    public static JdbcCallbackConditions of(CallbackFilter filter, Instant now) {
        List<String> parts = new ArrayList<>(List.of("TRUE"));
        Map<String, Object> parameters = new HashMap<>();
        if (filter.listId() != null) {
            parts.add("callback.list_id = :list");
            parameters.put("list", filter.listId());
        }
        if (filter.status() != null) {
            parts.add("callback.status = :status");
            parameters.put("status", filter.status().name());
        }
        if (!filter.phoneNumbers().isEmpty()) {
            parts.add("callback.phone_number IN (:numbers)");
            parameters.put("numbers", filter.phoneNumbers());
        }
        for (int i = 0; i < filter.sought().words().size(); i++) {
            addSought(filter.sought().words().get(i), i, parts, parameters);
        }
        addTimes(filter, parts, parameters);
        addAnswer(filter, parts, parameters);
        addStates(filter, now, parts, parameters);
        return new JdbcCallbackConditions(String.join(" AND ", parts), parameters);
    }

    /** Each part of it has an index of its own; so the few that match are found however many callbacks there are. */
    private static void addSought(Sought.Word word, int place, List<String> parts, Map<String, Object> parameters) {
        parameters.put("text" + place, like(word.text()));
        var sources = new ArrayList<>(List.of(
                "SELECT callback_id FROM ringback.callback_sought WHERE words LIKE :text%1$s",
                "SELECT callback_id FROM ringback.attempt WHERE note IS NOT NULL AND lower(note) LIKE :text%1$s",
                "SELECT callback_id FROM ringback.callback_note WHERE lower(note) LIKE :text%1$s"));
        if (word.digits() != null) {
            parameters.put("digits" + place, like(word.digits()));
            sources.add("SELECT callback_id FROM ringback.callback_sought WHERE words LIKE :digits%1$s");
        }
        if (!word.agents().isEmpty()) {
            parameters.put("agents" + place, word.agents());
            sources.add("SELECT callback_id FROM ringback.attempt WHERE agent_id IN (:agents%1$s)");
            sources.add("SELECT id FROM ringback.callback held WHERE held.agent_id IN (:agents%1$s)");
            sources.add(
                    "SELECT id FROM ringback.callback kept WHERE kept.kept_for IN (:agents%1$s) AND kept.closed_at IS NULL");
        }
        parts.add("callback.id IN (%s)"
                .formatted(String.join(" UNION ALL ", sources).formatted(place)));
    }

    private static String like(String text) {
        return "%" + text.replaceAll("[\\\\%_]", "\\\\$0") + "%";
    }

    private static void addTimes(CallbackFilter filter, List<String> parts, Map<String, Object> parameters) {
        if (filter.from() != null) {
            parts.add("callback.created_at >= :from");
            parameters.put("from", Timestamp.from(filter.from()));
        }
        if (filter.to() != null) {
            parts.add("callback.created_at < :to");
            parameters.put("to", Timestamp.from(filter.to()));
        }
    }

    private static void addAnswer(CallbackFilter filter, List<String> parts, Map<String, Object> parameters) {
        if (filter.answer() != null) {
            parts.add("callback.id IN (SELECT callback_id FROM ringback.attempt"
                    + " WHERE call_status IS NOT NULL AND form_data @> ANY (:answers::text[]::jsonb[]))");
            parameters.put("answers", filter.answer().contained().toArray(String[]::new));
        }
    }

    private static void addStates(
            CallbackFilter filter, Instant now, List<String> parts, Map<String, Object> parameters) {
        if (filter.setAside() != null) {
            parts.add("callback.set_aside_at IS %s NULL".formatted(filter.setAside() ? "NOT" : ""));
        }
        if (filter.open() != null) {
            parts.add("callback.closed_at IS %s NULL".formatted(filter.open() ? "" : "NOT"));
        }
        if (filter.overdue() != null) {
            parts.add(
                    filter.overdue()
                            ? OVERDUE.formatted("callback", ":now")
                            : "NOT (%s)".formatted(OVERDUE.formatted("callback", ":now")));
            parameters.put("now", Timestamp.from(now));
        }
    }
}
