-- What proves that the trail is as it was written (decision 076).
ALTER TABLE ringback.audit_chain
    ADD COLUMN dropped_to bigint NOT NULL DEFAULT 0, -- events up to this one went with their parts, by retention
    ADD COLUMN dropped_by bigint;                    -- the event that tells of it

-- Some events in the order of their numbers, sealed together after the blocks before them.
CREATE TABLE ringback.audit_block (
    number   bigint PRIMARY KEY CHECK (number > 0),
    first_id bigint      NOT NULL,
    last_id  bigint      NOT NULL UNIQUE,
    absent   bigint[]    NOT NULL, -- numbers that were given and never written: from, to, from, to, …
    events   integer     NOT NULL, -- in this block
    total    bigint      NOT NULL, -- in this one and all before
    sealed_at timestamptz NOT NULL,
    content  bytea       NOT NULL, -- hash of the hashes of its events
    previous bytea       NOT NULL, -- hash of the block before, zeros before the first
    hash     bytea       NOT NULL,
    prints   bytea       NOT NULL, -- the first eight bytes of the hash of each event, to name the one that was changed
    CHECK (first_id <= last_id AND events >= 0)
);
CREATE INDEX audit_block_sealed ON ringback.audit_block (sealed_at, number);
ALTER TABLE ringback.audit_block ALTER COLUMN prints SET STORAGE EXTERNAL;

-- The last block of each day (UTC), to be kept elsewhere.
CREATE TABLE ringback.audit_anchor (
    day           date PRIMARY KEY,
    block         bigint NOT NULL,
    last_sequence bigint NOT NULL,
    count         bigint NOT NULL,
    hash          bytea  NOT NULL
);

CREATE FUNCTION ringback.refuse_chain_change() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    RAISE EXCEPTION 'the chain of the audit trail is append-only';
END
$$;
CREATE TRIGGER audit_block_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ringback.audit_block
    FOR EACH STATEMENT EXECUTE FUNCTION ringback.refuse_chain_change();
CREATE TRIGGER audit_anchor_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ringback.audit_anchor
    FOR EACH STATEMENT EXECUTE FUNCTION ringback.refuse_chain_change();

-- When the trail was checked, and what came of it. Not part of the proof: what is found is told in the trail as well.
CREATE TABLE ringback.audit_check (
    id          uuid PRIMARY KEY,
    actor       text        NOT NULL,
    started_at  timestamptz NOT NULL,
    seen_at     timestamptz NOT NULL, -- its node was at work on it
    finished_at timestamptz,
    checked     bigint      NOT NULL DEFAULT 0,
    expected    bigint      NOT NULL DEFAULT 0,
    from_at     timestamptz,
    to_at       timestamptz,
    dropped_to  bigint      NOT NULL DEFAULT 0,
    broken_at   bigint, -- sequence
    broken_why  text
);
CREATE INDEX audit_check_started ON ringback.audit_check (started_at);

-- Days are anchored, and a break is told, to those who have asked to be told.
CREATE OR REPLACE FUNCTION ringback.is_outgoing(callback_id uuid, type text) RETURNS boolean LANGUAGE sql IMMUTABLE AS
$$
SELECT callback_id IS NOT NULL OR type IN ('RECEIVING_STARTED', 'RECEIVING_STOPPED', 'TRAIL_ANCHORED', 'TRAIL_BROKEN')
$$;

-- Drops the parts that are sealed and whose last event is older than that, and tells so in the trail; answers up to which
-- number. Waits two seconds at most for those who write.
CREATE FUNCTION ringback.drop_audit_parts(before timestamptz) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$$
DECLARE
    chain ringback.audit_chain;
    old   record;
    newest timestamptz;
    upto  bigint;
BEGIN
    IF before > now() - interval '30 days' THEN
        RAISE EXCEPTION 'the trail is kept for 30 days at least';
    END IF;
    SET LOCAL lock_timeout = '2s';
    SELECT * INTO STRICT chain FROM ringback.audit_chain FOR UPDATE;
    FOR old IN SELECT * FROM ringback.audit_part WHERE end_id <= chain.sealed_to ORDER BY first_id LOOP
        EXECUTE format('SELECT max(at) FROM ringback.%I', old.part) INTO newest;
        EXIT WHEN newest >= before;
        EXECUTE format('ALTER TABLE ringback.audit_event DETACH PARTITION ringback.%I', old.part);
        EXECUTE format('DROP TABLE ringback.%I', old.part);
        upto := old.end_id - 1;
    END LOOP;
    IF upto IS NOT NULL THEN
        INSERT INTO ringback.audit_event (at, actor, type, details)
        VALUES (now(), 'system', 'TRAIL_DROPPED', jsonb_build_object('last', upto::text)) RETURNING id INTO chain.dropped_by;
        UPDATE ringback.audit_chain SET dropped_to = upto, dropped_by = chain.dropped_by;
    END IF;
    RETURN coalesce(upto, chain.dropped_to);
END
$$;
REVOKE ALL ON FUNCTION ringback.drop_audit_parts(timestamptz) FROM PUBLIC;

-- What the role of the server may do: everything but change what is proven, and nothing that only the owner may.
CREATE FUNCTION ringback.let_serve(server name) RETURNS void LANGUAGE plpgsql AS
$$
DECLARE
    part name;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('ringback.let_serve'));
    EXECUTE format('GRANT USAGE ON SCHEMA ringback, public TO %I', server);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ringback, public TO %I', server);
    EXECUTE format('GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA ringback, public TO %I', server);
    EXECUTE format('GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ringback TO %I', server);
    FOR part IN SELECT p.part FROM ringback.audit_part p LOOP
        EXECUTE format('REVOKE ALL ON ringback.%I FROM %I', part, server);
    END LOOP;
    EXECUTE format('REVOKE ALL ON ringback.audit_event FROM %I', server);
    EXECUTE format('GRANT SELECT, INSERT (at, actor, type, callback_id, list_id, agent_id, from_status, to_status, reason,'
                   ' details, because, changed, facts) ON ringback.audit_event TO %I', server); -- numbers are given, not chosen
    EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON ringback.audit_block, ringback.audit_anchor, ringback.audit_salt'
                   ' FROM %I', server);
    EXECUTE format('REVOKE INSERT, DELETE ON ringback.audit_chain FROM %I', server);
    EXECUTE format('REVOKE INSERT, UPDATE, DELETE ON ringback.flyway_schema_history FROM %I', server);
    EXECUTE format('REVOKE ALL ON FUNCTION ringback.let_serve(name) FROM %I, PUBLIC', server);
END
$$;
