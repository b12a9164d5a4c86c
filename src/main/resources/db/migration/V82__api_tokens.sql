-- Tokens with which programs call the API: a password hash costs them nothing, since 256 random bits need no slow one
-- (docs/decisions/082).

CREATE TABLE ringback.api_token (
    id             uuid PRIMARY KEY,
    account_id     text        NOT NULL REFERENCES ringback.account (id),
    name           text        NOT NULL CHECK (name <> ''),
    hash           bytea       NOT NULL UNIQUE CHECK (length(hash) = 32),
    roles          text[]      NOT NULL CHECK (cardinality(roles) > 0),
    held_to_lists  boolean     NOT NULL,
    created_at     timestamptz NOT NULL,
    created_by     text        NOT NULL,
    expires_at     timestamptz CHECK (expires_at > created_at),
    last_used_at   timestamptz, -- to the hour
    expired_use_at timestamptz, -- when it was first tried after its end
    UNIQUE (account_id, name)
);

-- Says nothing about a token that is not held to lists. One that is and has no row here reaches none.
CREATE TABLE ringback.api_token_list (
    token_id uuid NOT NULL REFERENCES ringback.api_token (id) ON DELETE CASCADE,
    list_id  text NOT NULL REFERENCES ringback.callback_list (id),
    PRIMARY KEY (token_id, list_id)
);

CREATE INDEX api_token_list_of_list ON ringback.api_token_list (list_id);

-- What is answered for longer than a moment ends with the token, on every node (V26).
CREATE FUNCTION ringback.tell_that_a_token_is_gone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('ringback_desk', '!' || OLD.account_id);
    RETURN NULL;
END $$;

CREATE TRIGGER token_is_gone
    AFTER DELETE OR UPDATE OF hash, roles, held_to_lists, expires_at ON ringback.api_token
    FOR EACH ROW
    EXECUTE FUNCTION ringback.tell_that_a_token_is_gone();

ALTER TABLE ringback.account_event
    DROP CONSTRAINT account_event_type,
    ADD CONSTRAINT account_event_type CHECK (type IN (
        'CREATED', 'CHANGED', 'PASSWORD_CHANGED', 'PASSWORD_LINK_MADE', 'PASSWORD_CHOSEN', 'SESSIONS_ENDED',
        'OIDC_LINKED', 'TOKEN_MADE', 'TOKEN_REVOKED', 'EXPIRED_TOKEN_USED'));
