package io.ringback.design;

/** What a deployed model is; in the order in which a key is looked for. */
public enum DeployedKind {
    PROCESS,
    DECISION,
    FORM
}
