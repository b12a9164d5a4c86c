package io.ringback.callback;

import java.time.Instant;

/** The models that are deployed, and which of them have gone wrong. Every call joins the transaction of its caller. */
public interface DeployedModels {

    /**
     * Marks the version of a process that has gone wrong.
     *
     * @param starts whether new instances may still be started on it
     */
    BlamedModel blame(ModelFault fault, boolean starts);

    /** When one was deployed last. */
    Instant changedAt();
}
