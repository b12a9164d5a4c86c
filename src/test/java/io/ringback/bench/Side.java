package io.ringback.bench;

/** Something that works cases in a process of its own, told step by step. */
interface Side extends AutoCloseable {

    /**
     * Does a step for so many cases, side by side.
     *
     * @return how long each took, in nanoseconds
     */
    long[] run(String step, int count);

    /** Takes over cases that somebody else has put into its database. */
    default void adopt(String id) {
        throw new UnsupportedOperationException("it finds them by itself");
    }

    /** The id of a case that waits, to be copied. */
    String template();
}
