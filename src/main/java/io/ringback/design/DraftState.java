package io.ringback.design;

/** How far a draft has come. Who saves it again makes it a draft again. */
public enum DraftState {
    DRAFT,
    /** A second person has to agree to its deployment. */
    WAITING,
    DEPLOYED
}
