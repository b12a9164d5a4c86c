-- The attributes of requests that some list lets, or has let, processes read (docs/decisions/067). Names are never taken out:
-- a process that reads one goes on with nothing in its place when no list lets it any more.
CREATE TABLE ringback.process_attribute (
    name text PRIMARY KEY CHECK (name ~ '^[A-Za-z_][A-Za-z0-9_]{0,39}$')
);
