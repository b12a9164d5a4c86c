-- When the callers of a list may be called; null: always. Changed apart from the other settings.
ALTER TABLE ringback.callback_list
    ADD COLUMN hours         jsonb,
    ADD COLUMN hours_version bigint NOT NULL DEFAULT 0;

-- From when a callback was meant to be offered, calling hours aside (null: eligible_at), and when its list closes after
-- eligible_at (null: it does not; the epoch: to be looked up again, because the hours were changed).
ALTER TABLE ringback.callback
    ADD COLUMN earliest_at timestamptz,
    ADD COLUMN offer_until timestamptz;

-- The next ones whose list closes.
CREATE INDEX callback_offer_until ON ringback.callback (offer_until)
    WHERE status IN ('WAITING', 'SCHEDULED') AND set_aside_at IS NULL AND offer_until IS NOT NULL;
