-- Finding callbacks: leafing through all of them, those of a list, of a status, and the open ones, by age.
CREATE INDEX callback_created ON ringback.callback (created_at, id);
CREATE INDEX callback_of_list ON ringback.callback (list_id, created_at, id);
CREATE INDEX callback_of_status ON ringback.callback (status, created_at, id);
CREATE INDEX callback_open_created ON ringback.callback (created_at, id) WHERE closed_at IS NULL;

-- A file of requests between its upload and the end of its import.
CREATE TABLE ringback.import_file (
    id           uuid PRIMARY KEY,
    account_id   text        NOT NULL REFERENCES ringback.account (id),
    content_hash text        NOT NULL,
    created_at   timestamptz NOT NULL,
    confirmed_at timestamptz,
    finished_at  timestamptz,
    worked_at    timestamptz, -- when its worker was last heard of
    CONSTRAINT import_worked_when_confirmed CHECK ((confirmed_at IS NULL) = (worked_at IS NULL)),
    CONSTRAINT import_finished_after_confirmed CHECK (finished_at IS NULL OR confirmed_at IS NOT NULL)
);
CREATE INDEX import_file_age ON ringback.import_file (created_at);
CREATE INDEX import_file_at_work ON ringback.import_file (worked_at)
    WHERE confirmed_at IS NOT NULL AND finished_at IS NULL;

-- The request, which is personal data, is there from the upload until the row is dealt with.
CREATE TABLE ringback.import_row (
    import_id   uuid    NOT NULL REFERENCES ringback.import_file (id) ON DELETE CASCADE,
    row         integer NOT NULL,
    request     jsonb,
    errors      jsonb,
    outlook     text CHECK (outlook IN ('NEW', 'MERGE', 'ALREADY_THERE')),
    result      text CHECK (result IN ('CREATED', 'MERGED', 'ALREADY_THERE', 'FAILED', 'SKIPPED')),
    callback_id uuid,
    PRIMARY KEY (import_id, row),
    CONSTRAINT import_row_valid_or_not CHECK ((outlook IS NULL) = (errors IS NOT NULL) OR result = 'FAILED'),
    CONSTRAINT import_row_request_until_done CHECK ((request IS NOT NULL) = (outlook IS NOT NULL AND result IS NULL))
);
CREATE INDEX import_row_to_do ON ringback.import_row (import_id, row) WHERE result IS NULL AND request IS NOT NULL;
