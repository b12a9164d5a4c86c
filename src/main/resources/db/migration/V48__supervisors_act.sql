-- What supervisors do with callbacks (docs/decisions/063): offer one before all others, keep it for an agent, move it to
-- another list, write a note.

-- When it was put before all others, for whom it is kept and how long, and the list it was asked for on (null: list_id).
ALTER TABLE ringback.callback
    ADD COLUMN expedited_at  timestamptz,
    ADD COLUMN kept_for      text REFERENCES ringback.account (id),
    ADD COLUMN kept_until    timestamptz,
    ADD COLUMN asked_list_id text REFERENCES ringback.callback_list (id),
    ADD CONSTRAINT callback_kept_until CHECK ((kept_for IS NULL) = (kept_until IS NULL));

-- The turns of a list come straight from this index, as before: what is not expedited is last in the first column.
-- Then come appointments, by their time (docs/decisions/061), and then the oldest.
DROP INDEX ringback.callback_waiting;
CREATE INDEX callback_turn ON ringback.callback
    (list_id, expedited_at DESC NULLS LAST, time_agreed DESC,
     (CASE WHEN time_agreed THEN eligible_at ELSE priority_at END), created_at, id)
    WHERE status = 'WAITING' AND set_aside_at IS NULL;
CREATE INDEX callback_kept ON ringback.callback (kept_for) WHERE kept_for IS NOT NULL AND closed_at IS NULL;

-- Notes of supervisors; personal data, so not in the trail, which only says that there is one.
CREATE TABLE ringback.callback_note (
    id          uuid PRIMARY KEY,
    callback_id uuid        NOT NULL REFERENCES ringback.callback (id) ON DELETE CASCADE,
    at          timestamptz NOT NULL,
    author      text        NOT NULL REFERENCES ringback.account (id),
    note        text        NOT NULL CHECK (length(note) > 0)
);
CREATE INDEX callback_note_of_callback ON ringback.callback_note (callback_id, at, id);
