package io.ringback.operations;

import java.time.Duration;

/**
 * The timers of all processes.
 *
 * @param due whose time has come and that have not fired; counted to 100,000
 * @param lag how late the oldest of them is, zero when there is none
 * @param retrying those that have failed and are tried again by themselves
 * @param failed those that have given up and fire no more
 */
public record Timers(long due, Duration lag, long retrying, long failed) {}
