package io.ringback.process;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.support.RingbackTest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Each case writes some twenty rows into the engine's history, and each of them into every index: none is there without a reader. */
@RingbackTest
class EngineIndexesTest {

    private static final String ROW = "each row is changed and deleted by its id";
    private static final String EXECUTION = "what an execution has is deleted with it, and read when it goes on";
    private static final String OF_INSTANCE = "where an instance waits, and what is deleted with it";
    private static final String RARE = "holds the few rows that have such a thing";

    private static final String REVISED = "the engine finds the row again to note how it ended";
    private static final String REMOVED = "the engine removes what is older than its time to live";
    private static final String FOLDED = "the way of a case is read and forgotten by its outermost instance";
    private static final String INSTANCE = "steps are read, and words of callers are found, by their instance";

    private static final Map<String, String> READ_BY_HISTORY = Map.ofEntries(
            entry("act_hi_procinst_pkey", REVISED),
            entry("act_hi_procinst_proc_inst_id__key", "where a case has begun and ended, by the instance on its row"),
            entry("act_idx_hi_pro_i_buskey", "the instances of a case, and whether one of them still runs"),
            entry("act_idx_hi_pro_inst_root_pi", FOLDED),
            entry("act_idx_hi_pro_inst_rm_time", REMOVED),
            entry("cb_case_to_fold", "what has ended and is to be folded"),
            entry("act_hi_actinst_pkey", REVISED),
            entry("act_idx_hi_actinst_root_pi", FOLDED),
            entry("act_idx_hi_act_inst_procinst", INSTANCE),
            entry("act_idx_hi_act_inst_rm_time", REMOVED),
            entry("act_hi_taskinst_pkey", REVISED),
            entry("act_idx_hi_taskinst_root_pi", FOLDED),
            entry("act_idx_hi_taskinst_procinst", INSTANCE),
            entry("act_idx_hi_task_inst_rm_time", REMOVED));

    private static final Map<String, String> READ_AT_WORK = Map.ofEntries(
            entry("act_ru_execution_pkey", ROW),
            entry("act_idx_exe_procinst", OF_INSTANCE),
            entry("act_idx_exe_parent", EXECUTION),
            entry("act_idx_exe_procdef", "what waits on a version, and whether anything does when it is deleted"),
            entry("act_idx_exe_root_pi", "the engine's own question for all that a case has called"),
            entry("ringback_instance_version", "how many run on each version"),
            entry("ringback_instance_key", "the instance of a case; children have no key"),
            entry("ringback_instance_called_by", RARE),
            entry("act_ru_task_pkey", ROW),
            entry("act_idx_task_exec", EXECUTION),
            entry("act_idx_task_procinst", OF_INSTANCE),
            entry("ringback_task_parent", RARE),
            entry("act_ru_variable_pkey", ROW),
            entry("act_uniq_variable", "no variable is there twice"),
            entry("act_idx_var_exe", EXECUTION),
            entry("act_idx_var_procinst", OF_INSTANCE),
            entry("ringback_variable_task", RARE),
            entry("ringback_variable_bytes", RARE),
            entry("ringback_variable_batch", RARE),
            entry("act_ru_event_subscr_pkey", ROW),
            entry("act_idx_event_subscr", EXECUTION),
            entry("act_idx_event_subscr_evt_name", "which process a message begins, and whether another does already"),
            entry("ringback_subscription_instance", OF_INSTANCE),
            entry("ringback_subscription_of", "with which messages a version begins; others have none"),
            entry("act_ru_job_pkey", ROW),
            entry("act_idx_job_execution_id", EXECUTION),
            entry("act_idx_job_procinst", OF_INSTANCE),
            entry("act_idx_job_handler", "timers that begin a version, and the jobs that clean up"),
            entry("ringback_job_due", "what is due"),
            entry("ringback_job_failed", "what has given up"),
            entry("ringback_job_exception", "what has failed"));

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void eachIndexOfTheHistoryThatCasesWriteHasAReader() {
        assertThat(indexes("act_hi_procinst", "act_hi_actinst", "act_hi_taskinst"))
                .containsExactlyInAnyOrderElementsOf(READ_BY_HISTORY.keySet());
    }

    @Test
    void eachIndexOfWhatRunsHasAReader() {
        assertThat(indexes("act_ru_execution", "act_ru_task", "act_ru_variable", "act_ru_event_subscr", "act_ru_job"))
                .containsExactlyInAnyOrderElementsOf(READ_AT_WORK.keySet());
    }

    /** Else the end of a step is written into all indexes of its table once more. */
    @Test
    void howAStepEndedIsInNoIndex() {
        var changing = jdbc.sql("""
                        SELECT indexname FROM pg_indexes WHERE tablename IN ('act_hi_actinst', 'act_hi_taskinst')
                        AND indexdef ~ '(end_time_|duration_|state_|assignee_|task_id_)'""").query(String.class).list();

        assertThat(changing).isEmpty();
    }

    /** What the server asks, and what the engine asks when it removes what is old. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "act_idx_hi_pro_i_buskey | FROM act_hi_procinst WHERE business_key_ = ANY (ARRAY['a', 'b'])",
                "act_idx_hi_pro_inst_root_pi | FROM act_hi_procinst WHERE root_proc_inst_id_ = 'a'",
                "act_hi_procinst_proc_inst_id__key | FROM act_hi_procinst WHERE proc_inst_id_ = 'a'",
                "act_hi_procinst_pkey | FROM act_hi_procinst WHERE id_ = 'a'",
                "cb_case_to_fold | FROM act_hi_procinst WHERE end_time_ IS NOT NULL AND super_process_instance_id_ IS NULL"
                        + " AND proc_def_key_ <> 'agentReception' ORDER BY end_time_, id_ LIMIT 100",
                "act_idx_hi_pro_inst_rm_time | FROM act_hi_procinst WHERE removal_time_ <= now() LIMIT 500",
                "act_hi_actinst_pkey | FROM act_hi_actinst WHERE id_ = 'a'",
                "act_idx_hi_actinst_root_pi | FROM act_hi_actinst WHERE root_proc_inst_id_ = ANY (ARRAY['a', 'b'])",
                "act_idx_hi_act_inst_procinst | FROM act_hi_actinst WHERE proc_inst_id_ = ANY (ARRAY['a', 'b'])",
                "act_idx_hi_act_inst_rm_time | FROM act_hi_actinst WHERE removal_time_ <= now() LIMIT 500",
                "act_hi_taskinst_pkey | FROM act_hi_taskinst WHERE id_ = 'a'",
                "act_idx_hi_taskinst_root_pi | FROM act_hi_taskinst WHERE root_proc_inst_id_ = ANY (ARRAY['a', 'b'])",
                "act_idx_hi_taskinst_procinst | FROM act_hi_taskinst WHERE proc_inst_id_ IN (SELECT 'a'::text)",
                "act_idx_exe_procinst | FROM act_ru_execution WHERE proc_inst_id_ = 'a'",
                "act_idx_exe_parent | FROM act_ru_execution WHERE parent_id_ = 'a'",
                "ringback_instance_called_by | FROM act_ru_execution WHERE super_exec_ = 'a'",
                "ringback_instance_key | FROM act_ru_execution WHERE business_key_ = 'a'",
                "act_idx_task_exec | FROM act_ru_task WHERE execution_id_ = 'a'",
                "act_idx_task_procinst | FROM act_ru_task WHERE proc_inst_id_ = 'a'",
                "ringback_task_parent | FROM act_ru_task WHERE parent_task_id_ = 'a'",
                "act_idx_var_exe | FROM act_ru_variable WHERE execution_id_ = 'a' AND task_id_ IS NULL",
                "ringback_variable_task | FROM act_ru_variable WHERE task_id_ = 'a'",
                "act_idx_event_subscr | FROM act_ru_event_subscr WHERE execution_id_ = 'a'",
                "act_idx_event_subscr_evt_name | FROM act_ru_event_subscr WHERE event_name_ = 'a'",
                "ringback_subscription_of | FROM act_ru_event_subscr WHERE configuration_ = 'a'",
                "ringback_subscription_instance | FROM act_ru_event_subscr WHERE proc_inst_id_ = 'a'",
                "act_idx_job_execution_id | FROM act_ru_job WHERE execution_id_ = 'a'",
                "act_idx_job_procinst | FROM act_ru_job WHERE process_instance_id_ = 'a'",
                "act_idx_job_handler | FROM act_ru_job WHERE handler_type_ = 'a'",
                "ringback_job_exception | FROM act_ru_job WHERE exception_stack_id_ IS NOT NULL AND retries_ < 5",
                "act_idx_hi_task_inst_rm_time | FROM act_hi_taskinst WHERE removal_time_ <= now() LIMIT 500"
            })
    void whatIsAskedIsFoundByAnIndex(String index, String question) {
        assertThat(plan("SELECT id_ " + question)).contains(index).doesNotContain("Seq Scan");
    }

    /** The rows of an instance are tied together by nothing but the engine (docs/decisions/085). */
    @Test
    void theForeignKeysThatAreLeftAreThoseOfVersionsAndBytes() {
        var left = jdbc.sql("""
                        SELECT conname FROM pg_constraint WHERE contype = 'f' AND conrelid IN (
                            'act_ru_execution'::regclass, 'act_ru_task'::regclass, 'act_ru_variable'::regclass,
                            'act_ru_job'::regclass, 'act_ru_event_subscr'::regclass, 'act_ru_identitylink'::regclass,
                            'act_ru_incident'::regclass)""").query(String.class).list();
        var pointingAtExecutions = jdbc.sql("""
                        SELECT conname FROM pg_constraint
                        WHERE contype = 'f' AND confrelid IN ('act_ru_execution'::regclass, 'act_ru_task'::regclass)""").query(String.class).list();

        assertThat(left)
                .containsExactlyInAnyOrder(
                        "act_fk_exe_procdef", // a version is not deleted under a case that begins on it
                        "act_fk_var_bytearray",
                        "act_fk_job_exception",
                        "act_fk_athrz_procedef",
                        "act_fk_inc_procdef",
                        "act_fk_inc_cause",
                        "act_fk_inc_rcause",
                        "act_fk_inc_job_def");
        assertThat(pointingAtExecutions).isEmpty();
    }

    private List<String> indexes(String... tables) {
        return jdbc.sql("SELECT indexname FROM pg_indexes WHERE tablename IN (:tables)")
                .param("tables", List.of(tables))
                .query(String.class)
                .list();
    }

    private String plan(String question) {
        return Objects.requireNonNull(new TransactionTemplate(transactions).execute(look -> {
            // there are too few rows here for an index to be worth it
            List.of("enable_seqscan", "enable_bitmapscan")
                    .forEach(
                            way -> jdbc.sql("SET LOCAL %s = off".formatted(way)).update());
            return String.join(
                    "\n", jdbc.sql("EXPLAIN " + question).query(String.class).list());
        }));
    }
}
