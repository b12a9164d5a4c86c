-- Times agreed on with callers (docs/decisions/061): kept although the list is closed, where somebody insists on that.
ALTER TABLE ringback.callback
    ADD COLUMN outside_hours boolean NOT NULL DEFAULT false,
    ADD CONSTRAINT callback_outside_hours CHECK (time_agreed OR NOT outside_hours);

-- Whether the agent who chose the time of the next offer insisted on it.
ALTER TABLE ringback.attempt
    ADD COLUMN retry_insisted boolean NOT NULL DEFAULT false;

-- Allocation: appointments whose time has come before all others of their list, then the oldest.
CREATE INDEX callback_turn ON ringback.callback
    (list_id, time_agreed DESC, (CASE WHEN time_agreed THEN eligible_at ELSE priority_at END), created_at, id)
    WHERE status = 'WAITING' AND set_aside_at IS NULL;
DROP INDEX ringback.callback_waiting;
