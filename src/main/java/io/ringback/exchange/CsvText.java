package io.ringback.exchange;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The text of a file, and what stands between its cells: what a first line {@code sep=;} says, else the one with which the
 * header names the most columns that there are.
 *
 * @param table without a byte order mark, and without that first line, which spreadsheets do not count
 */
record CsvText(String table, char separator) {

    private static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|');
    private static final Pattern SAID =
            Pattern.compile("\\A\\s*\"?sep=([^\"\\r\\n])\"?[,; \\t]*(\\r\\n|\\r|\\n|\\z)", Pattern.CASE_INSENSITIVE);
    /** What old programs end a file with. */
    private static final Pattern END_MARKS = Pattern.compile("[\\x00\\x1a]+\\z");

    /** @throws io.ringback.platform.problem.InvalidField when it cannot be read in this encoding */
    static CsvText of(byte[] file, FileEncoding encoding, Predicate<String> isColumn) {
        var text = END_MARKS.matcher(encoding.decoded(file)).replaceFirst("");
        var said = SAID.matcher(text);
        if (said.find()) {
            return new CsvText(text.substring(said.end()), said.group(1).charAt(0));
        }
        char best = SEPARATORS.get(0);
        long most = -1;
        for (char separator : SEPARATORS) {
            var columns = header(text, separator);
            // Known names count for more than any number of cells.
            var worth = columns.stream().map(String::strip).filter(isColumn).count() * text.length() + columns.size();
            if (worth > most) {
                best = separator;
                most = worth;
            }
        }
        return new CsvText(text, best);
    }

    private static List<String> header(String text, char separator) {
        var scanner = new CsvScanner(text, separator);
        CsvScanner.@Nullable Line line = scanner.next();
        while (line != null && line.isEmpty()) {
            line = scanner.next();
        }
        return line == null ? List.of() : line.cells();
    }

    /** Without the text, which holds numbers and names. */
    @Override
    public String toString() {
        return "CsvText[separator=%s]".formatted(separator);
    }
}
