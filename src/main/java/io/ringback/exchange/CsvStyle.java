package io.ringback.exchange;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * How a table is written.
 *
 * @param separator between the cells of CSV
 * @param forSpreadsheets whether people open it in a spreadsheet, rather than a program reads it
 * @param zone in which times are written; null for instants
 */
record CsvStyle(
        Separator separator,
        boolean forSpreadsheets,
        @Nullable ZoneId zone) {}
