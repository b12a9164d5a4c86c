package io.ringback.list;

/**
 * The live numbers of a list.
 *
 * @param serving agents active on the list and receiving
 * @param openCases all that are not closed, those held or not yet eligible included
 * @param dueInAnHour open and due within 60 minutes, overdue included
 * @param expiresIn24Hours open and expiring within 24 hours
 */
public record ListNumbers(long serving, long openCases, long dueInAnHour, long expiresIn24Hours) {}
