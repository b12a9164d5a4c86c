package io.ringback.auditor;

/** Who has to say what they look for before they see callers' data. */
public enum PurposeOf {
    NOBODY,
    /** Whoever has the role of an auditor. */
    AUDITORS,
    /** People and programs alike. */
    EVERYONE
}
