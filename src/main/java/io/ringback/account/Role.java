package io.ringback.account;

/** What an account may do; an account may have several. */
public enum Role {
    /** A program: IVR, service pools, PBX. */
    INTEGRATOR,
    /** Receives callbacks and calls. */
    AGENT,
    /** Does what is left to do after a callback. */
    BACK_OFFICE,
    SUPERVISOR,
    /** Changes the processes. */
    DESIGNER,
    /** Reads, changes nothing. */
    AUDITOR,
    /** Keeps accounts and lists. */
    ADMIN
}
