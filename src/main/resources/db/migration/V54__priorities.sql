-- How urgent a callback is, by the decision callbackPriority as it was asked for (docs/decisions/067): the higher, the earlier it
-- is offered, behind what a supervisor has put before all others.
ALTER TABLE ringback.callback
    ADD COLUMN priority smallint NOT NULL DEFAULT 0,
    ADD CONSTRAINT callback_priority CHECK (priority BETWEEN 0 AND 9);

DROP INDEX ringback.callback_turn;
CREATE INDEX callback_turn ON ringback.callback
    (list_id, expedited_at DESC NULLS LAST, priority DESC, time_agreed DESC,
     (CASE WHEN time_agreed THEN eligible_at ELSE priority_at END), created_at, id)
    WHERE status = 'WAITING' AND set_aside_at IS NULL;
