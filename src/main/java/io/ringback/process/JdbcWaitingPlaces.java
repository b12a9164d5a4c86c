package io.ringback.process;

import io.ringback.process.contract.SharedNames;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where instances wait, by the indexes of the engine's tables. */
@Repository
class JdbcWaitingPlaces {

    /** Whether it is a task of the call, as {@link CallTasks#isOfCall} has it. */
    private static final String OF_CALL = """
            (task.task_def_key_ IN (:names)
             OR EXISTS (SELECT 1 FROM public.act_ru_event_subscr word
                        WHERE word.execution_id_ = task.execution_id_ AND word.event_name_ IN (:words)))""";

    /** Whether an execution named "here" stands at an element, and none below it does. */
    static final String HERE = """
            here.act_id_ IS NOT NULL
            AND NOT EXISTS (SELECT FROM public.act_ru_execution child
                            WHERE child.parent_id_ = here.id_ AND child.act_id_ IS NOT NULL)""";

    private final JdbcClient jdbc;

    JdbcWaitingPlaces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By which version of its process the instance runs; empty when it has ended. */
    Optional<String> definitionOf(String processInstanceId) {
        return jdbc.sql("SELECT proc_def_id_ FROM public.act_ru_execution WHERE id_ = ?")
                .param(processInstanceId)
                .query(String.class)
                .optional();
    }

    /** All places in which the instance waits. */
    List<String> all(String processInstanceId) {
        return jdbc.sql("""
                        SELECT DISTINCT here.act_id_ FROM public.act_ru_execution here
                        WHERE here.proc_inst_id_ = ? AND %s
                        ORDER BY here.act_id_""".formatted(HERE))
                .param(processInstanceId)
                .query(String.class)
                .list();
    }

    /** How many instances of a version wait at each of its elements, by the ids of those; not where only others below wait. */
    Map<String, Long> countByElement(String definition) {
        var counts = new HashMap<String, Long>();
        jdbc.sql("""
                        SELECT here.act_id_, count(DISTINCT here.proc_inst_id_) AS waiting
                        FROM public.act_ru_execution here
                        WHERE here.proc_def_id_ = ? AND NOT here.is_event_scope_ AND %s
                        GROUP BY here.act_id_""".formatted(HERE)).param(definition).query(row -> {
            counts.put(row.getString("act_id_"), row.getLong("waiting"));
        });
        return counts;
    }

    /** Tasks that are none of the call and that nobody has been told of, by their ids, after this one. */
    List<UntoldTask> untoldTasks(String after, int limit) {
        return jdbc.sql("""
                        SELECT task.id_ AS id, outermost.business_key_ AS business_key
                        FROM public.act_ru_task task
                             JOIN public.act_ru_execution instance ON instance.id_ = task.proc_inst_id_
                             JOIN public.act_ru_execution outermost ON outermost.id_ = instance.root_proc_inst_id_
                        WHERE task.id_ > :after AND outermost.business_key_ IS NOT NULL AND NOT %s
                          AND NOT EXISTS (SELECT FROM ringback.task told WHERE told.engine_task_id = task.id_)
                        ORDER BY task.id_ LIMIT :limit""".formatted(OF_CALL))
                .param("after", after)
                .param("names", SharedNames.TASKS_OF_THE_CALL)
                .param("words", SharedNames.WORDS_OF_CALLS)
                .param("limit", limit)
                .query(UntoldTask.class)
                .list();
    }

    /** @param businessKey of the case that it is in the end a part of */
    record UntoldTask(String id, String businessKey) {}
}
