-- A file whose sender says how it is to be read: which encoding it is in, which column is which field, whether the day or the
-- month comes first, and what its wrong cells should have said. So it is kept until it is confirmed, at most an hour.
ALTER TABLE ringback.import_file
    ADD COLUMN layout jsonb,                          -- how it is read; null for the names and times of the API
    ADD COLUMN mends  jsonb,                          -- what has been written over its cells
    ADD COLUMN kept   bytea,                          -- as it was sent, while nobody has to look at it
    ADD COLUMN asks   boolean NOT NULL DEFAULT false, -- whether its sender is asked, and may change that, until it is confirmed
    ADD COLUMN asking boolean NOT NULL DEFAULT false, -- whether something has to be answered first
    ADD CONSTRAINT import_kept_until_confirmed CHECK (kept IS NULL OR confirmed_at IS NULL),
    ADD CONSTRAINT import_kept_or_looked_at CHECK (kept IS NULL OR content IS NULL),
    ADD CONSTRAINT import_mends_until_confirmed CHECK (mends IS NULL OR confirmed_at IS NULL),
    ADD CONSTRAINT import_asking_what_is_kept CHECK (NOT asking OR asks AND kept IS NOT NULL);

-- The cells of a row with errors, so that they can be mended; until the file is confirmed.
ALTER TABLE ringback.import_row
    ADD COLUMN cells jsonb,
    ADD CONSTRAINT import_row_cells_of_errors CHECK (cells IS NULL OR errors IS NOT NULL AND result IS NULL);

-- What the headings of files mean, as somebody has said: for one list, or ('') for files that name the list of each row.
CREATE TABLE ringback.import_heading (
    list_id  text        NOT NULL,
    heading  text        NOT NULL, -- its letters only
    field    text        NOT NULL, -- as in a file of our own; '-' when it is left out
    said_at  timestamptz NOT NULL,
    PRIMARY KEY (list_id, heading)
);
