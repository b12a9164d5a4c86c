package io.ringback.bench;

import java.util.List;
import java.util.function.Supplier;

/** One of those that are measured beside each other, on one PostgreSQL, each with a process and a database of its own. */
interface Contender extends AutoCloseable {

    String name();

    /** Of the process that works the cases. */
    long pid();

    String database();

    /**
     * Everything to be done to take in and work off so many cases, in order.
     */
    List<Batch> round(int cases);

    /** Makes the database hold so many open cases more. */
    void fill(int more);

    /** How many of those that were copied have been worked off. */
    long copiesWorkedOff();

    @Override
    void close();

    /**
     * Some work that is measured in one piece.
     *
     * @param step its name; empty for what has to be done in between, and is not measured
     * @param work answers how long it took for each case, in nanoseconds
     */
    record Batch(String step, Supplier<long[]> work) {

        static Batch between(Runnable work) {
            return new Batch("", () -> {
                work.run();
                return new long[0];
            });
        }
    }
}
