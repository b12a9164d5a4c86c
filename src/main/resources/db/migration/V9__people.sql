-- What people are beside their roles, the links by which they choose a password, and who signs in from elsewhere.
ALTER TABLE ringback.account
    ALTER COLUMN password_hash DROP NOT NULL, -- none until one is chosen, or ever when its owner signs in from elsewhere
    ADD COLUMN language        text CHECK (language IN ('en', 'fi', 'sv')),
    ADD COLUMN last_sign_in_at timestamptz,
    ADD COLUMN oidc            boolean NOT NULL DEFAULT false,
    ADD COLUMN oidc_subject    text,
    ADD CONSTRAINT account_subject_of_oidc CHECK (oidc OR oidc_subject IS NULL);
-- Partial, so that it is no key: changing it does not lock out those who refer to the account.
CREATE UNIQUE INDEX account_oidc_subject ON ringback.account (oidc_subject) WHERE oidc_subject IS NOT NULL;

ALTER TABLE ringback.account_event
    DROP CONSTRAINT account_event_type_check,
    ADD CONSTRAINT account_event_type CHECK (type IN (
        'CREATED', 'CHANGED', 'PASSWORD_CHANGED', 'PASSWORD_LINK_MADE', 'PASSWORD_CHOSEN', 'SESSIONS_ENDED',
        'OIDC_LINKED'));

-- One link at a time for each account, which works once; only the SHA-256 of its token is kept.
CREATE TABLE ringback.password_link (
    account_id text PRIMARY KEY REFERENCES ringback.account (id),
    hash       text        NOT NULL UNIQUE,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL CHECK (expires_at > created_at)
);
