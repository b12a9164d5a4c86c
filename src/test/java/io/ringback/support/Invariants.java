package io.ringback.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What must hold between the rows and the engine whenever nothing is being done: each finding is a broken rule. */
public final class Invariants {

    private static final Map<String, String> RULES = Map.of(
            "an open callback has one running process, and a closed one none but for tasks of a back office", """
            SELECT coalesce(c.id::text, i.business_key_) FROM
                (SELECT id FROM ringback.callback WHERE closed_at IS NULL AND set_aside_at IS NULL) c
                FULL JOIN (SELECT e.id_, e.business_key_ FROM act_ru_execution e
                           JOIN act_re_procdef d ON d.id_ = e.proc_def_id_
                           WHERE e.parent_id_ IS NULL AND e.super_exec_ IS NULL AND d.key_ <> 'agentReception') i
                    ON i.business_key_ = c.id::text
            WHERE i.id_ IS NULL OR c.id IS NULL AND NOT EXISTS (
                SELECT FROM ringback.task t WHERE t.callback_id::text = i.business_key_ AND t.closed_at IS NULL)""",
            "the process of a callback waits for what its status needs", """
            SELECT c.id::text || ' ' || c.status FROM ringback.callback c
            WHERE c.closed_at IS NULL AND c.set_aside_at IS NULL AND c.offering <> 'NOT_YET' AND
                CASE WHEN c.status = 'ALLOCATED'
                     THEN (SELECT count(*) FROM act_ru_task t
                           WHERE t.proc_inst_id_ = c.process_instance_id AND t.assignee_ = c.agent_id)
                     ELSE (SELECT count(*) FROM act_ru_event_subscr s
                           WHERE s.proc_inst_id_ = c.process_instance_id
                             AND s.event_name_ = 'message_callbackAllocated') END <> 1""",
            "a receiving agent has one running reception, and nobody else has", """
            SELECT coalesce(a.id, i.id_) FROM
                (SELECT id, reception_id, reception_process_id FROM ringback.agent WHERE reception_id IS NOT NULL) a
                FULL JOIN (SELECT e.id_, e.business_key_ FROM act_ru_execution e
                           JOIN act_re_procdef d ON d.id_ = e.proc_def_id_
                           WHERE e.parent_id_ IS NULL AND d.key_ = 'agentReception') i
                    ON i.business_key_ = a.reception_id::text AND i.id_ = a.reception_process_id
            WHERE a.id IS NULL OR i.id_ IS NULL""",
            "the reception of an agent waits for what the agent's hands need", """
            SELECT a.id FROM ringback.agent a WHERE a.reception_id IS NOT NULL AND 1 <>
                (SELECT count(*) FROM act_ru_event_subscr s
                 WHERE s.proc_inst_id_ = a.reception_process_id
                   AND s.event_name_ = CASE WHEN a.allocation_id IS NULL THEN 'message_callbackAvailable'
                                            ELSE 'message_callbackClosed' END)""",
            "agent and callback agree on who holds what", """
            SELECT coalesce(a.id, c.id::text) FROM
                (SELECT id, allocation_id FROM ringback.agent WHERE allocation_id IS NOT NULL) a
                FULL JOIN (SELECT id, agent_id, allocation_id FROM ringback.callback WHERE agent_id IS NOT NULL) c
                    ON c.agent_id = a.id AND c.allocation_id = a.allocation_id
            WHERE a.id IS NULL OR c.id IS NULL""",
            "no open callback is on an archived list", """
            SELECT c.id FROM ringback.callback c JOIN ringback.callback_list l ON l.id = c.list_id
            WHERE c.closed_at IS NULL AND l.archived_at IS NOT NULL""",
            "what an instance has written belongs to an execution that there is", """
            SELECT part.row FROM (
                SELECT 'variable ' || name_ AS row, execution_id_ AS id FROM act_ru_variable
                UNION ALL SELECT 'variable ' || name_, proc_inst_id_ FROM act_ru_variable
                UNION ALL SELECT 'task ' || task_def_key_, execution_id_ FROM act_ru_task
                UNION ALL SELECT 'task ' || task_def_key_, proc_inst_id_ FROM act_ru_task
                UNION ALL SELECT 'job ' || handler_cfg_, execution_id_ FROM act_ru_job
                UNION ALL SELECT 'job ' || handler_cfg_, process_instance_id_ FROM act_ru_job
                UNION ALL SELECT 'subscription ' || activity_id_, execution_id_ FROM act_ru_event_subscr
                UNION ALL SELECT 'subscription ' || activity_id_, proc_inst_id_ FROM act_ru_event_subscr
                UNION ALL SELECT 'incident ' || activity_id_, execution_id_ FROM act_ru_incident
                UNION ALL SELECT 'execution ' || act_id_, proc_inst_id_ FROM act_ru_execution
                UNION ALL SELECT 'execution ' || act_id_, root_proc_inst_id_ FROM act_ru_execution
                UNION ALL SELECT 'execution ' || act_id_, parent_id_ FROM act_ru_execution
                UNION ALL SELECT 'execution ' || act_id_, super_exec_ FROM act_ru_execution) part
            WHERE part.id IS NOT NULL AND NOT EXISTS (SELECT FROM act_ru_execution e WHERE e.id_ = part.id)
            UNION ALL
            SELECT 'link ' || l.id_ FROM act_ru_identitylink l
            WHERE l.task_id_ IS NOT NULL AND NOT EXISTS (SELECT FROM act_ru_task t WHERE t.id_ = l.task_id_)
            UNION ALL
            SELECT 'variable ' || v.name_ FROM act_ru_variable v
            WHERE v.task_id_ IS NOT NULL AND NOT EXISTS (SELECT FROM act_ru_task t WHERE t.id_ = v.task_id_)""",
            "an execution is on a version that there is, and in an instance that goes on", """
            SELECT e.id_ FROM act_ru_execution e
            WHERE NOT EXISTS (SELECT FROM act_re_procdef d WHERE d.id_ = e.proc_def_id_)
               OR e.parent_id_ IS NULL AND e.id_ <> e.proc_inst_id_
               OR e.parent_id_ IS NOT NULL AND e.proc_inst_id_ <>
                    (SELECT p.proc_inst_id_ FROM act_ru_execution p WHERE p.id_ = e.parent_id_)""",
            "no incident", "SELECT incident_type_ || ' ' || coalesce(incident_msg_, '') FROM act_ru_incident",
            "no job has failed", """
            SELECT j.handler_cfg_ || ' ' || coalesce(j.exception_msg_, 'dead') FROM act_ru_job j
            WHERE j.retries_ = 0 OR j.exception_msg_ IS NOT NULL""");

    private Invariants() {}

    /** Waits a moment for what is still being done. */
    public static void hold(JdbcClient jdbc) {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(() -> RULES.forEach((rule, broken) ->
                        assertThat(found(jdbc, broken)).as(rule).isEmpty()));
    }

    private static List<String> found(JdbcClient jdbc, String broken) {
        return jdbc.sql(broken).query(String.class).list();
    }
}
