package io.ringback.process;

import io.ringback.design.migration.OpenInstance;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The instances that have not ended, by the engine's tables: its own queries would ask for each one by one. */
@Repository
class JdbcOpenInstances {

    private final JdbcClient jdbc;

    JdbcOpenInstances(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * In the order of their ids. What they wait for makes their situation: the places, the messages, the timers and whatever
     * is done by itself there.
     */
    List<OpenInstance> of(String definitionId) {
        return jdbc.sql("""
                        SELECT instance.id_, callback.id AS callback_id, agent.id AS agent_id,
                               (SELECT min(here.act_id_) FROM public.act_ru_execution here
                                WHERE here.proc_inst_id_ = instance.id_ AND %s) AS element_id,
                               concat_ws(' ; ',
                                   (SELECT string_agg(here.act_id_ || here.is_active_ || here.is_scope_
                                                      || here.suspension_state_, ' ' ORDER BY here.act_id_, here.is_active_)
                                    FROM public.act_ru_execution here
                                    WHERE here.proc_inst_id_ = instance.id_ AND here.act_id_ IS NOT NULL),
                                   (SELECT string_agg(word.event_name_ || '@' || word.activity_id_, ' '
                                                      ORDER BY word.event_name_, word.activity_id_)
                                    FROM public.act_ru_event_subscr word WHERE word.proc_inst_id_ = instance.id_),
                                   (SELECT string_agg(job.handler_type_ || coalesce(job.handler_cfg_, ''), ' '
                                                      ORDER BY job.handler_type_, job.handler_cfg_)
                                    FROM public.act_ru_job job WHERE job.process_instance_id_ = instance.id_),
                                   CASE WHEN callback.id IS NULL AND agent.id IS NULL THEN 'nobody' END
                               ) AS situation
                        FROM public.act_ru_execution instance
                        LEFT JOIN ringback.callback ON callback.process_instance_id = instance.root_proc_inst_id_
                        LEFT JOIN ringback.agent ON agent.reception_process_id = instance.root_proc_inst_id_
                        WHERE instance.parent_id_ IS NULL AND instance.proc_def_id_ = ?
                        ORDER BY instance.id_""".formatted(JdbcWaitingPlaces.HERE))
                .param(definitionId)
                .query((row, number) -> new OpenInstance(
                        row.getString("id_"),
                        row.getObject("callback_id", UUID.class),
                        row.getString("agent_id"),
                        row.getString("element_id"),
                        row.getString("situation")))
                .list();
    }
}
