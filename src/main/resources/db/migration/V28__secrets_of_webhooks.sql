-- Secrets are stored encrypted (v1:key:…), in the clear only where no key is set. All that were replaced within a day still
-- count: two changes in a row must not shut out a receiver who has missed the first.

ALTER TABLE ringback.webhook DROP CONSTRAINT webhook_secret_check;
ALTER TABLE ringback.webhook ADD CONSTRAINT webhook_secret_check CHECK (secret LIKE 'whsec\_%' OR secret LIKE 'v1:%');

CREATE TABLE ringback.webhook_former_secret (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    webhook_id uuid        NOT NULL REFERENCES ringback.webhook (id) ON DELETE CASCADE,
    secret     text        NOT NULL CHECK (secret LIKE 'whsec\_%' OR secret LIKE 'v1:%'),
    until      timestamptz NOT NULL -- messages are also signed with it until then
);
CREATE INDEX webhook_former_secret_webhook ON ringback.webhook_former_secret (webhook_id, until);

INSERT INTO ringback.webhook_former_secret (webhook_id, secret, until)
SELECT id, previous_secret, previous_until FROM ringback.webhook WHERE previous_secret IS NOT NULL;

ALTER TABLE ringback.webhook DROP COLUMN previous_secret, DROP COLUMN previous_until;
