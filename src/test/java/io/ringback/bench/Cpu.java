package io.ringback.bench;

/**
 * Processor time, in milliseconds.
 *
 * @param server of the process that works the cases, without its compiler
 * @param compiling of the compiler of its virtual machine, which is done some day
 * @param postgres of PostgreSQL, for this database
 * @param driver of the process that plays the callers and agents
 */
record Cpu(double server, double compiling, double postgres, double driver) {

    static final Cpu NONE = new Cpu(0, 0, 0, 0);

    Cpu plus(Cpu other) {
        return new Cpu(
                server + other.server, compiling + other.compiling, postgres + other.postgres, driver + other.driver);
    }

    Cpu by(double divisor) {
        return new Cpu(server / divisor, compiling / divisor, postgres / divisor, driver / divisor);
    }

    /** Of all that belongs to the run. */
    double total() {
        return server + compiling + postgres + driver;
    }

    /** What a case costs whoever runs it. */
    double sum() {
        return server + postgres;
    }
}
