-- Where accounts have signed in from lately. Whoever guesses from the same address does not get them refused there.
CREATE TABLE ringback.known_sign_in (
    account_id   text        NOT NULL REFERENCES ringback.account (id) ON DELETE CASCADE,
    address_hash text        NOT NULL,
    at           timestamptz NOT NULL,
    PRIMARY KEY (account_id, address_hash)
);

CREATE INDEX known_sign_in_at ON ringback.known_sign_in (at);
