CREATE TABLE ringback.account (
    id            text PRIMARY KEY CHECK (id ~ '^[a-z0-9][a-z0-9._-]{0,63}$'),
    name          text        NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    password_hash text        NOT NULL,
    roles         text[]      NOT NULL CHECK (
        roles <@ ARRAY ['INTEGRATOR', 'AGENT', 'SUPERVISOR', 'DESIGNER', 'AUDITOR', 'ADMIN']
        AND array_position(roles, NULL) IS NULL),
    enabled       boolean     NOT NULL DEFAULT true,
    created_at    timestamptz NOT NULL,
    version       bigint      NOT NULL DEFAULT 0
);

CREATE TABLE ringback.account_event (
    id         bigserial PRIMARY KEY,
    at         timestamptz NOT NULL,
    actor      text        NOT NULL,
    account_id text        NOT NULL,
    type       text        NOT NULL CHECK (type IN ('CREATED', 'CHANGED', 'PASSWORD_CHANGED')),
    details    text        NOT NULL DEFAULT ''
);

CREATE INDEX account_event_account ON ringback.account_event (account_id, id);

-- What slows down guessing; shared, so that a guesser gains nothing by asking another node.
CREATE TABLE ringback.login_failure (
    subject       text PRIMARY KEY,
    failures      integer     NOT NULL CHECK (failures >= 0),
    blocked_until timestamptz NOT NULL,
    expires_at    timestamptz NOT NULL
);

CREATE INDEX login_failure_expiry ON ringback.login_failure (expires_at);

-- One-time tokens for the first administrator; only their SHA-256 is kept.
CREATE TABLE ringback.setup_token (
    hash       text PRIMARY KEY,
    created_at timestamptz NOT NULL
);
