package io.ringback.design;

/** What a model is, drawn or deployed; in the order in which a key is looked for. */
public enum KindOfModel {
    PROCESS,
    DECISION,
    FORM
}
