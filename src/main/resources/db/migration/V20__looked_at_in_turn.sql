-- A file waits for its turn to be looked at: one of an account at a time, in the background, outside of any request.
ALTER TABLE ringback.import_file
    ADD COLUMN list_id    text,
    ADD COLUMN source     text,
    ADD COLUMN row_count  integer NOT NULL DEFAULT 0,
    ADD COLUMN content    bytea,       -- as it was sent, until it was looked at
    ADD COLUMN looking_at timestamptz, -- when whoever looks at it was last heard of
    ADD COLUMN looked_at  timestamptz, -- when that was done
    ADD CONSTRAINT import_looked_at_before_confirmed CHECK (content IS NULL OR confirmed_at IS NULL),
    ADD CONSTRAINT import_content_until_looked_at CHECK (content IS NULL OR looked_at IS NULL);
CREATE INDEX import_file_to_look_at ON ringback.import_file (account_id, created_at, id) WHERE content IS NOT NULL;
CREATE INDEX import_file_to_import ON ringback.import_file (account_id, confirmed_at, id)
    WHERE confirmed_at IS NOT NULL AND finished_at IS NULL;
UPDATE ringback.import_file AS file
SET row_count = (SELECT count(*) FROM ringback.import_row WHERE import_id = file.id), looked_at = created_at;
