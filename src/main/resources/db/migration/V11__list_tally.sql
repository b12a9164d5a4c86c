-- The live numbers of the lists, exact in every snapshot without counting all open callbacks (docs/decisions/021).

-- What has been counted. The number of open callbacks due until now + 1 h is "due", corrected by what the changes below
-- say, and by counting those between due_until and then, through an index; likewise "expiring". So the numbers are
-- exact wherever due_until and expires_until stand; they are only cheaper the less lies between.
CREATE TABLE ringback.list_tally (
    list_id       text PRIMARY KEY REFERENCES ringback.callback_list (id),
    open          bigint      NOT NULL DEFAULT 0,
    due           bigint      NOT NULL DEFAULT 0,
    due_until     timestamptz NOT NULL DEFAULT '-infinity',
    expiring      bigint      NOT NULL DEFAULT 0,
    expires_until timestamptz NOT NULL DEFAULT '-infinity'
);
ALTER TABLE ringback.list_tally SET (fillfactor = 50);

-- What has changed since: one row for each callback that became open (n = 1) or ceased to be (-1). Rows are only added
-- by those who change callbacks, so nobody waits for anybody; the sweep adds them to the tally and removes them.
CREATE TABLE ringback.list_change (
    list_id    text        NOT NULL,
    due_at     timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    n          smallint    NOT NULL CHECK (n IN (-1, 1))
);
CREATE INDEX list_change_of_list ON ringback.list_change (list_id);
ALTER TABLE ringback.list_change REPLICA IDENTITY FULL;
ALTER TABLE ringback.list_change SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000,
    autovacuum_analyze_scale_factor = 1, autovacuum_analyze_threshold = 5000);

-- Those between expires_until and the moment asked about; callback_open serves those between the due times.
CREATE INDEX callback_expiry ON ringback.callback (list_id, expires_at) WHERE closed_at IS NULL;

-- Who is active on a list, without a look at those who are not.
CREATE INDEX list_agent_on_list ON ringback.list_agent (list_id, agent_id) WHERE active;

CREATE FUNCTION ringback.begin_list_tally() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    INSERT INTO ringback.list_tally (list_id) VALUES (NEW.id);
    RETURN NULL;
END
$$;
CREATE TRIGGER callback_list_tally AFTER INSERT ON ringback.callback_list
    FOR EACH ROW EXECUTE FUNCTION ringback.begin_list_tally();

CREATE FUNCTION ringback.note_opened_callback() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    INSERT INTO ringback.list_change (list_id, due_at, expires_at, n)
    VALUES (NEW.list_id, NEW.due_at, NEW.expires_at, 1);
    RETURN NULL;
END
$$;
CREATE FUNCTION ringback.note_gone_callback() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    INSERT INTO ringback.list_change (list_id, due_at, expires_at, n)
    VALUES (OLD.list_id, OLD.due_at, OLD.expires_at, -1);
    RETURN NULL;
END
$$;

-- The conditions are looked at before anything is called: most changes of a callback do not concern the numbers.
CREATE TRIGGER callback_opened AFTER INSERT ON ringback.callback
    FOR EACH ROW WHEN (NEW.closed_at IS NULL) EXECUTE FUNCTION ringback.note_opened_callback();
CREATE TRIGGER callback_deleted AFTER DELETE ON ringback.callback
    FOR EACH ROW WHEN (OLD.closed_at IS NULL) EXECUTE FUNCTION ringback.note_gone_callback();
CREATE TRIGGER callback_no_longer_so AFTER UPDATE ON ringback.callback
    FOR EACH ROW WHEN (OLD.closed_at IS NULL AND (NEW.closed_at IS NOT NULL
        OR (OLD.list_id, OLD.due_at, OLD.expires_at) IS DISTINCT FROM (NEW.list_id, NEW.due_at, NEW.expires_at)))
    EXECUTE FUNCTION ringback.note_gone_callback();
CREATE TRIGGER callback_now_so AFTER UPDATE ON ringback.callback
    FOR EACH ROW WHEN (NEW.closed_at IS NULL AND (OLD.closed_at IS NOT NULL
        OR (OLD.list_id, OLD.due_at, OLD.expires_at) IS DISTINCT FROM (NEW.list_id, NEW.due_at, NEW.expires_at)))
    EXECUTE FUNCTION ringback.note_opened_callback();

-- Counts everything anew, while everything goes on. Needed only after somebody has changed rows with the triggers off.
CREATE FUNCTION ringback.rebuild_list_tally() RETURNS void LANGUAGE plpgsql AS
$$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('ringback.list_tally', 0)); -- no sweep meanwhile
    -- One statement, so one snapshot: what it counts includes exactly the changes it removes.
    WITH counted AS (
        SELECT list.id, count(callback.id) AS open
        FROM ringback.callback_list list
        LEFT JOIN ringback.callback ON callback.list_id = list.id AND callback.closed_at IS NULL
        GROUP BY list.id),
    included AS (DELETE FROM ringback.list_change)
    INSERT INTO ringback.list_tally (list_id, open)
    SELECT id, open FROM counted
    ON CONFLICT (list_id) DO UPDATE
    SET open = excluded.open, due = 0, due_until = '-infinity', expiring = 0, expires_until = '-infinity';
END
$$;

-- The lists whose tally does not agree with their callbacks: always empty.
CREATE VIEW ringback.list_tally_error AS
SELECT list.id AS list_id,
       tally.open + change.open AS open, counted.open AS counted_open,
       tally.due + change.due AS due, counted.due AS counted_due,
       tally.expiring + change.expiring AS expiring, counted.expiring AS counted_expiring
FROM ringback.callback_list list
LEFT JOIN ringback.list_tally tally ON tally.list_id = list.id
CROSS JOIN LATERAL (
    SELECT coalesce(sum(n), 0) AS open,
           coalesce(sum(n) FILTER (WHERE due_at <= tally.due_until), 0) AS due,
           coalesce(sum(n) FILTER (WHERE expires_at <= tally.expires_until), 0) AS expiring
    FROM ringback.list_change WHERE list_id = list.id) change
CROSS JOIN LATERAL (
    SELECT count(*) AS open,
           count(*) FILTER (WHERE due_at <= tally.due_until) AS due,
           count(*) FILTER (WHERE expires_at <= tally.expires_until) AS expiring
    FROM ringback.callback WHERE list_id = list.id AND closed_at IS NULL) counted
WHERE (tally.open + change.open, tally.due + change.due, tally.expiring + change.expiring)
    IS DISTINCT FROM (counted.open, counted.due, counted.expiring);

-- After the triggers, whose making has kept out whoever changes callbacks until this is committed.
SELECT ringback.rebuild_list_tally();
