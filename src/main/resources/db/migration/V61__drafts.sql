-- Drafts of designers (docs/decisions/071): a file that somebody works on, kept as it is however wrong it may be. Nothing of
-- it is run; it becomes a model of the engine only by being deployed.
CREATE TABLE ringback.model_draft (
    id               uuid        PRIMARY KEY,
    owner_id         text        NOT NULL REFERENCES ringback.account (id),
    file             text        NOT NULL CHECK (length(file) BETWEEN 1 AND 200),
    -- The id of the process, decision or form in it; null when it names none.
    model_key        text,
    content          text        NOT NULL CHECK (octet_length(content) <= 1048576),
    -- Counts the saves; a save names the one it was made on.
    revision         integer     NOT NULL DEFAULT 1 CHECK (revision > 0),
    based_on_key     text,
    based_on_version integer,
    state            text        NOT NULL DEFAULT 'DRAFT' CHECK (state IN ('DRAFT', 'WAITING', 'DEPLOYED')),
    saved_at         timestamptz NOT NULL,
    -- Deleted, and to be restored for some days.
    deleted_at       timestamptz,
    CHECK ((based_on_key IS NULL) = (based_on_version IS NULL))
);
CREATE INDEX model_draft_of_owner ON ringback.model_draft (owner_id, saved_at DESC, id);
CREATE INDEX model_draft_of_file ON ringback.model_draft (file) WHERE deleted_at IS NULL;
CREATE INDEX model_draft_deleted ON ringback.model_draft (deleted_at) WHERE deleted_at IS NOT NULL;
