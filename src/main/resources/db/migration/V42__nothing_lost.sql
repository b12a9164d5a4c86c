-- A callback whose agent has called already is cancelled when the agent is done with it. It is remarked when something is
-- written beside it, so that nothing need be looked for beside the most.
ALTER TABLE ringback.callback
    ADD COLUMN cancel_requested_at timestamptz,
    ADD COLUMN cancel_requested_because text,
    ADD COLUMN remarked boolean NOT NULL DEFAULT false,
    ADD CONSTRAINT callback_cancel_requested CHECK (cancel_requested_because IS NULL OR cancel_requested_at IS NOT NULL);

-- What was entered and not saved stays with the call: note, own time and answers in their columns, the status apart, since
-- nothing follows from it.
ALTER TABLE ringback.attempt
    ADD COLUMN left_at timestamptz,
    ADD COLUMN left_status text CHECK (left_status IN ('ANSWERED', 'BUSY', 'NO_ANSWER', 'OTHER')),
    ADD CONSTRAINT attempt_left_or_saved CHECK (left_at IS NULL OR call_status IS NULL),
    ADD CONSTRAINT attempt_left_status CHECK (left_status IS NULL OR left_at IS NOT NULL);

-- The same for an allocation in which no call was made.
CREATE TABLE ringback.left_draft (
    allocation_id uuid PRIMARY KEY,
    callback_id   uuid        NOT NULL REFERENCES ringback.callback (id),
    agent_id      text        NOT NULL REFERENCES ringback.agent (id),
    left_at       timestamptz NOT NULL,
    call_status   text CHECK (call_status IN ('ANSWERED', 'BUSY', 'NO_ANSWER', 'OTHER')),
    note          text,
    retry_at      timestamptz,
    form_data     jsonb
);
CREATE INDEX left_draft_of_callback ON ringback.left_draft (callback_id, left_at);
