package io.ringback.exchange;

import io.ringback.presence.JdbcTimeAway;
import java.util.LinkedHashMap;
import java.util.Map;

/** What each table is read with; the columns have the names they have in the API. */
final class JdbcExportQueries {

    /** Takes the condition on the callbacks. */
    static final String CALLBACKS = """
            SELECT id, list_id AS "listId", phone_number AS "phoneNumber@phone", caller_name AS "callerName", source,
                   external_id AS "externalId", status, created_at AS "createdAt", eligible_at AS "eligibleAt",
                   due_at AS "dueAt", expires_at AS "expiresAt", closed_at AS "closedAt",
                   main_callback_id AS "mainCallbackId", attempt_count AS "attemptCount", agent_id AS "allocatedTo",
                   overdue, set_aside_at IS NOT NULL AS "setAside",
                   cancel_requested_at AS "cancelRequestedAt",
                   CASE WHEN time_agreed AND closed_at IS NULL THEN coalesce(earliest_at, eligible_at) END
                       AS "appointmentAt", expedited_at AS "expeditedAt", kept_for AS "keptFor",
                   kept_until AS "keptUntil", forgotten_at AS "forgottenAt", attributes, answered.form_data AS "formData",
                   priority
            FROM ringback.callback LEFT JOIN LATERAL (
                SELECT form_data FROM ringback.attempt
                WHERE callback_id = callback.id AND call_status IS NOT NULL AND form_data IS NOT NULL
                ORDER BY started_at DESC, id DESC LIMIT 1) answered ON TRUE
            WHERE %s ORDER BY created_at, id""";

    /** The names of what the callbacks were classified with; takes the condition on them. */
    private static final String CLASSIFIED_NAMES = """
            SELECT DISTINCT jsonb_object_keys(answered.form_data) AS name
            FROM ringback.callback JOIN LATERAL (
                SELECT form_data FROM ringback.attempt
                WHERE callback_id = callback.id AND call_status IS NOT NULL AND form_data IS NOT NULL
                ORDER BY started_at DESC, id DESC LIMIT 1) answered ON TRUE
            WHERE jsonb_typeof(answered.form_data) = 'object' AND (%s) ORDER BY name LIMIT :most""";

    private static final String ATTEMPTS = """
            SELECT attempt.id, attempt.callback_id AS "callbackId", callback.list_id AS "listId",
                   attempt.started_at AS "at", attempt.ended_at AS "endedAt", attempt.agent_id AS "agentId",
                   attempt.call_status AS "callStatus", attempt.note, attempt.recording_url AS "recordingUrl",
                   attempt.without_call AS "withoutCall", attempt.left_at IS NOT NULL AS "unsaved",
                   attempt.left_at AS "leftAt", attempt.form_data AS "formData"
            FROM ringback.attempt JOIN ringback.callback ON callback.id = attempt.callback_id
            WHERE (:list::text IS NULL OR callback.list_id = :list)
              AND (:from::timestamptz IS NULL OR attempt.started_at >= :from)
              AND (:to::timestamptz IS NULL OR attempt.started_at < :to)
            ORDER BY attempt.callback_id, attempt.started_at, attempt.id""";

    /** The names of the attributes; takes the condition on the callbacks. */
    private static final String ATTRIBUTE_NAMES = """
            SELECT DISTINCT jsonb_object_keys(attributes) AS name FROM ringback.callback
            WHERE jsonb_typeof(attributes) = 'object' AND (%s) ORDER BY name LIMIT :most""";

    /** The names of what was answered in forms. */
    private static final String ANSWER_NAMES = """
            SELECT DISTINCT jsonb_object_keys(attempt.form_data) AS name
            FROM ringback.attempt JOIN ringback.callback ON callback.id = attempt.callback_id
            WHERE jsonb_typeof(attempt.form_data) = 'object' AND (:list::text IS NULL OR callback.list_id = :list)
              AND (:from::timestamptz IS NULL OR attempt.started_at >= :from)
              AND (:to::timestamptz IS NULL OR attempt.started_at < :to)
            ORDER BY name LIMIT :most""";

    private static final String AUDIT = """
            SELECT id, at, actor, type, callback_id AS "callbackId", list_id AS "listId", agent_id AS "agentId",
                   from_status AS "from", to_status AS "to", reason, details, because, changed
            FROM ringback.audit_event
            WHERE (:list::text IS NULL OR list_id = :list)
              AND (:from::timestamptz IS NULL OR at >= :from) AND (:to::timestamptz IS NULL OR at < :to)
            ORDER BY id""";

    private static final String LISTS = """
            SELECT id, name, region, zone, allocation_order AS "order", due_after_ms AS "dueAfter@duration",
                   expires_after_ms AS "expiresAfter@duration", auto_stop_after_ms AS "autoStopAfter@duration",
                   close_after_call_ms AS "closeAfterCall@duration", max_attempts AS "maxAttempts",
                   form_key AS "formKey", version, created_at AS "createdAt", archived_at AS "archivedAt"
            FROM ringback.callback_list ORDER BY id""";

    private static final String LIST_AGENTS = """
            SELECT list_id AS "listId", agent_id AS "agentId", active FROM ringback.list_agent
            WHERE :list::text IS NULL OR list_id = :list ORDER BY list_id, agent_id""";

    /** Those who have never been at a desk are agents, too, and no longer an agent is who may still be receiving. */
    private static final String AGENTS = """
            SELECT account.id AS "agentId", account.name, coalesce(agent.availability, 'AVAILABLE') AS availability,
                   agent.reception_id IS NOT NULL AS "receiving", agent.receiving_since AS "receivingSince",
                   agent.allocation_id AS "allocationId", agent.stopped_because AS "stoppedBecause", account.enabled,
                   account.id AS "presence@presence", account.id AS "lastSeenAt@lastSeenAt",
                   agent.away_reason AS "awayReason", agent.away_since AS "awaySince"
            FROM ringback.account LEFT JOIN ringback.agent ON agent.id = account.id
            WHERE 'AGENT' = ANY (account.roles) OR agent.reception_id IS NOT NULL ORDER BY account.id""";

    private static final String ABSENCES = """
            SELECT absence.agent_id AS "agentId", account.name, absence.availability, absence.reason,
                   reason.name AS "reasonName", absence.started_at AS "from", absence.ended_at AS "to"
            FROM ringback.absence
            JOIN ringback.account ON account.id = absence.agent_id
            LEFT JOIN ringback.away_reason reason ON reason.id = absence.reason
            WHERE (:from::timestamptz IS NULL OR absence.ended_at IS NULL OR absence.ended_at >= :from)
              AND (:to::timestamptz IS NULL OR absence.started_at < :to)
            ORDER BY absence.started_at, absence.id""";

    private static final String ACCOUNTS = """
            SELECT id, name, roles, enabled, created_at AS "createdAt", version FROM ringback.account ORDER BY id""";

    private static final String ACCOUNT_EVENTS = """
            SELECT id, at, actor, account_id AS "accountId", type, details FROM ringback.account_event ORDER BY id""";

    private JdbcExportQueries() {}

    static String of(ExportTable table) {
        return switch (table) {
            case CALLBACKS -> CALLBACKS;
            case ATTEMPTS -> ATTEMPTS;
            case AUDIT -> AUDIT;
            case LISTS -> LISTS;
            case LIST_AGENTS -> LIST_AGENTS;
            case AGENTS -> AGENTS;
            case ABSENCES -> ABSENCES;
            case TIME_AWAY -> JdbcTimeAway.BY_DAY;
            case ACCOUNTS -> ACCOUNTS;
            case ACCOUNT_EVENTS -> ACCOUNT_EVENTS;
        };
    }

    /**
     * What finds the names of the members of a table's JSON columns, by column, in the order of the columns.
     *
     * @param condition on the callbacks
     */
    static Map<String, String> names(ExportTable table, String condition) {
        var names = new LinkedHashMap<String, String>();
        if (table == ExportTable.CALLBACKS) {
            names.put(JdbcExports.ATTRIBUTES, ATTRIBUTE_NAMES.formatted(condition));
            names.put(JdbcExports.ANSWERS, CLASSIFIED_NAMES.formatted(condition));
        }
        if (table == ExportTable.ATTEMPTS) {
            names.put(JdbcExports.ANSWERS, ANSWER_NAMES);
        }
        return names;
    }
}
