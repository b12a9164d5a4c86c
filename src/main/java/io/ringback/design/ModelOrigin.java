package io.ringback.design;

/** Where a deployed model has come from. */
public enum ModelOrigin {
    /** Packed into the server. */
    SHIPPED,
    /** Found in a folder of models when a node started, or while it watched that. */
    FOLDER,
    /** Deployed by somebody, on the pages or over the API. */
    DESIGNER
}
