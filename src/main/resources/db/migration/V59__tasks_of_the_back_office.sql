-- What processes have for people to do beside the calls. The process waits in the engine; who may do a task, who does it and
-- what was answered is here, and goes with the callback (docs/decisions/069).

CREATE TABLE ringback.task (
    id             uuid PRIMARY KEY,
    engine_task_id text        NOT NULL UNIQUE,
    callback_id    uuid        NOT NULL REFERENCES ringback.callback (id) ON DELETE CASCADE,
    element        text        NOT NULL,
    name           text        NOT NULL,
    groups         text[]      NOT NULL,
    people         text[]      NOT NULL,
    form_key       text,
    form_version   integer,
    opened_at      timestamptz NOT NULL,
    claimed_by     text,
    claimed_at     timestamptz,
    answers        jsonb,
    closed_at      timestamptz,
    closed_as      text CHECK (closed_as IN ('COMPLETED', 'WITHDRAWN')),
    closed_by      text,
    CHECK ((form_key IS NULL) = (form_version IS NULL)),
    CHECK ((claimed_by IS NULL) = (claimed_at IS NULL)),
    CHECK ((closed_at IS NULL) = (closed_as IS NULL)),
    CHECK (closed_as IS DISTINCT FROM 'COMPLETED' OR closed_by IS NOT NULL)
);

COMMENT ON COLUMN ringback.task.answers IS 'a draft of whoever has claimed it, until it is completed';

CREATE INDEX task_open ON ringback.task (opened_at, id) WHERE closed_at IS NULL;
CREATE INDEX task_callback ON ringback.task (callback_id);
