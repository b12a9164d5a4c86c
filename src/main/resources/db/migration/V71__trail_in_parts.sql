-- The trail in parts of five million events each, so that old ones can go as a whole. What there is becomes the first part as
-- it is; nothing is copied.
ALTER TABLE ringback.audit_event RENAME TO audit_event_from_0;
ALTER INDEX ringback.audit_event_pkey RENAME TO audit_event_from_0_pkey;
ALTER INDEX ringback.audit_event_of_callback RENAME TO audit_event_from_0_of_callback;
ALTER INDEX ringback.audit_event_of_agent RENAME TO audit_event_from_0_of_agent;
ALTER INDEX ringback.audit_event_of_list RENAME TO audit_event_from_0_of_list;
DROP TRIGGER audit_event_only_erased ON ringback.audit_event_from_0;
DROP TRIGGER audit_event_outgoing ON ringback.audit_event_from_0;

CREATE SEQUENCE ringback.audit_event_number;
SELECT setval('ringback.audit_event_number', nextval(pg_get_serial_sequence('ringback.audit_event_from_0', 'id')), false);
ALTER TABLE ringback.audit_event_from_0 ALTER COLUMN id DROP IDENTITY,
    ALTER COLUMN id SET DEFAULT nextval('ringback.audit_event_number');

CREATE TABLE ringback.audit_event (LIKE ringback.audit_event_from_0 INCLUDING DEFAULTS) PARTITION BY RANGE (id);
ALTER SEQUENCE ringback.audit_event_number OWNED BY ringback.audit_event.id;
ALTER TABLE ringback.audit_event ADD PRIMARY KEY (id);
CREATE INDEX audit_event_of_callback ON ringback.audit_event (callback_id, id) WHERE callback_id IS NOT NULL;
CREATE INDEX audit_event_of_agent ON ringback.audit_event (agent_id, id) WHERE agent_id IS NOT NULL;
CREATE INDEX audit_event_of_list ON ringback.audit_event (list_id, id) WHERE list_id IS NOT NULL AND callback_id IS NULL;

CREATE TRIGGER audit_event_append_only BEFORE DELETE OR TRUNCATE ON ringback.audit_event
    FOR EACH STATEMENT EXECUTE FUNCTION ringback.refuse_audit_change();
CREATE TRIGGER audit_event_only_erased BEFORE UPDATE ON ringback.audit_event
    FOR EACH ROW EXECUTE FUNCTION ringback.refuse_unless_erased();
CREATE TRIGGER audit_event_outgoing AFTER INSERT ON ringback.audit_event
    FOR EACH ROW WHEN (ringback.is_outgoing(NEW.callback_id, NEW.type)) EXECUTE FUNCTION ringback.note_outgoing();

-- The first number after the part that this one is in.
CREATE FUNCTION ringback.audit_part_end(id bigint) RETURNS bigint LANGUAGE sql IMMUTABLE AS
$$
SELECT (id / 5000000 + 1) * 5000000
$$;

DO
$$
DECLARE
    upto bigint := ringback.audit_part_end((SELECT last_value FROM ringback.audit_event_number));
BEGIN
    EXECUTE format('ALTER TABLE ringback.audit_event ATTACH PARTITION ringback.audit_event_from_0'
                   ' FOR VALUES FROM (1) TO (%s)', upto);
END
$$;

-- The parts, in their order, each named by its first number; the last one has no end yet.
CREATE VIEW ringback.audit_part AS
SELECT part, first_id, lead(first_id) OVER (ORDER BY first_id) AS end_id
FROM (SELECT c.relname::text AS part, substring(c.relname FROM '\d+$')::bigint AS first_id
      FROM pg_catalog.pg_inherits i JOIN pg_catalog.pg_class c ON c.oid = i.inhrelid
      WHERE i.inhparent = 'ringback.audit_event'::regclass) named;

-- Makes parts ahead of the numbers given, ten million of them at least. Nobody who writes waits for it.
CREATE FUNCTION ringback.make_audit_room() RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$$
DECLARE
    made integer := 0;
    part text;
    first_id bigint;
    upto bigint;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('ringback.make_audit_room'));
    LOOP
        SELECT max(substring(pg_get_expr(c.relpartbound, c.oid) FROM 'TO \(''?(\d+)')::bigint) INTO first_id
        FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
        WHERE i.inhparent = 'ringback.audit_event'::regclass;
        EXIT WHEN first_id >= (SELECT last_value + 10000000 FROM ringback.audit_event_number);
        part := 'audit_event_from_' || first_id;
        upto := ringback.audit_part_end(first_id);
        EXECUTE format('CREATE TABLE ringback.%I (LIKE ringback.audit_event INCLUDING DEFAULTS INCLUDING INDEXES,'
                       ' CONSTRAINT range CHECK (id >= %s AND id < %s))', part, first_id, upto);
        EXECUTE format('ALTER TABLE ringback.audit_event ATTACH PARTITION ringback.%I FOR VALUES FROM (%s) TO (%s)',
                       part, first_id, upto);
        EXECUTE format('ALTER TABLE ringback.%I DROP CONSTRAINT range', part);
        EXECUTE format('CREATE TRIGGER audit_event_append_only BEFORE DELETE OR TRUNCATE ON ringback.%I'
                       ' FOR EACH STATEMENT EXECUTE FUNCTION ringback.refuse_audit_change()', part);
        made := made + 1;
    END LOOP;
    RETURN made;
END
$$;
REVOKE ALL ON FUNCTION ringback.make_audit_room() FROM PUBLIC;
SELECT ringback.make_audit_room();
