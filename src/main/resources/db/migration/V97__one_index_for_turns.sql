-- Told that its callbacks are not closed, as whoever asks for the longest wait says and who hands out does not: on a table that was
-- nearly empty when it was last analysed, a kept plan would else sort all that wait on a list (docs/decisions/013).
CREATE INDEX callback_waiting_open ON ringback.callback (list_id, eligible_at)
    WHERE status = 'WAITING' AND set_aside_at IS NULL AND closed_at IS NULL;
DROP INDEX ringback.callback_waiting_since;
ALTER INDEX ringback.callback_waiting_open RENAME TO callback_waiting_since;
