-- Three indexes the engine lacks: timer acquisition, task completion, and process instance migration.
CREATE INDEX ringback_job_due ON public.act_ru_job (duedate_) WHERE retries_ > 0 AND suspension_state_ = 1;
CREATE INDEX ringback_task_parent ON public.act_ru_task (parent_task_id_);
CREATE INDEX ringback_subscription_instance ON public.act_ru_event_subscr (proc_inst_id_);

ALTER TABLE public.act_ru_job SET (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.01);
ALTER TABLE public.act_ru_execution SET (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.01);
ALTER TABLE public.act_ru_event_subscr SET (autovacuum_vacuum_scale_factor = 0.01);
ALTER TABLE public.act_ru_variable SET (autovacuum_vacuum_scale_factor = 0.01);
ALTER TABLE public.act_ru_task SET (autovacuum_vacuum_scale_factor = 0.01);
