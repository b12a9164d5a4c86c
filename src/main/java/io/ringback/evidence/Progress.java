package io.ringback.evidence;

/** Is told how far a check has come, and says whether it goes on. */
interface Progress {

    /** Before all: how many events there are to compare. */
    void expects(long events);

    /** How many there were so far; false when the rest is of no interest any more. */
    boolean goesOnAfter(long events);
}
