package io.ringback.exchange;

/**
 * How CSV is written.
 *
 * @param forSpreadsheets whether people open it in a spreadsheet, rather than a program reads it
 */
record CsvStyle(Separator separator, boolean forSpreadsheets) {}
