package io.ringback.office.board;

import java.time.Instant;

/**
 * What is known of one of the times of a chart: a line of its table.
 *
 * @param backlog open cases at its end, or now when it is not over
 * @param running whether it is not over
 */
record ChartLine(Instant from, Instant to, BoardCounts counts, long backlog, boolean running) {}
