-- Finding callbacks by a part of what is known of them (docs/decisions/063).

-- Name, digits of the number and external id in small letters. Apart from the callback, whose row changes about eight
-- times in its life: so the words are indexed once.
CREATE TABLE ringback.callback_sought (
    callback_id uuid PRIMARY KEY REFERENCES ringback.callback (id) ON DELETE CASCADE,
    words       text NOT NULL
);
INSERT INTO ringback.callback_sought (callback_id, words)
SELECT id, lower(concat_ws(E'\n', caller_name, substr(phone_number, 2), external_id)) FROM ringback.callback;

CREATE FUNCTION ringback.note_what_is_sought() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    INSERT INTO ringback.callback_sought (callback_id, words)
    VALUES (NEW.id, lower(concat_ws(E'\n', NEW.caller_name, substr(NEW.phone_number, 2), NEW.external_id)));
    RETURN NULL;
END
$$;
CREATE TRIGGER callback_sought AFTER INSERT ON ringback.callback
    FOR EACH ROW EXECUTE FUNCTION ringback.note_what_is_sought();

CREATE INDEX attempt_of_agent ON ringback.attempt (agent_id, callback_id);

-- Any part of a word by its groups of three characters. The extension comes with PostgreSQL, and the owner of a database
-- may install it; where it is missing all the same, everything is found, by reading it all.
DO
$$
DECLARE
    place text;
BEGIN
    BEGIN
        CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA ringback;
    EXCEPTION WHEN OTHERS THEN
        RAISE NOTICE 'pg_trgm cannot be installed (%): finding callbacks by a part of a word is slower', SQLERRM;
    END;
    SELECT quote_ident(nspname) INTO place
    FROM pg_extension JOIN pg_namespace ON pg_namespace.oid = extnamespace WHERE extname = 'pg_trgm';
    IF place IS NOT NULL THEN
        EXECUTE format('CREATE INDEX callback_sought_words ON ringback.callback_sought USING gin (words %s.gin_trgm_ops)', place);
        EXECUTE format('CREATE INDEX attempt_note_words ON ringback.attempt USING gin (lower(note) %s.gin_trgm_ops) WHERE note IS NOT NULL', place);
        EXECUTE format('CREATE INDEX callback_note_words ON ringback.callback_note USING gin (lower(note) %s.gin_trgm_ops)', place);
    END IF;
END
$$;
