-- Lists, the agents on them, the cases, their attempts and the audit trail.
-- Illegal states are refused here, whatever the code above does.

CREATE TABLE ringback.callback_list (
    id                  text PRIMARY KEY CHECK (id ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
    name                text        NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    region              text        NOT NULL CHECK (region ~ '^[A-Z]{2}$'),
    zone                text        NOT NULL,
    allocation_order    text        NOT NULL CHECK (allocation_order IN ('DUE', 'REQUESTED')),
    due_after_ms        bigint      NOT NULL CHECK (due_after_ms > 0),
    expires_after_ms    bigint      NOT NULL CHECK (expires_after_ms > due_after_ms),
    auto_stop_after_ms  bigint CHECK (auto_stop_after_ms > 0),
    close_after_call_ms bigint CHECK (close_after_call_ms > 0),
    max_attempts        integer CHECK (max_attempts > 0),
    form_key            text,
    version             bigint      NOT NULL DEFAULT 1,
    created_at          timestamptz NOT NULL,
    archived_at         timestamptz
);

-- An account seen at the desk. Locked first by everything that changes what its agent holds or receives.
CREATE TABLE ringback.agent (
    id                   text PRIMARY KEY REFERENCES ringback.account (id),
    availability         text NOT NULL DEFAULT 'AVAILABLE'
        CHECK (availability IN ('AVAILABLE', 'BUSY', 'DO_NOT_DISTURB', 'OFFWORK')),
    reception_id         uuid,
    reception_process_id text,
    receiving_since      timestamptz,
    idle_since           timestamptz,
    allocation_id        uuid,
    stopped_because      text,
    CONSTRAINT agent_receiving CHECK ((reception_id IS NULL) = (receiving_since IS NULL)),
    CONSTRAINT agent_receives_when_available
        CHECK (reception_id IS NULL OR availability IN ('AVAILABLE', 'BUSY')),
    CONSTRAINT agent_holds_while_receiving CHECK (allocation_id IS NULL OR reception_id IS NOT NULL),
    CONSTRAINT agent_idle_or_holding
        CHECK ((idle_since IS NOT NULL) = (reception_id IS NOT NULL AND allocation_id IS NULL))
);
CREATE INDEX agent_idle ON ringback.agent (idle_since, id) WHERE idle_since IS NOT NULL;
CREATE UNIQUE INDEX agent_allocation ON ringback.agent (allocation_id) WHERE allocation_id IS NOT NULL;

CREATE TABLE ringback.list_agent (
    list_id  text    NOT NULL REFERENCES ringback.callback_list (id),
    agent_id text    NOT NULL REFERENCES ringback.account (id),
    active   boolean NOT NULL DEFAULT false,
    PRIMARY KEY (list_id, agent_id)
);
CREATE INDEX list_agent_active ON ringback.list_agent (agent_id, list_id) WHERE active;

CREATE TABLE ringback.callback (
    id                  uuid PRIMARY KEY,
    list_id             text        NOT NULL REFERENCES ringback.callback_list (id),
    phone_number        text        NOT NULL CHECK (phone_number ~ '^\+[1-9][0-9]{1,14}$'),
    caller_name         text,
    source              text        NOT NULL
        CHECK (source IN ('IVR', 'SERVICE_POOL_OVERFLOW', 'MISSED_CALL', 'WEB', 'MANUAL')),
    external_id         text,
    attributes          jsonb       NOT NULL DEFAULT '{}',
    created_at          timestamptz NOT NULL,

    status              text        NOT NULL
        CHECK (status IN ('SCHEDULED', 'WAITING', 'ALLOCATED', 'RESOLVED', 'EXPIRED', 'MERGED', 'CANCELLED')),
    eligible_at         timestamptz NOT NULL,
    due_at              timestamptz NOT NULL,
    expires_at          timestamptz NOT NULL,
    priority_at         timestamptz NOT NULL,
    overdue             boolean     NOT NULL DEFAULT false,
    attempt_count       integer     NOT NULL DEFAULT 0 CHECK (attempt_count >= 0),
    main_callback_id    uuid REFERENCES ringback.callback (id),
    closed_at           timestamptz,

    agent_id            text REFERENCES ringback.agent (id),
    allocation_id       uuid,
    allocated_at        timestamptz,
    phase               text CHECK (phase IN ('BEFORE_CALL', 'IN_CALL', 'AFTER_CALL')),
    auto_stop_at        timestamptz,
    closes_at           timestamptz,
    draft               jsonb,
    released_by         text,

    process_instance_id text,
    set_aside_at        timestamptz,
    set_aside_because   text,

    CONSTRAINT callback_closed
        CHECK ((status IN ('RESOLVED', 'EXPIRED', 'MERGED', 'CANCELLED')) = (closed_at IS NOT NULL)),
    CONSTRAINT callback_merged CHECK ((status = 'MERGED') = (main_callback_id IS NOT NULL)),
    CONSTRAINT callback_held_by_agent CHECK ((status = 'ALLOCATED') = (agent_id IS NOT NULL)),
    CONSTRAINT callback_held_with_allocation CHECK ((agent_id IS NULL) = (allocation_id IS NULL)),
    CONSTRAINT callback_held_since CHECK ((agent_id IS NULL) = (allocated_at IS NULL)),
    CONSTRAINT callback_held_phase CHECK ((agent_id IS NULL) = (phase IS NULL)),
    CONSTRAINT callback_expires_last CHECK (expires_at >= eligible_at AND expires_at >= due_at),
    CONSTRAINT callback_set_aside CHECK ((set_aside_at IS NULL) = (set_aside_because IS NULL))
);
-- One main callback for each number on a list: two requests at once become one main and one merged.
CREATE UNIQUE INDEX callback_one_main ON ringback.callback (list_id, phone_number) WHERE closed_at IS NULL;
CREATE UNIQUE INDEX callback_one_per_agent ON ringback.callback (agent_id) WHERE agent_id IS NOT NULL;
CREATE UNIQUE INDEX callback_external ON ringback.callback (source, external_id) WHERE external_id IS NOT NULL;
-- Allocation: the oldest waiting ones of a list, and the scheduled ones whose time has come.
CREATE INDEX callback_waiting ON ringback.callback (list_id, priority_at, created_at, id)
    WHERE status = 'WAITING' AND set_aside_at IS NULL;
CREATE INDEX callback_scheduled ON ringback.callback (list_id, eligible_at)
    WHERE status = 'SCHEDULED' AND set_aside_at IS NULL;
CREATE INDEX callback_next_eligible ON ringback.callback (eligible_at)
    WHERE status = 'SCHEDULED' AND set_aside_at IS NULL;
-- Live numbers, and what hangs on a number or a main callback.
CREATE INDEX callback_open ON ringback.callback (list_id, due_at, expires_at) WHERE closed_at IS NULL;
CREATE INDEX callback_number ON ringback.callback (phone_number, list_id, created_at);
CREATE INDEX callback_related ON ringback.callback (main_callback_id) WHERE main_callback_id IS NOT NULL;
CREATE INDEX callback_set_aside ON ringback.callback (id) WHERE set_aside_at IS NOT NULL;
-- Every case is updated about eight times in its life: leave room for that on its page.
ALTER TABLE ringback.callback SET (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02);

CREATE TABLE ringback.attempt (
    id               uuid PRIMARY KEY,
    callback_id      uuid        NOT NULL REFERENCES ringback.callback (id),
    allocation_id    uuid        NOT NULL,
    agent_id         text        NOT NULL REFERENCES ringback.agent (id),
    external_call_id text,
    started_at       timestamptz NOT NULL,
    ended_at         timestamptz,
    call_status      text CHECK (call_status IN ('ANSWERED', 'BUSY', 'NO_ANSWER', 'OTHER')),
    note             text,
    recording_url    text,
    form_data        jsonb,
    CONSTRAINT attempt_ends_after_start CHECK (ended_at IS NULL OR ended_at >= started_at)
);
CREATE INDEX attempt_of_callback ON ringback.attempt (callback_id, started_at, id);
CREATE INDEX attempt_external_call ON ringback.attempt (agent_id, external_call_id)
    WHERE external_call_id IS NOT NULL;

-- Who changed what, when and why; never a phone number or a name. Rows are only ever added.
CREATE TABLE ringback.audit_event (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at          timestamptz NOT NULL,
    actor       text        NOT NULL,
    type        text        NOT NULL,
    callback_id uuid,
    list_id     text,
    agent_id    text,
    from_status text,
    to_status   text,
    reason      text,
    details     jsonb
);
CREATE INDEX audit_event_of_callback ON ringback.audit_event (callback_id, id) WHERE callback_id IS NOT NULL;
CREATE INDEX audit_event_of_agent ON ringback.audit_event (agent_id, id) WHERE agent_id IS NOT NULL;

CREATE FUNCTION ringback.refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    RAISE EXCEPTION 'the audit trail is append-only';
END
$$;
CREATE TRIGGER audit_event_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ringback.audit_event
    FOR EACH STATEMENT EXECUTE FUNCTION ringback.refuse_audit_change();

-- Answers already given, so that a request sent twice is done once.
CREATE TABLE ringback.idempotent_answer (
    caller       text        NOT NULL,
    key          text        NOT NULL,
    request_hash bytea       NOT NULL,
    response     jsonb       NOT NULL,
    created_at   timestamptz NOT NULL,
    PRIMARY KEY (caller, key)
);
CREATE INDEX idempotent_answer_age ON ringback.idempotent_answer (created_at);
