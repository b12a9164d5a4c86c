-- As in 84, for what runs (docs/decisions/086): no tenants and no case management here, tasks are found by their instance and their rows of ours
-- (docs/decisions/069), and where a column is empty in nearly all rows, only the others have to be in its index.
DROP INDEX public.act_idx_exec_tenant_id;
DROP INDEX public.act_idx_exec_buskey;
CREATE INDEX ringback_instance_key ON public.act_ru_execution (business_key_) WHERE business_key_ IS NOT NULL;
DROP INDEX public.act_idx_exe_super;
CREATE INDEX ringback_instance_called_by ON public.act_ru_execution (super_exec_) WHERE super_exec_ IS NOT NULL;

DROP INDEX public.act_idx_task_create;
DROP INDEX public.act_idx_task_last_updated;
DROP INDEX public.act_idx_task_assignee;
DROP INDEX public.act_idx_task_owner;
DROP INDEX public.act_idx_task_tenant_id;
DROP INDEX public.act_idx_task_procdef;
DROP INDEX public.act_idx_task_case_exec;
DROP INDEX public.act_idx_task_case_def_id;
DROP INDEX public.ringback_task_parent;
CREATE INDEX ringback_task_parent ON public.act_ru_task (parent_task_id_) WHERE parent_task_id_ IS NOT NULL;

DROP INDEX public.act_idx_variable_tenant_id;
DROP INDEX public.act_idx_var_case_exe;
DROP INDEX public.act_idx_var_case_inst_id;
DROP INDEX public.act_idx_variable_task_id;
DROP INDEX public.act_idx_variable_task_name_type;
CREATE INDEX ringback_variable_task ON public.act_ru_variable (task_id_) WHERE task_id_ IS NOT NULL;
DROP INDEX public.act_idx_var_bytearray;
CREATE INDEX ringback_variable_bytes ON public.act_ru_variable (bytearray_id_) WHERE bytearray_id_ IS NOT NULL;
DROP INDEX public.act_idx_batch_id;
CREATE INDEX ringback_variable_batch ON public.act_ru_variable (batch_id_) WHERE batch_id_ IS NOT NULL;

DROP INDEX public.act_idx_event_subscr_tenant_id;
DROP INDEX public.act_idx_event_subscr_config_;
CREATE INDEX ringback_subscription_of ON public.act_ru_event_subscr (configuration_) WHERE configuration_ IS NOT NULL;

DROP INDEX public.act_idx_job_tenant_id;
DROP INDEX public.act_idx_job_handler_type; -- act_idx_job_handler begins with it
DROP INDEX public.act_idx_job_root_procinst;
DROP INDEX public.act_idx_job_job_def_id;
DROP INDEX public.act_idx_job_exception;
CREATE INDEX ringback_job_exception ON public.act_ru_job (exception_stack_id_) WHERE exception_stack_id_ IS NOT NULL;
