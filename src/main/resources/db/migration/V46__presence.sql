-- When anything was last heard of an agent beside the answers of a desk's page (desk_presence): a call of the desk by a
-- page or a program. Rows of their own, since a desk that once had a stream is taken for lost when it falls silent.
CREATE TABLE ringback.agent_seen (
    agent_id text PRIMARY KEY REFERENCES ringback.account (id),
    seen_at  timestamptz, -- null when the agent has only been signed out
    left_at  timestamptz  -- when the agent signed out, or was signed out; null once something was heard again
);
ALTER TABLE ringback.agent_seen
    SET (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 1000);

-- What agents can be away for: the centre's own words, with a name for each language in which it is another one.
CREATE TABLE ringback.away_reason (
    id          text PRIMARY KEY CHECK (id ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
    name        text    NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
    name_en     text CHECK (length(name_en) BETWEEN 1 AND 60),
    name_fi     text CHECK (length(name_fi) BETWEEN 1 AND 60),
    name_sv     text CHECK (length(name_sv) BETWEEN 1 AND 60),
    place       integer NOT NULL,
    archived_at timestamptz
);
INSERT INTO ringback.away_reason (id, name, name_fi, name_sv, place)
VALUES ('lunch', 'Lunch', 'Lounas', NULL, 1),
       ('break', 'Break', 'Tauko', 'Rast', 2),
       ('training', 'Training', 'Koulutus', 'Utbildning', 3),
       ('meeting', 'Meeting', 'Palaveri', 'Möte', 4);

ALTER TABLE ringback.agent
    ADD COLUMN away_reason text REFERENCES ringback.away_reason (id),
    ADD COLUMN away_since  timestamptz,
    ADD CONSTRAINT agent_away CHECK (
        (away_reason IS NULL OR away_since IS NOT NULL)
        AND (away_since IS NULL OR availability IN ('DO_NOT_DISTURB', 'OFFWORK')));

-- Each time an agent was away, from and to. It ends with another availability or reason, and when the agent signs out.
CREATE TABLE ringback.absence (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    agent_id     text        NOT NULL REFERENCES ringback.account (id),
    availability text        NOT NULL CHECK (availability IN ('DO_NOT_DISTURB', 'OFFWORK')),
    reason       text REFERENCES ringback.away_reason (id),
    started_at   timestamptz NOT NULL,
    ended_at     timestamptz CHECK (ended_at >= started_at)
);
CREATE UNIQUE INDEX absence_one_at_a_time ON ringback.absence (agent_id) WHERE ended_at IS NULL;
CREATE INDEX absence_start ON ringback.absence (started_at);
CREATE INDEX absence_of_agent ON ringback.absence (agent_id, started_at);
