package io.ringback.exchange;

/**
 * One thing wrong in a file.
 *
 * @param row as a spreadsheet counts: the header is row 1
 * @param column the name of the column; empty when it is about the whole row
 * @param message what is expected there, without repeating what was sent
 */
public record RowError(int row, String column, String message) {}
