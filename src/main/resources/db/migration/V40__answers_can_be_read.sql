-- Which form the answers of a call were given to: its labels say what they mean, also when it has been changed since.
ALTER TABLE ringback.attempt
    ADD COLUMN form_key     text,
    ADD COLUMN form_version integer,
    ADD CONSTRAINT attempt_form_with_version CHECK ((form_key IS NULL) = (form_version IS NULL));
-- Callbacks by how their calls were classified.
CREATE INDEX attempt_answers ON ringback.attempt USING gin (form_data jsonb_path_ops) WHERE form_data IS NOT NULL;
