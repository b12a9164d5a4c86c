-- The engine writes three history tables here, each with an index for whatever its own web applications may filter by, and
-- there are none of those. What is asked of them is the way of a case, by its key and its instances, what has ended and is to be
-- folded, and what the engine removes by its time (docs/decisions/077). EngineIndexesTest has the reason of each that stays.
DROP INDEX public.act_idx_hi_pro_inst_end;
DROP INDEX public.act_idx_hi_pro_inst_tenant_id;
DROP INDEX public.act_idx_hi_pro_inst_proc_def_key;
DROP INDEX public.act_idx_hi_pro_inst_proc_time;
DROP INDEX public.act_idx_hi_pi_pdefid_end_time;
DROP INDEX public.act_idx_hi_pro_rst_pro_inst_id;

DROP INDEX public.act_idx_hi_act_inst_start_end;
DROP INDEX public.act_idx_hi_act_inst_end;
DROP INDEX public.act_idx_hi_act_inst_comp;
DROP INDEX public.act_idx_hi_act_inst_stats;
DROP INDEX public.act_idx_hi_act_inst_tenant_id;
DROP INDEX public.act_idx_hi_act_inst_proc_def_key;
DROP INDEX public.act_idx_hi_ai_pdefid_end_time;

DROP INDEX public.act_idx_hi_task_inst_tenant_id;
DROP INDEX public.act_idx_hi_task_inst_proc_def_key;
DROP INDEX public.act_idx_hi_taskinstid_procinst;
DROP INDEX public.act_idx_hi_task_inst_start;
DROP INDEX public.act_idx_hi_task_inst_end;

-- What is left is of columns that stay as they were written, so that the end of a step is noted in the same page as its beginning,
-- and in no index, as long as there is room.
ALTER TABLE public.act_hi_actinst SET (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.05);
ALTER TABLE public.act_hi_taskinst SET (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.05);
