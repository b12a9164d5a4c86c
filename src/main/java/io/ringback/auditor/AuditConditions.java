package io.ringback.auditor;

import io.ringback.audit.Look;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@link AuditCriteria} as conditions of a row {@code callback}, each looked up for one row: written as joins, they would be
 * made for all rows there are before the first one is answered.
 */
final class AuditConditions {

    /** A closed one says all of it in its terms. */
    private static final String CLOSED_OR = """
            CASE WHEN callback.closed_at IS NOT NULL
                 THEN (SELECT closed_case.terms @> :terms::text[] FROM ringback.closed_case
                       WHERE closed_case.callback_id = callback.id)
                 ELSE %s END""";

    private static final String HAD_BY_AGENT = """
            (callback.agent_id IS NOT DISTINCT FROM :agent
             OR coalesce((SELECT TRUE FROM ringback.attempt
                          WHERE attempt.agent_id = :agent AND attempt.callback_id = callback.id LIMIT 1), FALSE)
             OR callback.id = ANY (ARRAY (
                 SELECT audit_event.callback_id FROM ringback.audit_event
                 WHERE audit_event.agent_id = :agent ORDER BY audit_event.id DESC LIMIT 5000)))""";

    private static final String WITH_OUTCOME = """
            (SELECT TRUE FROM ringback.attempt
             WHERE attempt.callback_id = callback.id AND attempt.call_status = :outcome LIMIT 1)""";

    private static final String OF_VERSION = """
            (SELECT TRUE FROM ringback.process_of(callback.process_instance_id) AS process
             WHERE process.process_version = :versionNumber
               AND process.process_key = coalesce(:processKey, process.process_key) LIMIT 1)""";

    /** Of whoever has looked at as many, the last ones. */
    private static final String LOOKED_AT = """
            callback.id IN (
                SELECT looked.callback_id FROM (
                    SELECT audit_event.callback_id FROM ringback.audit_event
                    WHERE %s AND audit_event.actor = :lookedAtBy
                    ORDER BY audit_event.id DESC LIMIT 5000) AS looked)""".formatted(Look.IS_LOOK);

    private final List<String> parts = new ArrayList<>(List.of("TRUE"));
    private final Map<String, @Nullable Object> parameters;

    private AuditConditions(Map<String, @Nullable Object> parameters) {
        this.parameters = parameters;
    }

    /** @param parameters get the values of what is asked for */
    static String of(AuditCriteria criteria, Map<String, @Nullable Object> parameters) {
        var all = new AuditConditions(parameters);
        all.add("callback.id = :id", "id", criteria.callbackId());
        all.add(
                "callback.phone_number IN (:numbers)",
                "numbers",
                criteria.numbers().isEmpty() ? null : criteria.numbers());
        all.add(
                "callback.phone_number LIKE :digits",
                "digits",
                criteria.digits() == null ? null : "%" + criteria.digits() + "%");
        all.add("callback.external_id = :externalId", "externalId", criteria.externalId());
        all.add("callback.list_id = :list", "list", criteria.listId());
        all.add("callback.status = :status", "status", criteria.status());
        all.add(LOOKED_AT, "lookedAtBy", criteria.lookedAtBy());
        if (criteria.agentId() != null || criteria.outcome() != null || criteria.version() != null) {
            parameters.put("terms", criteria.terms().toArray(String[]::new));
            all.parts.add(CLOSED_OR.formatted(ofOpen(criteria, parameters)));
        }
        return String.join(" AND ", all.parts);
    }

    private static String ofOpen(AuditCriteria criteria, Map<String, @Nullable Object> parameters) {
        var open = new AuditConditions(parameters);
        open.add(HAD_BY_AGENT, "agent", criteria.agentId());
        open.add(WITH_OUTCOME, "outcome", criteria.outcome());
        open.add(OF_VERSION, "versionNumber", criteria.versionNumber());
        parameters.put("processKey", criteria.processKey());
        return String.join(" AND ", open.parts);
    }

    private void add(String condition, String name, @Nullable Object value) {
        if (value != null) {
            parts.add("(" + condition + ")");
            parameters.put(name, value instanceof Enum<?> constant ? constant.name() : value);
        }
    }
}
