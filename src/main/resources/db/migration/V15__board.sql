-- What supervisors see counted: per list, what has come in, been called and been closed, and when.

-- Each attempt says which list it is for, whether it is the first of its callback, and whether that was still in time.
ALTER TABLE ringback.attempt
    ADD COLUMN list_id    text,
    ADD COLUMN first_call boolean,
    ADD COLUMN before_due boolean;

UPDATE ringback.attempt a
SET list_id    = c.list_id,
    before_due = a.started_at < c.due_at,
    first_call = NOT EXISTS (
        SELECT 1 FROM ringback.attempt earlier
        WHERE earlier.callback_id = a.callback_id AND (earlier.started_at, earlier.id) < (a.started_at, a.id))
FROM ringback.callback c WHERE c.id = a.callback_id;

ALTER TABLE ringback.attempt
    ALTER COLUMN list_id SET NOT NULL,
    ALTER COLUMN first_call SET NOT NULL,
    ALTER COLUMN before_due SET NOT NULL;

-- The callback's row is locked by whoever calls, so that only one attempt can be the first.
CREATE FUNCTION ringback.describe_attempt() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    SELECT c.list_id,
           NEW.started_at < c.due_at,
           NOT EXISTS (SELECT 1 FROM ringback.attempt a WHERE a.callback_id = NEW.callback_id)
    INTO NEW.list_id, NEW.before_due, NEW.first_call
    FROM ringback.callback c WHERE c.id = NEW.callback_id;
    RETURN NEW;
END
$$;
CREATE TRIGGER attempt_described BEFORE INSERT ON ringback.attempt
    FOR EACH ROW EXECUTE FUNCTION ringback.describe_attempt();

CREATE INDEX callback_closed_when ON ringback.callback (list_id, closed_at, status) WHERE closed_at IS NOT NULL;
CREATE INDEX callback_waiting_since ON ringback.callback (list_id, eligible_at)
    WHERE status = 'WAITING' AND set_aside_at IS NULL;
CREATE INDEX attempt_first ON ringback.attempt (list_id, started_at, before_due) WHERE first_call;
CREATE INDEX attempt_saved ON ringback.attempt (list_id, ended_at, call_status, agent_id) WHERE call_status IS NOT NULL;
CREATE INDEX list_agent_of_agent ON ringback.list_agent (agent_id);

-- Everything that is counted, one row each.
CREATE VIEW ringback.list_happening AS
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
FROM ringback.attempt WHERE call_status IS NOT NULL
UNION ALL
SELECT list_id, started_at, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, before_due::int
FROM ringback.attempt WHERE first_call;

-- The same summed up by quarters of an hour, which all zones' hours and days consist of; up to list_counted.until.
CREATE TABLE ringback.list_quarter (
    list_id     text        NOT NULL,
    at          timestamptz NOT NULL,
    requested   integer     NOT NULL,
    merged      integer     NOT NULL,
    resolved    integer     NOT NULL,
    expired     integer     NOT NULL,
    cancelled   integer     NOT NULL,
    answered    integer     NOT NULL,
    busy        integer     NOT NULL,
    no_answer   integer     NOT NULL,
    other       integer     NOT NULL,
    first_calls integer     NOT NULL,
    before_due  integer     NOT NULL,
    PRIMARY KEY (list_id, at)
);

-- One row: before this time list_quarter counts, from then on list_happening.
CREATE TABLE ringback.list_counted (
    one   boolean PRIMARY KEY DEFAULT true CHECK (one),
    until timestamptz NOT NULL
);
INSERT INTO ringback.list_counted (until)
SELECT coalesce(date_bin('1 day', min(created_at), 'epoch'), 'epoch') FROM ringback.callback;

CREATE VIEW ringback.list_count AS
SELECT * FROM ringback.list_quarter
UNION ALL
SELECT * FROM ringback.list_happening WHERE at >= (SELECT until FROM ringback.list_counted);
