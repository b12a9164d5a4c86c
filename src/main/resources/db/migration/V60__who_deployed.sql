-- Who has brought a deployment, and why; the engine's own table has no place for that.
CREATE TABLE ringback.model_deployment (
    deployment_id text        PRIMARY KEY,
    origin        text        NOT NULL CHECK (origin IN ('SHIPPED', 'FOLDER', 'DESIGNER')),
    -- The account of a designer; otherwise the node, and null when nobody noted that.
    deployed_by   text,
    reason        text,
    -- Which of its files were not in the folder of the node, but packed into the server.
    shipped_files text[]      NOT NULL DEFAULT '{}',
    at            timestamptz NOT NULL
);

-- What is there says it as "node, shipped" or "node, /folder".
INSERT INTO ringback.model_deployment (deployment_id, origin, deployed_by, at)
SELECT id_,
       CASE WHEN source_ IS NULL OR source_ LIKE '%, shipped' THEN 'SHIPPED' ELSE 'FOLDER' END,
       CASE WHEN source_ LIKE '%, shipped' THEN left(source_, -length(', shipped'))
            WHEN source_ LIKE '%, /%' THEN left(source_, strpos(source_, ', /') - 1)
            ELSE source_ END,
       coalesce(deploy_time_, now() AT TIME ZONE 'UTC') AT TIME ZONE 'UTC'
FROM public.act_re_deployment;

-- Counting what runs on each version reads this index alone. The place of an execution changes with each step and is in
-- no index, or each step would cost more.
CREATE INDEX ringback_instance_version ON public.act_ru_execution (proc_def_id_) WHERE parent_id_ IS NULL;
