-- Open instances of a process that go on by another version of it: what was asked for, and what became of each of them.
CREATE TABLE ringback.process_migration (
    id uuid PRIMARY KEY,
    process text NOT NULL,
    from_version integer NOT NULL,
    to_version integer NOT NULL,
    mapping jsonb NOT NULL,
    reason text NOT NULL,
    started_by text NOT NULL,
    started_at timestamptz NOT NULL,
    state text NOT NULL CHECK (state IN ('RUNNING', 'PAUSED', 'DONE')),
    finished_at timestamptz,
    worked_by uuid,
    worked_at timestamptz,
    CHECK (from_version <> to_version),
    CHECK ((state = 'DONE') = (finished_at IS NOT NULL))
);

-- One at a time of each process.
CREATE UNIQUE INDEX process_migration_open ON ringback.process_migration (process) WHERE state <> 'DONE';
CREATE INDEX process_migration_newest ON ringback.process_migration (started_at DESC, id DESC);

CREATE TABLE ringback.process_migration_case (
    migration_id uuid NOT NULL REFERENCES ringback.process_migration ON DELETE CASCADE,
    instance_id text NOT NULL,
    callback_id uuid,
    agent_id text,
    element_id text,
    state text NOT NULL CHECK (state IN ('WAITING', 'MOVED', 'STUCK', 'ENDED')),
    tries integer NOT NULL DEFAULT 0,
    because text,
    names text[],
    dealt_at timestamptz,
    PRIMARY KEY (migration_id, instance_id),
    CHECK ((state = 'WAITING') = (dealt_at IS NULL)),
    CHECK ((state = 'STUCK') = (because IS NOT NULL)),
    CHECK ((because IS NULL) = (names IS NULL))
);

CREATE INDEX process_migration_case_state ON ringback.process_migration_case (migration_id, state, tries, instance_id);
