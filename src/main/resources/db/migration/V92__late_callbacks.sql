-- Pages of overdue callbacks, at any number of open ones (docs/decisions/088). Only what is marked overdue is in these two, so what
-- is called in time costs nothing here.
CREATE INDEX callback_late ON ringback.callback (created_at, id) WHERE closed_at IS NULL AND overdue;
CREATE INDEX callback_late_of_list ON ringback.callback (list_id, created_at, id) WHERE closed_at IS NULL AND overdue;

-- With the mark at the end, those that are due and not marked yet are found without looking at the others' rows.
CREATE INDEX callback_open_marked ON ringback.callback (list_id, due_at, expires_at, overdue) WHERE closed_at IS NULL;
DROP INDEX ringback.callback_open;
ALTER INDEX ringback.callback_open_marked RENAME TO callback_open;
