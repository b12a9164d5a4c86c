-- Processes may hold their callbacks back until they offer them (docs/decisions/068). ANY_TIME: agents are given it as soon as
-- its time has come; NOT_YET: its process has to offer it first; DONE: it has, and would have to again after an attempt.
ALTER TABLE ringback.callback
    ADD COLUMN offering text NOT NULL DEFAULT 'ANY_TIME' CHECK (offering IN ('ANY_TIME', 'NOT_YET', 'DONE'));

-- What is held back does not become eligible by time alone.
DROP INDEX ringback.callback_next_eligible;
CREATE INDEX callback_next_eligible ON ringback.callback (eligible_at)
    WHERE status = 'SCHEDULED' AND set_aside_at IS NULL AND offering <> 'NOT_YET';
CREATE INDEX callback_held_back ON ringback.callback (expires_at) WHERE offering = 'NOT_YET' AND closed_at IS NULL;
