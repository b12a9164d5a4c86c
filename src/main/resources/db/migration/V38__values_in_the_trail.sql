-- The trail keeps values, so that pages can tell of them in any language. Rows from before have none; what is written in
-- their reason and details is shown as it is.
ALTER TABLE ringback.audit_event
    ADD COLUMN because jsonb, -- {"code": of a closed set, "words": what somebody has said}
    ADD COLUMN changed jsonb; -- {name: {"before": value, "after": value}}
