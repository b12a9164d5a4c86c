-- What of a deployed model a case that is set aside has failed at.
CREATE TABLE ringback.set_aside (
    callback_id uuid PRIMARY KEY REFERENCES ringback.callback (id) ON DELETE CASCADE,
    file        text,
    version     integer,
    element_id  text,
    message     text NOT NULL,
    -- Models deployed after this time have not been tried; null when no model is to blame.
    models_at   timestamptz
);
CREATE INDEX set_aside_models ON ringback.set_aside (models_at) WHERE models_at IS NOT NULL;

-- Versions of processes that have gone wrong, by the engine's id of them.
CREATE TABLE ringback.model_fault (
    definition_id text PRIMARY KEY,
    process       text        NOT NULL,
    file          text        NOT NULL,
    version       integer     NOT NULL,
    element_id    text,
    message       text        NOT NULL,
    starts        boolean     NOT NULL,
    first_at      timestamptz NOT NULL,
    last_at       timestamptz NOT NULL,
    times         bigint      NOT NULL DEFAULT 1
);

-- What each node has found in its folders of models when it started.
CREATE TABLE ringback.node_model (
    node    text        NOT NULL,
    folder  text        NOT NULL,
    file    text        NOT NULL,
    state   text        NOT NULL CHECK (state IN ('SERVES', 'REFUSED', 'OLDER')),
    says    text,
    seen_at timestamptz NOT NULL,
    PRIMARY KEY (node, folder, file)
);
