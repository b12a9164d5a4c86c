-- The trail can be proven unchanged, and forget what was said of callers all the same (decision 076). Of each event, what is
-- hashed as it is stays for ever; what may be personal is hashed with a salt of its callback, which goes when it is erased.
ALTER TABLE ringback.audit_event
    ADD COLUMN facts        jsonb, -- what was decided from what: {name: value}
    ADD COLUMN words_digest bytea; -- stands for the words once they are erased, if the event was sealed before

-- How far the chain has come. One row, locked by whoever seals or erases.
CREATE TABLE ringback.audit_chain (
    one       boolean PRIMARY KEY DEFAULT true CHECK (one),
    sealed_to bigint NOT NULL DEFAULT 0 -- no event up to this one is added any more
);
INSERT INTO ringback.audit_chain DEFAULT VALUES;

-- Of callbacks with words in the chain; the nil UUID stands for events without a callback.
CREATE TABLE ringback.audit_salt (
    callback_id uuid PRIMARY KEY,
    salt        bytea NOT NULL CHECK (length(salt) = 32)
);

-- What is never about a person. A name that is missing here is erased; one that is taken away breaks the chain.
CREATE FUNCTION ringback.audit_harmless() RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$
SELECT ARRAY [
    'agentId', 'agentWaited', 'agentsWaiting', 'ahead', 'allocatedTo', 'allocationId', 'askedAt', 'attempt', 'attemptCount',
    'because', 'callId', 'callStatus', 'callbackId', 'callbacks', 'closesAt', 'decidedBy', 'dueAt', 'element', 'eligible',
    'eligibleAt', 'eventType', 'expeditedAt', 'expiresAt', 'file', 'format', 'fromList', 'fromVersion', 'importId', 'insisted',
    'joinedLists', 'keptFor', 'keptUntil', 'last', 'limit', 'listId', 'mainCallbackId', 'migrationId', 'movedTo', 'noteId',
    'opensAt', 'overdue', 'place', 'policy', 'priority', 'process', 'relatedCallbackId', 'retryAt', 'rule', 'setAside', 'shared',
    'task', 'taskId', 'toList', 'toVersion', 'version', 'waited', 'withoutCall',
    'allocation', 'retry', 'stopped']
$$;

-- The part of a JSON object that stays.
CREATE FUNCTION ringback.audit_kept(told jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS
$$
SELECT jsonb_object_agg(key, value)
FROM jsonb_each(CASE jsonb_typeof(told) WHEN 'object' THEN told ELSE '{}' END)
WHERE key = ANY (ringback.audit_harmless())
$$;

-- The reason without what somebody has said.
CREATE FUNCTION ringback.audit_code(because jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS
$$
SELECT jsonb_build_object('code', because -> 'code') WHERE because ->> 'code' IS NOT NULL
$$;

-- A value with its length before it, so that no two rows are written alike; none is written as the length -1.
CREATE FUNCTION ringback.audit_field(value bytea) RETURNS bytea LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$
SELECT CASE WHEN value IS NULL THEN '\xffffffff' ELSE int4send(length(value)) || value END
$$;

CREATE FUNCTION ringback.audit_field(value text) RETURNS bytea LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$
SELECT ringback.audit_field(convert_to(value, 'UTF8'))
$$;

-- Whether erasing leaves less of an event.
CREATE FUNCTION ringback.audit_has_words(reason text, because jsonb, details jsonb, changed jsonb, facts jsonb)
    RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$
SELECT reason IS DISTINCT FROM because ->> 'code' OR because IS DISTINCT FROM ringback.audit_code(because)
    OR details IS DISTINCT FROM ringback.audit_kept(details) OR changed IS DISTINCT FROM ringback.audit_kept(changed)
    OR facts IS DISTINCT FROM ringback.audit_kept(facts)
$$;

-- What is hashed with the salt. Objects are written as PostgreSQL does, which is always the same for the same object.
CREATE FUNCTION ringback.audit_words(reason text, because jsonb, details jsonb, changed jsonb, facts jsonb)
    RETURNS bytea LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$
SELECT ringback.audit_field(reason) || ringback.audit_field(because::text) || ringback.audit_field(details::text)
    || ringback.audit_field(changed::text) || ringback.audit_field(facts::text)
$$;

-- What is hashed as it is. Times are sent in microseconds since 2000, whatever the zone of the session.
CREATE FUNCTION ringback.audit_fixed(
    id bigint, at timestamptz, actor text, type text, callback_id uuid, list_id text, agent_id text, from_status text,
    to_status text, because jsonb, details jsonb, changed jsonb, facts jsonb)
    RETURNS bytea LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$
SELECT ringback.audit_field(int8send(id)) || ringback.audit_field(timestamptz_send(at)) || ringback.audit_field(actor)
    || ringback.audit_field(type) || ringback.audit_field(uuid_send(callback_id)) || ringback.audit_field(list_id)
    || ringback.audit_field(agent_id) || ringback.audit_field(from_status) || ringback.audit_field(to_status)
    || ringback.audit_field(because ->> 'code') || ringback.audit_field(ringback.audit_kept(details)::text)
    || ringback.audit_field(ringback.audit_kept(changed)::text) || ringback.audit_field(ringback.audit_kept(facts)::text)
$$;

-- Takes what was said, and what may be personal, out of the events of a callback, for good; answers of how many. The chain
-- stays whole. What may not be changed by hand is changed by this, with the rights of the owner.
CREATE FUNCTION ringback.erase_words(callback uuid) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$$
DECLARE
    sealed bigint;
    mine   bytea;
    erased integer;
BEGIN
    SELECT sealed_to INTO STRICT sealed FROM ringback.audit_chain FOR SHARE;
    SELECT salt INTO mine FROM ringback.audit_salt WHERE callback_id = callback;
    UPDATE ringback.audit_event e
    SET reason = e.because ->> 'code', because = ringback.audit_code(e.because), details = ringback.audit_kept(e.details),
        changed = ringback.audit_kept(e.changed), facts = ringback.audit_kept(e.facts),
        words_digest = CASE WHEN e.id <= sealed THEN coalesce(
            e.words_digest,
            sha256(mine || ringback.audit_words(e.reason, e.because, e.details, e.changed, e.facts)),
            '\x') END -- of words without a salt, the chain says that it is broken
    WHERE e.callback_id = callback AND ringback.audit_has_words(e.reason, e.because, e.details, e.changed, e.facts);
    GET DIAGNOSTICS erased = ROW_COUNT;
    DELETE FROM ringback.audit_salt WHERE callback_id = callback;
    RETURN erased;
END
$$;
REVOKE ALL ON FUNCTION ringback.erase_words(uuid) FROM PUBLIC;

-- Changes nothing but what erasing changes.
CREATE FUNCTION ringback.refuse_unless_erased() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    IF (OLD.words_digest IS NULL OR NEW.words_digest = OLD.words_digest)
        AND ROW (NEW.id, NEW.at, NEW.actor, NEW.type, NEW.callback_id, NEW.list_id, NEW.agent_id, NEW.from_status, NEW.to_status)
            IS NOT DISTINCT FROM
            ROW (OLD.id, OLD.at, OLD.actor, OLD.type, OLD.callback_id, OLD.list_id, OLD.agent_id, OLD.from_status, OLD.to_status)
        AND ROW (NEW.reason, NEW.because, NEW.details, NEW.changed, NEW.facts) IS NOT DISTINCT FROM
            ROW (OLD.because ->> 'code', ringback.audit_code(OLD.because), ringback.audit_kept(OLD.details),
                 ringback.audit_kept(OLD.changed), ringback.audit_kept(OLD.facts))
    THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'the audit trail is append-only';
END
$$;
DROP TRIGGER audit_event_append_only ON ringback.audit_event;
CREATE TRIGGER audit_event_append_only BEFORE DELETE OR TRUNCATE ON ringback.audit_event
    FOR EACH STATEMENT EXECUTE FUNCTION ringback.refuse_audit_change();
CREATE TRIGGER audit_event_only_erased BEFORE UPDATE ON ringback.audit_event
    FOR EACH ROW EXECUTE FUNCTION ringback.refuse_unless_erased();
