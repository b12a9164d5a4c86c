-- Times agreed on with callers (docs/decisions/061): kept although the list is closed, where somebody insists on that.
ALTER TABLE ringback.callback
    ADD COLUMN outside_hours boolean NOT NULL DEFAULT false,
    ADD CONSTRAINT callback_outside_hours CHECK (time_agreed OR NOT outside_hours);

-- Whether the agent who chose the time of the next offer insisted on it.
ALTER TABLE ringback.attempt
    ADD COLUMN retry_insisted boolean NOT NULL DEFAULT false;
