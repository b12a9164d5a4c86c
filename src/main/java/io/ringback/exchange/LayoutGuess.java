package io.ringback.exchange;

import io.ringback.platform.input.Texts;
import io.ringback.platform.problem.InvalidField;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How a file is probably to be read.
 *
 * @param isCertain whether nobody has to be asked: each heading is one of our own names, or somebody has said before what it
 *     is, and no day can be read in two ways
 */
record LayoutGuess(FileLayout layout, boolean isCertain) {

    private static final int LONGEST_ATTRIBUTE = 64;

    /** @param remembered what headings have been said to mean, by their letters */
    static LayoutGuess of(CsvFile file, FileLayout known, Map<String, String> remembered, boolean hasList) {
        var columns = new ArrayList<String>();
        var taken = new HashSet<String>();
        boolean certain = true;
        for (var heading : file.header()) {
            var said = remembered.get(key(heading));
            var own = ImportColumns.canonical(heading);
            certain &= said != null || own != null || heading.isEmpty();
            var field = said != null ? said : Headings.meaning(heading).orElseGet(() -> attribute(heading));
            columns.add(field.equals(ImportColumns.LEFT_OUT) || taken.add(field) ? field : another(heading, taken));
        }
        var layout = new FileLayout(known.encoding(), columns, dayOrder(file, columns));
        certain &= isComplete(columns, hasList) && (layout.dayOrder() != null || !needsOrder(file, columns));
        return new LayoutGuess(layout, certain);
    }

    /** By which a heading is remembered. */
    static String key(String heading) {
        var letters = Headings.letters(heading);
        return letters.isEmpty() ? heading : letters;
    }

    /** The order of days that the times of the file have; null when they have none, or it cannot be told. */
    static @Nullable DayOrder dayOrder(CsvFile file, List<String> columns) {
        var texts = times(file, columns);
        if (texts.stream().noneMatch(LocalTimes::dependsOnOrder)) {
            return null;
        }
        var possible = LocalTimes.possible(texts);
        return possible.size() == 1 ? possible.iterator().next() : null;
    }

    /** Whether some day can be read in two ways, as long as nobody says in which. */
    static boolean needsOrder(CsvFile file, List<String> columns) {
        return times(file, columns).stream().anyMatch(LocalTimes::dependsOnOrder);
    }

    /** A day whose order of day and month makes a difference, in whatever column; null when there is none. */
    static @Nullable String unclear(CsvFile file) {
        return file.rows().stream()
                .flatMap(row -> row.cells().stream())
                .filter(LocalTimes::dependsOnOrder)
                .findFirst()
                .orElse(null);
    }

    private static List<String> times(CsvFile file, List<String> columns) {
        var indexes = IntStream.range(0, columns.size())
                .filter(index -> ImportColumns.TIMES.contains(columns.get(index)))
                .toArray();
        return file.rows().stream()
                .flatMap(row -> IntStream.of(indexes)
                        .filter(index -> index < row.cells().size())
                        .mapToObj(index -> row.cells().get(index)))
                .filter(cell -> !cell.isEmpty())
                .toList();
    }

    private static boolean isComplete(List<String> columns, boolean hasList) {
        try {
            var unused = ImportColumns.chosen(columns, hasList);
            return true;
        } catch (InvalidField incomplete) {
            return false;
        }
    }

    /** What nobody knows is shown to the agents under its own name: nothing of the file is lost. */
    static String attribute(String heading) {
        var name = heading.replaceAll("\\s+", " ").strip();
        return name.isEmpty() || name.length() > LONGEST_ATTRIBUTE || !Texts.isPlain(name, false)
                ? ImportColumns.LEFT_OUT
                : ImportColumns.ATTRIBUTE + name;
    }

    private static String another(String heading, Set<String> taken) {
        var attribute = attribute(heading);
        return taken.add(attribute) ? attribute : ImportColumns.LEFT_OUT;
    }

    /** What somebody has said, with what is certain anyway. */
    static FileLayout said(CsvFile file, LayoutRequest request, List<String> columns) {
        var order = request.dayOrder() != null ? request.dayOrder() : dayOrder(file, columns);
        if (order == null && needsOrder(file, columns)) {
            throw new InvalidField(
                    "dayOrder",
                    "must say whether the day or the month comes first, as in " + unclear(file),
                    "DAY_OR_MONTH");
        }
        return new FileLayout(request.encoding(), columns, order);
    }
}
