-- Closed callbacks lose what says who the caller was, some time after closing or when it is asked for (docs/decisions/080).

ALTER TABLE ringback.callback
    ADD COLUMN forgotten_at timestamptz,
    ALTER COLUMN phone_number DROP NOT NULL,
    ADD CONSTRAINT callback_number_until_forgotten CHECK ((phone_number IS NULL) = (forgotten_at IS NOT NULL)),
    ADD CONSTRAINT callback_forgotten CHECK (
        forgotten_at IS NULL
        OR closed_at IS NOT NULL AND caller_name IS NULL AND external_id IS NULL AND attributes = '{}'
           AND draft IS NULL AND cancel_requested_because IS NULL AND set_aside_because IS NULL);

-- Those whose time comes first, list by list.
CREATE INDEX callback_to_forget ON ringback.callback (list_id, closed_at, id)
    WHERE closed_at IS NOT NULL AND forgotten_at IS NULL;

-- Erasures that were asked for; never with the number.
CREATE TABLE ringback.erasure (
    id       uuid PRIMARY KEY,
    asked_by text        NOT NULL REFERENCES ringback.account (id),
    asked_at timestamptz NOT NULL,
    reason   text        NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
    found    jsonb       NOT NULL -- how many of each kind have gone, or are going
);
CREATE INDEX erasure_newest ON ringback.erasure (asked_at DESC, id DESC);

-- Callbacks that are yet to be forgotten by one: those that an agent has in a call, or whose process still runs.
CREATE TABLE ringback.erasure_case (
    callback_id uuid PRIMARY KEY REFERENCES ringback.callback (id) ON DELETE CASCADE,
    erasure_id  uuid NOT NULL REFERENCES ringback.erasure (id)
);
CREATE INDEX erasure_case_of_erasure ON ringback.erasure_case (erasure_id);
