-- The way of each closed case through its process, when the engine's history of it is gone (docs/decisions/077).
CREATE TABLE ringback.case_record (
    callback_id   uuid        PRIMARY KEY REFERENCES ringback.callback,
    -- The version it has gone on last, and the element at which that has ended: null when it was taken away.
    process       text        NOT NULL,
    version       integer     NOT NULL,
    definition_id text        NOT NULL,
    end_element   text,
    ended_at      timestamptz NOT NULL,
    folded_at     timestamptz NOT NULL,
    -- Short names and numbers instead of texts: see CompactPath.java.
    path          jsonb       NOT NULL,
    -- With what was asked of the tables; null without any.
    decisions     jsonb
) WITH (toast_tuple_target = 256);

-- In the row, compressed: one page is read for a case.
ALTER TABLE ringback.case_record ALTER COLUMN path SET STORAGE MAIN;
ALTER TABLE ringback.case_record ALTER COLUMN decisions SET STORAGE MAIN;

-- Versions that designers have deleted: their drawings stay with their deployment, for whoever looks at cases that went by them.
CREATE TABLE ringback.deleted_version (
    definition_id text        PRIMARY KEY,
    process       text        NOT NULL,
    version       integer     NOT NULL,
    deployment_id text        NOT NULL,
    file          text        NOT NULL,
    deleted_at    timestamptz NOT NULL,
    UNIQUE (process, version)
);

-- What is to be folded next: the processes of cases that have ended. Receptions of agents go by their time to live.
CREATE INDEX cb_case_to_fold ON public.act_hi_procinst (end_time_, id_)
    WHERE end_time_ IS NOT NULL AND super_process_instance_id_ IS NULL AND proc_def_key_ <> 'agentReception';
