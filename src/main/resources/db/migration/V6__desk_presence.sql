-- When an agent's desk was last heard of. A table of its own, so that heartbeats never wait for the locks of a Save.
CREATE TABLE ringback.desk_presence (
    agent_id text PRIMARY KEY REFERENCES ringback.account (id),
    desk_id  uuid, -- the open page that is the agent's desk; null when only programs have had a stream
    seen_at  timestamptz NOT NULL
);
-- Every row is updated four times a minute: no index on what changes, and room on each page for the next versions.
ALTER TABLE ringback.desk_presence
    SET (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 1000);
