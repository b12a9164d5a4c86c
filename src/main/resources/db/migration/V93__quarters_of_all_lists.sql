-- Of each quarter of an hour what list_quarter has of all lists together, those archived included (docs/decisions/088): the charts of
-- all lists read 1,344 rows for two weeks, however many lists there are.
CREATE TABLE ringback.all_quarter (
    at          timestamptz PRIMARY KEY,
    requested   bigint NOT NULL,
    merged      bigint NOT NULL,
    resolved    bigint NOT NULL,
    expired     bigint NOT NULL,
    cancelled   bigint NOT NULL,
    answered    bigint NOT NULL,
    busy        bigint NOT NULL,
    no_answer   bigint NOT NULL,
    other       bigint NOT NULL,
    first_calls bigint NOT NULL,
    before_due  bigint NOT NULL
);
INSERT INTO ringback.all_quarter
SELECT at, sum(requested), sum(merged), sum(resolved), sum(expired), sum(cancelled), sum(answered), sum(busy), sum(no_answer),
       sum(other), sum(first_calls), sum(before_due)
FROM ringback.list_quarter GROUP BY at;

-- By statement, since they are summed up a day and all lists at a time.
CREATE FUNCTION ringback.note_quarters() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    INSERT INTO ringback.all_quarter AS total
    SELECT at, sum(requested), sum(merged), sum(resolved), sum(expired), sum(cancelled), sum(answered), sum(busy), sum(no_answer),
           sum(other), sum(first_calls), sum(before_due)
    FROM added GROUP BY at ORDER BY at
    ON CONFLICT (at) DO UPDATE SET
        requested = total.requested + excluded.requested, merged = total.merged + excluded.merged,
        resolved = total.resolved + excluded.resolved, expired = total.expired + excluded.expired,
        cancelled = total.cancelled + excluded.cancelled, answered = total.answered + excluded.answered,
        busy = total.busy + excluded.busy, no_answer = total.no_answer + excluded.no_answer,
        other = total.other + excluded.other, first_calls = total.first_calls + excluded.first_calls,
        before_due = total.before_due + excluded.before_due;
    RETURN NULL;
END
$$;
CREATE TRIGGER list_quarter_added AFTER INSERT ON ringback.list_quarter
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION ringback.note_quarters();

-- Quarters are only ever removed all together, to be counted anew.
CREATE FUNCTION ringback.forget_quarters() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    IF EXISTS (SELECT FROM ringback.list_quarter) THEN
        RAISE EXCEPTION 'expected all rows of list_quarter to be deleted, but some stay';
    END IF;
    DELETE FROM ringback.all_quarter;
    RETURN NULL;
END
$$;
CREATE TRIGGER list_quarter_removed AFTER DELETE ON ringback.list_quarter
    FOR EACH STATEMENT EXECUTE FUNCTION ringback.forget_quarters();
