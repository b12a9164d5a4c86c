package io.ringback.process;

import io.ringback.process.contract.SharedNames;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Where in an instance a message or the task of the call waits, by the indexes of the engine's tables. The engine's own queries find the
 * same by joining four tables in statements they put together anew each time, which was a tenth of a Save's work.
 */
@Repository
class JdbcWaitingPlaces {

    private final JdbcClient jdbc;

    JdbcWaitingPlaces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The execution that waits for the message. */
    Optional<String> ofMessage(String processInstanceId, String message) {
        return jdbc.sql("""
                        SELECT execution_id_ FROM public.act_ru_event_subscr
                        WHERE proc_inst_id_ = ? AND event_type_ = 'message' AND event_name_ = ?
                        ORDER BY created_, id_ LIMIT 1""")
                .params(processInstanceId, message)
                .query(String.class)
                .optional();
    }

    /** By which version of its process the instance runs. */
    Optional<String> definitionOf(String processInstanceId) {
        return jdbc.sql("SELECT proc_def_id_ FROM public.act_ru_execution WHERE id_ = ?")
                .param(processInstanceId)
                .query(String.class)
                .optional();
    }

    /**
     * The open task in which the agent calls and saves: one of those names, or one that waits for word of a call on its
     * edge. Any other user task of the instance belongs to somebody else.
     */
    Optional<String> ofCallTask(String processInstanceId) {
        return jdbc.sql("""
                        SELECT task.id_ FROM public.act_ru_task task
                        WHERE task.proc_inst_id_ = :instance
                          AND (task.task_def_key_ IN (:names)
                               OR EXISTS (SELECT 1 FROM public.act_ru_event_subscr word
                                          WHERE word.execution_id_ = task.execution_id_
                                            AND word.event_name_ IN (:words)))
                        ORDER BY task.create_time_, task.id_ LIMIT 1""")
                .param("instance", processInstanceId)
                .param("names", SharedNames.TASKS_OF_THE_CALL)
                .param("words", List.of(SharedNames.CALL_STARTED, SharedNames.CALL_ENDED))
                .query(String.class)
                .optional();
    }
}
