-- Requests that come again (docs/decisions/027): an external id counts as long as its callback is open, and a time that an
-- agent has agreed on is told apart from one that a rule gives.

-- The how-manieth callback of its external id: a new one may follow when the one before is closed.
ALTER TABLE ringback.callback
    ADD COLUMN external_use integer NOT NULL DEFAULT 1 CHECK (external_use > 0),
    ADD COLUMN time_agreed  boolean NOT NULL DEFAULT false;

CREATE UNIQUE INDEX callback_external_use ON ringback.callback (source, external_id, external_use)
    WHERE external_id IS NOT NULL;
DROP INDEX ringback.callback_external;

UPDATE ringback.callback SET time_agreed = true
WHERE status = 'SCHEDULED' AND (
    SELECT details ->> 'decidedBy' FROM ringback.audit_event
    WHERE callback_id = callback.id AND type = 'RETRY_SCHEDULED'
    ORDER BY audit_event.id DESC LIMIT 1) = 'AGENT';
