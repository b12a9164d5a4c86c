package io.ringback.intake;

import java.time.Instant;

/**
 * Requests of one minute that were refused for the same reason.
 *
 * @param listId empty for none
 * @param field empty for the whole
 */
record Counted(String program, String listId, String code, String field, long times, Instant firstAt, Instant lastAt) {}
