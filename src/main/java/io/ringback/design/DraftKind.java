package io.ringback.design;

/** What a draft is a draft of. */
public enum DraftKind {
    PROCESS,
    DECISION,
    FORM
}
