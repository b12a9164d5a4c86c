-- Cases that designers have kept with a process: they are played at each check, and must end as they did.
CREATE TABLE ringback.process_example (
    process      text        NOT NULL CHECK (length(process) BETWEEN 1 AND 255),
    name         text        NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    list_id      text REFERENCES ringback.callback_list (id),
    example      jsonb       NOT NULL,
    ends_at      text,       -- the element; null when any end will do
    ends_as      text,       -- the status of the callback
    saved_by     text        NOT NULL REFERENCES ringback.account (id),
    saved_at     timestamptz NOT NULL,
    PRIMARY KEY (process, name)
);
