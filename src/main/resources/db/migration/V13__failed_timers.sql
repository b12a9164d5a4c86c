-- Timers that have given up: few, to be found without reading all the others.
CREATE INDEX ringback_job_failed ON public.act_ru_job (id_) WHERE retries_ = 0;
