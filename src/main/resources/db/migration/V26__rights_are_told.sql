-- Whoever is answered for longer than a moment must hear within a second that the right to it is gone, on whichever node
-- and whatever has taken it. The payload is an account's id behind a sign that no id begins with (docs/decisions/035).

CREATE FUNCTION ringback.tell_that_a_session_is_gone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('ringback_desk', '!' || OLD.principal_name);
    RETURN NULL;
END $$;

CREATE FUNCTION ringback.tell_that_an_account_has_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('ringback_desk', '!' || OLD.id);
    RETURN NULL;
END $$;

CREATE TRIGGER session_is_gone
    AFTER DELETE ON ringback.web_session
    FOR EACH ROW WHEN (OLD.principal_name IS NOT NULL)
    EXECUTE FUNCTION ringback.tell_that_a_session_is_gone();

CREATE TRIGGER account_has_changed
    AFTER UPDATE OF password_hash, roles, enabled ON ringback.account
    FOR EACH ROW WHEN ((OLD.password_hash, OLD.roles, OLD.enabled) IS DISTINCT FROM (NEW.password_hash, NEW.roles, NEW.enabled))
    EXECUTE FUNCTION ringback.tell_that_an_account_has_changed();

CREATE TRIGGER account_is_gone
    AFTER DELETE ON ringback.account
    FOR EACH ROW
    EXECUTE FUNCTION ringback.tell_that_an_account_has_changed();
