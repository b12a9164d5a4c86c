package io.ringback.bench;

/**
 * What one step cost in one round.
 *
 * @param size open callbacks at that time
 * @param nanos of each case
 */
record Result(String contender, int size, int round, String step, Cpu cpu, long[] nanos) {}
