package io.ringback.erasure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiConsumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Where the database keeps what says who the caller of a callback was: the one description that forgetting, its preview
 * and the export of a number go by. What is not found from a callback is {@link JdbcElsewhere}'s. A test compares it to all
 * columns there are.
 */
@Repository
class JdbcPlaces {

    private static final String OF_CALLBACK = "t.callback_id = ANY (:ids)";

    /** The instances of the engine that worked for them, those that a process has called among them. */
    private static final String OF_INSTANCE = """
            t.proc_inst_id_ IN (
                SELECT id_ FROM public.act_hi_procinst WHERE root_proc_inst_id_ IN (
                    SELECT id_ FROM public.act_hi_procinst WHERE business_key_ = ANY (:keys)))""";

    /** The callback itself, whose row only its own package changes. */
    static final Place CALLBACK = new Place(
            "callbacks",
            "ringback.callback",
            "t.id = ANY (:ids)",
            List.of(
                    new Place.Emptied("phone_number", "NULL"),
                    new Place.Emptied("caller_name", "NULL"),
                    new Place.Emptied("external_id", "NULL"),
                    new Place.Emptied("attributes", "'{}'::jsonb"),
                    new Place.Emptied("draft", "NULL"),
                    new Place.Emptied("cancel_requested_because", "NULL"),
                    new Place.Emptied("set_aside_because", "NULL")));

    /** What the trail says in words; what happened stays, and a function of the trail's owner takes out the rest. */
    static final Place EVENTS = new Place("events", "ringback.audit_event", OF_CALLBACK, List.of());

    /** Events that were sent, or are to be: there is nothing of the caller in them, so nothing goes. */
    static final Place DELIVERIES = new Place("deliveries", "ringback.webhook_delivery", """
            (t.webhook_id, t.sequence) IN (
                SELECT webhook.id, outgoing.sequence FROM ringback.audit_event event
                JOIN ringback.outgoing_event outgoing ON outgoing.audit_id = event.id CROSS JOIN ringback.webhook
                WHERE event.callback_id = ANY (:ids))""", List.of());

    /** In this order: what others are found by goes last. */
    static final List<Place> ALL = List.of(
            Place.deleted("callEnds", "ringback.call_end", """
                    (t.agent_id, t.external_call_id) IN (
                        SELECT agent_id, external_call_id FROM ringback.attempt
                        WHERE callback_id = ANY (:ids) AND external_call_id IS NOT NULL)"""),
            Place.emptied(
                    "calls", "ringback.attempt", OF_CALLBACK, "note", "recording_url", "form_data", "external_call_id"),
            Place.deleted("notes", "ringback.callback_note", OF_CALLBACK),
            Place.emptied("unsaved", "ringback.left_draft", OF_CALLBACK, "note", "form_data"),
            new Place(
                    "tasks",
                    "ringback.task",
                    OF_CALLBACK,
                    List.of(new Place.Emptied("answers", "NULL"), new Place.Emptied("name", "t.element"))),
            Place.deleted("searchWords", "ringback.callback_sought", OF_CALLBACK),
            Place.deleted("setAside", "ringback.set_aside", OF_CALLBACK),
            new Place("decisions", "ringback.case_record", OF_CALLBACK, List.of(new Place.Emptied("decisions", """
                    (SELECT jsonb_agg(made - 'i' - 'o' ORDER BY place)
                     FROM jsonb_array_elements(t.decisions) WITH ORDINALITY AS each (made, place))"""))),
            Place.deleted(
                    "processValues", "public.act_ge_bytearray", """
                    t.id_ IN (SELECT value.bytearray_id_ FROM public.act_hi_varinst value
                              WHERE value.bytearray_id_ IS NOT NULL AND %s)""".formatted(OF_INSTANCE.replace("t.", "value."))),
            Place.deleted("processValues", "public.act_hi_varinst", OF_INSTANCE),
            Place.deleted("processValues", "public.act_hi_detail", OF_INSTANCE),
            Place.deleted("processValues", "public.act_hi_comment", OF_INSTANCE),
            Place.deleted("processValues", "public.act_hi_attachment", OF_INSTANCE),
            Place.emptied("processTasks", "public.act_hi_taskinst", OF_INSTANCE, "name_", "description_"),
            Place.emptied("processFaults", "public.act_hi_incident", OF_INSTANCE, "incident_msg_"));

    private static final int AT_A_TIME = 200;

    private final JdbcClient jdbc;
    private final JdbcClient bounded;

    JdbcPlaces(JdbcClient jdbc, DataSource database) {
        this.jdbc = jdbc;
        var template = new JdbcTemplate(database);
        template.setFetchSize(AT_A_TIME);
        this.bounded = JdbcClient.create(template);
    }

    /** How many rows of each kind would lose something, by the names of the kinds. */
    Map<String, Long> count(Collection<UUID> ids) {
        var counts = new TreeMap<String, Long>();
        everywhere().forEach(place -> counts.merge(place.kind(), count(place, ids), Long::sum));
        return counts;
    }

    /** Forgets what is not in the rows of the callbacks themselves; in the caller's transaction, which has locked those. */
    void forget(Collection<UUID> ids) {
        ALL.forEach(place -> with(ids, place.forgetting()).update());
        with(ids, "SELECT sum(ringback.erase_words(id)) FROM unnest(:ids) AS each (id)")
                .query(Long.class)
                .optional();
    }

    /** Every row that is kept of them, some at a time within the caller's transaction. */
    void tell(Collection<UUID> ids, BiConsumer<Place, String> each) {
        everywhere()
                .forEach(place -> with(bounded, ids, place.telling()).query(row -> {
                    each.accept(place, row.getString(1));
                }));
    }

    static List<Place> everywhere() {
        var all = new ArrayList<Place>();
        all.add(CALLBACK);
        all.addAll(ALL);
        all.add(EVENTS);
        all.add(DELIVERIES);
        return all;
    }

    private long count(Place place, Collection<UUID> ids) {
        return with(ids, place.counting()).query(Long.class).single();
    }

    private JdbcClient.StatementSpec with(Collection<UUID> ids, String sql) {
        return with(jdbc, ids, sql);
    }

    private static JdbcClient.StatementSpec with(JdbcClient client, Collection<UUID> ids, String sql) {
        return client.sql(sql)
                .param("ids", ids.toArray(UUID[]::new))
                .param("keys", ids.stream().map(UUID::toString).toArray(String[]::new));
    }
}
