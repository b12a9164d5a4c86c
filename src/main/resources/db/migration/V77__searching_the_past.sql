-- Finding closed callbacks by anything that is known of them (docs/decisions/079).

-- One row for each closed callback, written as it closes. Each term is a value somebody may look for, so that any
-- combination of them is found by one index; none of them is personal data of a caller. Open callbacks are few and are
-- looked through as they are.
CREATE TABLE ringback.closed_case (
    callback_id     uuid PRIMARY KEY REFERENCES ringback.callback (id) ON DELETE CASCADE,
    created_at      timestamptz NOT NULL, -- that of the callback
    process_version integer,
    terms           text[]      NOT NULL
);

-- The version of its process, as key and number; none where it never had one, or the engine has forgotten it.
CREATE FUNCTION ringback.process_of(process_instance_id text)
    RETURNS TABLE (process_key text, process_version integer) LANGUAGE sql STABLE AS
$$
SELECT definition.key_, definition.version_
FROM public.act_hi_procinst instance JOIN public.act_re_procdef definition ON definition.id_ = instance.proc_def_id_
WHERE instance.proc_inst_id_ = process_of.process_instance_id
$$;

CREATE FUNCTION ringback.note_closed(closed ringback.callback) RETURNS void LANGUAGE sql AS
$$
INSERT INTO ringback.closed_case (callback_id, created_at, process_version, terms)
SELECT closed.id, closed.created_at,
       (SELECT process_version FROM ringback.process_of(closed.process_instance_id)),
       (SELECT array_agg(DISTINCT term) FROM (
            SELECT unnest(ARRAY ['list:' || closed.list_id, 'status:' || closed.status]) AS term
            UNION ALL
            SELECT unnest(ARRAY ['agent:' || agent_id, 'outcome:' || call_status])
            FROM ringback.attempt WHERE callback_id = closed.id
            UNION ALL
            SELECT 'agent:' || agent_id FROM ringback.audit_event
            WHERE callback_id = closed.id AND NOT starts_with(type, 'LOOKED_AT')
            UNION ALL
            SELECT unnest(ARRAY ['version:' || process_version, 'version:' || process_key || ':' || process_version])
            FROM ringback.process_of(closed.process_instance_id)
        ) AS known WHERE term IS NOT NULL)
ON CONFLICT (callback_id) DO UPDATE SET
    terms = excluded.terms, process_version = coalesce(excluded.process_version, closed_case.process_version)
$$;

SELECT ringback.note_closed(callback) FROM ringback.callback WHERE closed_at IS NOT NULL;

CREATE INDEX closed_case_terms ON ringback.closed_case USING gin (terms);
CREATE INDEX closed_case_version ON ringback.closed_case (process_version, created_at, callback_id)
    WHERE process_version IS NOT NULL;

CREATE FUNCTION ringback.note_closing() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    PERFORM ringback.note_closed(callback) FROM ringback.callback WHERE id = NEW.id;
    RETURN NULL;
END
$$;
-- At the end of the transaction, when all that belongs to the closing is there.
CREATE CONSTRAINT TRIGGER callback_closing AFTER INSERT OR UPDATE OF closed_at ON ringback.callback
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.closed_at IS NOT NULL)
    EXECUTE FUNCTION ringback.note_closing();

CREATE INDEX callback_by_external_id ON ringback.callback (external_id, created_at, id) WHERE external_id IS NOT NULL;
