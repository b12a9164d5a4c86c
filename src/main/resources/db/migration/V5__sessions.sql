-- The sessions of people signed in on the pages; the columns are those of Spring Session, whose times are in
-- milliseconds since 1970 by the clock of the machine.
CREATE TABLE ringback.web_session (
    primary_id            text PRIMARY KEY,
    session_id            text    NOT NULL UNIQUE,
    creation_time         bigint  NOT NULL,
    last_access_time      bigint  NOT NULL,
    max_inactive_interval integer NOT NULL,
    expiry_time           bigint  NOT NULL,
    principal_name        text
);

CREATE INDEX web_session_expiry ON ringback.web_session (expiry_time);
CREATE INDEX web_session_account ON ringback.web_session (principal_name);

CREATE TABLE ringback.web_session_attributes (
    session_primary_id text  NOT NULL REFERENCES ringback.web_session (primary_id) ON DELETE CASCADE,
    attribute_name     text  NOT NULL,
    attribute_bytes    bytea NOT NULL,
    PRIMARY KEY (session_primary_id, attribute_name)
);
