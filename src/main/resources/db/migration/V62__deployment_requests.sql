-- Deployments that wait for a second person (docs/decisions/072). What is in them is kept as it was asked for, so that what
-- was agreed to is what is deployed, whatever becomes of the drafts.
CREATE TABLE ringback.deployment_request (
    id              uuid        PRIMARY KEY,
    requested_by    text        NOT NULL REFERENCES ringback.account (id),
    requested_at    timestamptz NOT NULL,
    reason          text        NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
    state           text        NOT NULL DEFAULT 'WAITING'
                                CHECK (state IN ('WAITING', 'APPROVED', 'REJECTED', 'WITHDRAWN')),
    decided_by      text        REFERENCES ringback.account (id),
    decided_at      timestamptz,
    decision_reason text        CHECK (length(decision_reason) BETWEEN 1 AND 500),
    CHECK ((state = 'WAITING') = (decided_at IS NULL)),
    CHECK ((decided_at IS NULL) = (decided_by IS NULL)),
    -- Nobody agrees to what is their own; taking it back is nobody else's business.
    CHECK (state NOT IN ('APPROVED', 'REJECTED') OR decided_by <> requested_by),
    CHECK (state <> 'WITHDRAWN' OR decided_by = requested_by)
);
CREATE INDEX deployment_request_waiting ON ringback.deployment_request (requested_at, id) WHERE state = 'WAITING';

CREATE TABLE ringback.deployment_request_file (
    request_id uuid    NOT NULL REFERENCES ringback.deployment_request (id),
    name       text    NOT NULL CHECK (length(name) BETWEEN 1 AND 255),
    content    text    NOT NULL,
    based_on   integer,
    draft_id   uuid,
    PRIMARY KEY (request_id, name)
);
