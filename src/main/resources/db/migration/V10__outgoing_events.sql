-- What other programs are told: each audit row about a callback or a reception becomes an event of one stream.

-- Audit rows that are not in the stream yet. Written by the trigger below in the transaction of the change itself.
CREATE TABLE ringback.outgoing_new (
    audit_id bigint PRIMARY KEY
);
ALTER TABLE ringback.outgoing_new SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);

-- The stream. Numbers are given after commit, one batch at a time, without gaps: nothing appears later below a number
-- that somebody has read.
CREATE TABLE ringback.outgoing_event (
    sequence bigint PRIMARY KEY CHECK (sequence > 0),
    audit_id bigint NOT NULL UNIQUE,
    event_id uuid   NOT NULL UNIQUE DEFAULT gen_random_uuid()
);

-- One row; whoever has locked it gives the numbers.
CREATE TABLE ringback.outgoing_stream (
    only_one      boolean PRIMARY KEY DEFAULT true CHECK (only_one),
    installation  uuid    NOT NULL DEFAULT gen_random_uuid(),
    last_sequence bigint  NOT NULL
);

CREATE FUNCTION ringback.is_outgoing(callback_id uuid, type text) RETURNS boolean LANGUAGE sql IMMUTABLE AS
$$
SELECT callback_id IS NOT NULL OR type IN ('RECEIVING_STARTED', 'RECEIVING_STOPPED')
$$;

INSERT INTO ringback.outgoing_event (sequence, audit_id)
SELECT row_number() OVER (ORDER BY id), id FROM ringback.audit_event WHERE ringback.is_outgoing(callback_id, type);
INSERT INTO ringback.outgoing_stream (last_sequence)
SELECT coalesce(max(sequence), 0) FROM ringback.outgoing_event;

CREATE FUNCTION ringback.note_outgoing() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    INSERT INTO ringback.outgoing_new (audit_id) VALUES (NEW.id);
    RETURN NULL;
END
$$;
CREATE TRIGGER audit_event_outgoing AFTER INSERT ON ringback.audit_event
    FOR EACH ROW WHEN (ringback.is_outgoing(NEW.callback_id, NEW.type)) EXECUTE FUNCTION ringback.note_outgoing();

-- Where events are sent.
CREATE TABLE ringback.webhook (
    id               uuid PRIMARY KEY,
    name             text        NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 100),
    url              text        NOT NULL CHECK (length(url) BETWEEN 1 AND 2000),
    types            text[]      NOT NULL, -- none: all
    lists            text[]      NOT NULL, -- none: all
    personal_data    boolean     NOT NULL,
    enabled          boolean     NOT NULL,
    disabled_because text,
    secret           text        NOT NULL CHECK (secret LIKE 'whsec\_%'),
    previous_secret  text CHECK (previous_secret LIKE 'whsec\_%'),
    previous_until   timestamptz,
    taken_to         bigint      NOT NULL CHECK (taken_to >= 0), -- the last event that was looked at for it
    created_at       timestamptz NOT NULL,
    version          bigint      NOT NULL DEFAULT 1,
    CONSTRAINT webhook_previous_secret CHECK ((previous_secret IS NULL) = (previous_until IS NULL)),
    CONSTRAINT webhook_disabled CHECK (disabled_because IS NULL OR NOT enabled)
);

-- One event for one webhook. The lane is the callback or agent it is about: order is kept within a lane.
CREATE TABLE ringback.webhook_delivery (
    webhook_id  uuid        NOT NULL REFERENCES ringback.webhook (id) ON DELETE CASCADE,
    sequence    bigint      NOT NULL,
    lane        text        NOT NULL,
    status      text        NOT NULL CHECK (status IN ('PENDING', 'DELIVERED', 'DEAD')),
    attempts    integer     NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    tried_at    timestamptz,
    http_status integer,
    error       text CHECK (length(error) <= 200),
    finished_at timestamptz,
    PRIMARY KEY (webhook_id, sequence),
    CONSTRAINT webhook_delivery_finished CHECK ((status = 'PENDING') = (finished_at IS NULL))
);
CREATE UNIQUE INDEX webhook_delivery_pending ON ringback.webhook_delivery (webhook_id, lane, sequence)
    WHERE status = 'PENDING';
CREATE INDEX webhook_delivery_dead ON ringback.webhook_delivery (webhook_id, sequence) WHERE status = 'DEAD';
CREATE INDEX webhook_delivery_done ON ringback.webhook_delivery (webhook_id, finished_at)
    WHERE status = 'DELIVERED';
ALTER TABLE ringback.webhook_delivery SET (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02);

-- A lane in which something is pending, and when its first event is to be sent. A claimed one is being sent by some
-- node; next_at is then when the claim runs out.
CREATE TABLE ringback.webhook_lane (
    webhook_id uuid        NOT NULL REFERENCES ringback.webhook (id) ON DELETE CASCADE,
    lane       text        NOT NULL,
    next_at    timestamptz NOT NULL,
    claim      uuid,
    PRIMARY KEY (webhook_id, lane)
);
CREATE INDEX webhook_lane_due ON ringback.webhook_lane (webhook_id, next_at, lane);
ALTER TABLE ringback.webhook_lane SET (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 500);
