-- The rows of an instance are written and deleted by the engine alone, under the lock of the callback's or the agent's row and with
-- a revision on each row: a lost race is found there (docs/decisions/085). Each execution that was deleted was looked for in ten
-- places all the same. Those to versions of processes stay: they keep a version from being deleted under a case that begins on it.
ALTER TABLE public.act_ru_execution
    DROP CONSTRAINT act_fk_exe_parent,
    DROP CONSTRAINT act_fk_exe_procinst,
    DROP CONSTRAINT act_fk_exe_super;

ALTER TABLE public.act_ru_task
    DROP CONSTRAINT act_fk_task_exe,
    DROP CONSTRAINT act_fk_task_procinst,
    DROP CONSTRAINT act_fk_task_procdef, -- its execution has it
    DROP CONSTRAINT act_fk_task_case_exe,
    DROP CONSTRAINT act_fk_task_case_def;

ALTER TABLE public.act_ru_identitylink DROP CONSTRAINT act_fk_tskass_task;

ALTER TABLE public.act_ru_variable
    DROP CONSTRAINT act_fk_var_exe,
    DROP CONSTRAINT act_fk_var_procinst,
    DROP CONSTRAINT act_fk_var_case_exe,
    DROP CONSTRAINT act_fk_var_case_inst,
    DROP CONSTRAINT act_fk_var_batch;

ALTER TABLE public.act_ru_event_subscr DROP CONSTRAINT act_fk_event_exec;

ALTER TABLE public.act_ru_incident
    DROP CONSTRAINT act_fk_inc_exe,
    DROP CONSTRAINT act_fk_inc_procinst;

ALTER TABLE public.act_ru_ext_task DROP CONSTRAINT act_fk_ext_task_exe;
