package io.ringback.exchange;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a file is read, as far as it is known.
 *
 * @param encoding its name; null of a spreadsheet
 * @param isGuessed whether the encoding is a guess that may be wrong
 * @param encodings those there are to choose from
 * @param sheet of a spreadsheet the one that is read
 * @param dayOrder whether the day or the month comes first; null when no time depends on it, or nobody has said so
 * @param unclear a time that depends on it; null when there is none
 * @param fields that a column can be, besides {@code attr:} and a name
 */
public record LayoutView(
        @Nullable String encoding,
        boolean isGuessed,
        List<String> encodings,
        @Nullable String sheet,
        List<Column> columns,
        @Nullable DayOrder dayOrder,
        @Nullable String unclear,
        List<String> fields) {

    /**
     * @param field what it is read as; {@code -} when it is left out
     * @param attribute as which attribute it could be shown to agents; null when its heading is no name for one
     * @param examples the first cells in it that say something
     */
    public record Column(
            String heading, String field, @Nullable String attribute, List<String> examples) {}
}
