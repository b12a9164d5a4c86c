package io.ringback.list;

/** What becomes of an outcome that is saved although nobody has called. */
public enum SaveWithoutCall {
    /** The desk asks once whether that is meant; the API takes it. */
    ASK,
    ALLOW,
    FORBID
}
