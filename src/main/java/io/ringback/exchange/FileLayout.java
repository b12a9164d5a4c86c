package io.ringback.exchange;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a file is to be read.
 *
 * @param encoding null to guess it; of no meaning for a spreadsheet
 * @param columns which field each column is, {@code -} for one that is left out; null when the headings are our own names,
 *     and times have offsets
 * @param dayOrder of days such as {@code 9/12/2026}; null when there are none, or nobody knows
 */
record FileLayout(
        @Nullable String encoding,
        @Nullable List<String> columns,
        @Nullable DayOrder dayOrder) {

    /** As programs write it, who know what they send. */
    static final FileLayout EXACT = new FileLayout(null, null, null);
}
