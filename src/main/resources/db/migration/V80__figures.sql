-- What closed cases add up to, counted in the transaction that folds each of them (docs/decisions/081).

-- What is counted: of a version of a process, an agent or a list. Rows are only ever added.
CREATE TABLE ringback.figure (
    id    integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind  text NOT NULL
        CHECK (kind IN ('CASE', 'PASS', 'FLOW', 'END', 'RULE', 'TO_CALL', 'CALL', 'AFTER_CALL', 'LEFT')),
    owner text NOT NULL,
    name  text NOT NULL,
    UNIQUE (kind, owner, name)
);

-- How often, by the time at which the case was closed and by how long it took.
CREATE TABLE ringback.figure_count (
    figure integer     NOT NULL, -- a figure's id, without a key to it: it would be checked with each count
    grain  smallint    NOT NULL CHECK (grain BETWEEN 0 AND 2), -- a quarter of an hour, a day or a month, of UTC
    at     timestamptz NOT NULL, -- the beginning of it
    value  bigint      NOT NULL CHECK (value >= 0), -- milliseconds, rounded (Rounded.java); 0 for what has no length
    count  integer     NOT NULL CHECK (count > 0),
    PRIMARY KEY (figure, grain, at, value)
) WITH (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.05);

-- The receptions of an agent by time: each began and ended in the trail.
CREATE INDEX audit_event_reception ON ringback.audit_event (agent_id, at, id)
    WHERE type IN ('RECEIVING_STARTED', 'RECEIVING_STOPPED');
