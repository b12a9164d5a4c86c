-- Calls as the desk and the telephone system tell of them, in whatever order; and none goes on for ever.

ALTER TABLE ringback.callback
    ADD COLUMN call_ends_by  timestamptz,
    ADD COLUMN call_asked_at timestamptz;
UPDATE ringback.callback SET call_ends_by = now() + interval '4 hours' WHERE phase = 'IN_CALL';
ALTER TABLE ringback.callback
    ADD CONSTRAINT callback_call_has_a_limit
        CHECK (coalesce(phase = 'IN_CALL', false) = (call_ends_by IS NOT NULL)),
    ADD CONSTRAINT callback_asked_after_the_call CHECK (call_asked_at IS NULL OR phase = 'AFTER_CALL');

-- start_told and end_told are by the clock of the telephone system; retry_at is the agent's own date.
ALTER TABLE ringback.attempt
    ADD COLUMN from_desk  boolean NOT NULL DEFAULT false,
    ADD COLUMN start_told timestamptz,
    ADD COLUMN end_told   timestamptz,
    ADD COLUMN retry_at   timestamptz;
UPDATE ringback.attempt SET start_told = started_at WHERE external_call_id IS NOT NULL;
CREATE INDEX attempt_of_allocation ON ringback.attempt (allocation_id, started_at, id);

-- Ends of calls whose start was not told yet; kept for a day.
CREATE TABLE ringback.call_end (
    agent_id         text        NOT NULL REFERENCES ringback.agent (id),
    external_call_id text        NOT NULL,
    at               timestamptz NOT NULL,
    told_at          timestamptz NOT NULL,
    recording_url    text,
    PRIMARY KEY (agent_id, external_call_id, at)
);
CREATE INDEX call_end_told ON ringback.call_end (agent_id, told_at);
