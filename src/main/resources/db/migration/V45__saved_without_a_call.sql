-- Outcomes saved although nobody had called are told apart from calls, and not counted as such (docs/decisions/061).
ALTER TABLE ringback.attempt
    ADD COLUMN without_call boolean NOT NULL DEFAULT false;

-- What stands for a call was begun and ended by the same Save, and no telephone system has told of it.
UPDATE ringback.attempt SET without_call = true
WHERE from_desk AND external_call_id IS NULL AND started_at = ended_at AND call_status IS NOT NULL;

CREATE OR REPLACE FUNCTION ringback.describe_attempt() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    SELECT c.list_id,
           NEW.started_at < c.due_at,
           NOT NEW.without_call AND NOT EXISTS (
               SELECT 1 FROM ringback.attempt a WHERE a.callback_id = NEW.callback_id AND NOT a.without_call)
    INTO NEW.list_id, NEW.before_due, NEW.first_call
    FROM ringback.callback c WHERE c.id = NEW.callback_id;
    RETURN NEW;
END
$$;

CREATE INDEX attempt_called ON ringback.attempt (list_id, ended_at, call_status, agent_id)
    WHERE call_status IS NOT NULL AND NOT without_call;

-- What was summed up already stays as it was counted.
CREATE OR REPLACE VIEW ringback.list_happening AS
SELECT list_id, created_at AS at, 1 AS requested, 0 AS merged, 0 AS resolved, 0 AS expired, 0 AS cancelled,
       0 AS answered, 0 AS busy, 0 AS no_answer, 0 AS other, 0 AS first_calls, 0 AS before_due
FROM ringback.callback
UNION ALL
SELECT list_id, closed_at, 0, (status = 'MERGED')::int, (status = 'RESOLVED')::int, (status = 'EXPIRED')::int,
       (status = 'CANCELLED')::int, 0, 0, 0, 0, 0, 0
FROM ringback.callback WHERE closed_at IS NOT NULL
UNION ALL
SELECT list_id, ended_at, 0, 0, 0, 0, 0, (call_status = 'ANSWERED')::int, (call_status = 'BUSY')::int,
       (call_status = 'NO_ANSWER')::int, (call_status = 'OTHER')::int, 0, 0
FROM ringback.attempt WHERE call_status IS NOT NULL AND NOT without_call
UNION ALL
SELECT list_id, started_at, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, before_due::int
FROM ringback.attempt WHERE first_call;
