-- What an agent is told about the end of a reception: when, after which limit of the list, and a supervisor's words.
ALTER TABLE ringback.agent
    ADD COLUMN stopped_at       timestamptz,
    ADD COLUMN stopped_limit_ms bigint CHECK (stopped_limit_ms > 0),
    ADD COLUMN stopped_note     text;
UPDATE ringback.agent SET stopped_at = now() WHERE stopped_because IS NOT NULL;
ALTER TABLE ringback.agent
    ADD CONSTRAINT agent_stopped CHECK ((stopped_because IS NULL) = (stopped_at IS NULL));
