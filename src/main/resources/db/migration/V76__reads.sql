-- Who has looked at what (docs/decisions/079). A read is an audit event whose type begins with LOOKED_AT: kept from other
-- programs and from the history that supervisors see.
CREATE OR REPLACE FUNCTION ringback.is_outgoing(callback_id uuid, type text) RETURNS boolean LANGUAGE sql IMMUTABLE AS
$$
SELECT callback_id IS NOT NULL AND NOT starts_with(type, 'LOOKED_AT')
    OR type IN ('RECEIVING_STARTED', 'RECEIVING_STOPPED', 'TRAIL_ANCHORED', 'TRAIL_BROKEN')
$$;

CREATE INDEX audit_read_by_actor ON ringback.audit_event (actor, id) WHERE starts_with(type, 'LOOKED_AT');
CREATE INDEX audit_read_of_callback ON ringback.audit_event (callback_id, id)
    WHERE starts_with(type, 'LOOKED_AT') AND callback_id IS NOT NULL;
CREATE INDEX audit_read_of_agent ON ringback.audit_event (agent_id, id)
    WHERE starts_with(type, 'LOOKED_AT') AND agent_id IS NOT NULL;
CREATE INDEX audit_read_sought ON ringback.audit_event ((details ->> 'sought'), id)
    WHERE starts_with(type, 'LOOKED_AT') AND details ->> 'sought' IS NOT NULL;
CREATE INDEX audit_reads ON ringback.audit_event (id) WHERE starts_with(type, 'LOOKED_AT');

-- What somebody has just looked at: asking again for the same within minutes is the same read. Nothing of it can be
-- read, and old rows go.
CREATE TABLE ringback.recent_read (
    reader      text        NOT NULL,
    fingerprint bytea       NOT NULL,
    at          timestamptz NOT NULL,
    PRIMARY KEY (reader, fingerprint)
);
CREATE INDEX recent_read_age ON ringback.recent_read (at);

-- What a search was for, as keyed hashes; the event of the search names the search. To forget that a number was ever
-- looked for is to delete its hashes here: the trail stays as it is.
CREATE TABLE ringback.sought (
    hash   bytea NOT NULL,
    search uuid  NOT NULL,
    PRIMARY KEY (hash, search)
);

-- One row: who has to say what for, and the key of the hashes, sealed where the server has a key to seal with.
CREATE TABLE ringback.reading (
    only_one  boolean PRIMARY KEY DEFAULT true CHECK (only_one),
    purpose   text NOT NULL DEFAULT 'NOBODY' CHECK (purpose IN ('NOBODY', 'AUDITORS', 'EVERYONE')),
    hash_key  text
);
INSERT INTO ringback.reading DEFAULT VALUES;
