package io.ringback.figures;

/** What is counted. */
enum Kind {
    /** Cases of a version, with how long they took from the first step to the end. */
    CASE,
    /** Passes of an element, with how long each took. */
    PASS,
    /** Passes of a sequence flow. */
    FLOW,
    /** Cases that have ended at an element. */
    END,
    /** Decisions by the rule that fired. */
    RULE,
    /** Cases that were called, with how long after they were given. */
    TO_CALL,
    /** Calls, with how long each took. */
    CALL,
    /** Outcomes saved after a call, with how long after it. */
    AFTER_CALL,
    /** Cases that left an agent's hands, by how. */
    LEFT
}
