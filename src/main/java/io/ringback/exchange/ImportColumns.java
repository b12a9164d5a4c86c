package io.ringback.exchange;

import io.ringback.callback.Source;
import io.ringback.intake.CallbackRequest;
import io.ringback.platform.problem.FieldError;
import io.ringback.platform.problem.InvalidField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which column of a file is which field of a request: they have the same names, capitals aside. A column named
 * {@code attr:order} is the attribute {@code order}.
 */
record ImportColumns(List<String> names) {

    static final String ATTRIBUTE = "attr:";
    /** What a column is called that is left out. */
    static final String LEFT_OUT = "-";

    static final Set<String> TIMES = Set.of("notBefore", "dueAt", "expiresAt");

    private static final int MOST_NAMED = 10;
    static final List<String> FIELDS =
            List.of("phoneNumber", "listId", "callerName", "source", "externalId", "notBefore", "dueAt", "expiresAt");
    private static final Map<String, String> BY_LOWER_CASE =
            FIELDS.stream().collect(Collectors.toMap(name -> name.toLowerCase(Locale.ROOT), Function.identity()));

    /**
     * @param hasList whether a list was named for the whole file
     * @throws InvalidField for a column that is unknown, there twice, or missing
     */
    static ImportColumns of(List<String> header, boolean hasList) {
        var problems = new ArrayList<FieldError>();
        var names = new ArrayList<String>();
        var seen = new HashSet<String>();
        var unknown = new ArrayList<String>();
        for (int index = 0; index < header.size(); index++) {
            var written = header.get(index);
            var name = written.isEmpty() ? "" : canonical(written);
            if (name == null) {
                unknown.add(RowError.shown(written));
            } else if (name.isEmpty() && !isLast(header, index)) {
                problems.add(column(index, "has no name", "UNNAMED_COLUMN", Integer.toString(index + 1)));
            } else if (!name.isEmpty() && !seen.add(name)) {
                problems.add(column(index, "is there twice", "COLUMN_TWICE", RowError.shown(name)));
            }
            names.add(name == null ? "" : name);
        }
        if (!unknown.isEmpty()) {
            problems.add(unknown(unknown));
        }
        problems.addAll(missing(seen, hasList));
        if (!problems.isEmpty()) {
            throw new InvalidField(problems);
        }
        return new ImportColumns(names);
    }

    /**
     * As somebody has said, column by column; those that are not mentioned are left out.
     *
     * @throws InvalidField for a name that is no column's, there twice, or missing
     */
    static ImportColumns chosen(List<String> columns, boolean hasList) {
        var problems = new ArrayList<FieldError>();
        var names = new ArrayList<String>();
        var seen = new HashSet<String>();
        for (int index = 0; index < columns.size(); index++) {
            var written = columns.get(index).strip();
            var name = written.isEmpty() || written.equals(LEFT_OUT) ? LEFT_OUT : canonical(written);
            if (name == null) {
                problems.add(unknown(List.of(RowError.shown(written))));
            } else if (!name.equals(LEFT_OUT) && !seen.add(name)) {
                problems.add(column(index, "is there twice", "COLUMN_TWICE", RowError.shown(name)));
            }
            names.add(name == null ? LEFT_OUT : name);
        }
        problems.addAll(missing(seen, hasList));
        if (!problems.isEmpty()) {
            throw new InvalidField(problems);
        }
        return new ImportColumns(names);
    }

    private static List<FieldError> missing(Set<String> seen, boolean hasList) {
        var problems = new ArrayList<FieldError>();
        if (!seen.contains("phoneNumber")) {
            problems.add(new FieldError("phoneNumber", "is a column that the file must have", "NO_NUMBER_COLUMN"));
        }
        if (!hasList && !seen.contains("listId")) {
            problems.add(new FieldError(
                    "listId",
                    "is a column that the file must have, unless a list is chosen for all",
                    "NO_LIST_COLUMN"));
        }
        return problems;
    }

    /** What a row asks for; what cannot be read is added to the errors. */
    CallbackRequest request(CsvFile.Row row, ImportDefaults defaults, FileTimes.Style times, List<RowError> errors) {
        var cells = cells(row, errors);
        var attributes = new TreeMap<String, String>();
        cells.forEach((name, text) -> {
            if (name.startsWith(ATTRIBUTE)) {
                attributes.put(name.substring(ATTRIBUTE.length()), text);
            }
        });
        var list = cells.getOrDefault("listId", defaults.listId() == null ? "" : defaults.listId());
        return new CallbackRequest(
                list,
                cells.getOrDefault("phoneNumber", ""),
                source(cells.get("source"), defaults.source(), row.number(), errors),
                cells.get("callerName"),
                cells.getOrDefault("externalId", defaults.externalId(row.number())),
                times.read("notBefore", cells.get("notBefore"), list, row.number(), errors),
                times.read("dueAt", cells.get("dueAt"), list, row.number(), errors),
                times.read("expiresAt", cells.get("expiresAt"), list, row.number(), errors),
                attributes.isEmpty() ? null : attributes);
    }

    /** What the row itself says in the column. */
    @Nullable
    String cell(CsvFile.Row row, String column) {
        var index = names.indexOf(column);
        return index < 0 || index >= row.cells().size() ? null : row.cells().get(index);
    }

    private Map<String, String> cells(CsvFile.Row row, List<RowError> errors) {
        var cells = new HashMap<String, String>();
        for (int index = 0; index < row.cells().size(); index++) {
            var text = row.cells().get(index);
            var name = index < names.size() ? names.get(index) : "";
            if (!text.isEmpty() && name.isEmpty()) {
                errors.add(
                        new RowError(row.number(), "", "EXTRA_CELL", "has a cell without a column", null).about(text));
            } else if (!text.isEmpty() && !name.equals(LEFT_OUT)) {
                cells.put(name, text);
            }
        }
        return cells;
    }

    private static Source source(@Nullable String text, Source usual, int row, List<RowError> errors) {
        if (text == null) {
            return usual;
        }
        return Arrays.stream(Source.values())
                .filter(source -> source.name().equals(text))
                .findFirst()
                .orElseGet(() -> {
                    errors.add(new RowError(
                            row,
                            "source",
                            "UNKNOWN_SOURCE",
                            "expected one of " + Arrays.toString(Source.values()),
                            null));
                    return usual;
                });
    }

    /** A line end within a name is how a spreadsheet broke it to fit. */
    static @Nullable String canonical(String written) {
        var name = written.replaceAll("\\s+", " ");
        if (name.regionMatches(true, 0, ATTRIBUTE, 0, ATTRIBUTE.length()) && name.length() > ATTRIBUTE.length()) {
            return ATTRIBUTE + name.substring(ATTRIBUTE.length()).strip();
        }
        return BY_LOWER_CASE.get(name.toLowerCase(Locale.ROOT));
    }

    private static FieldError column(int index, String message, String code, String value) {
        return new FieldError("column " + (index + 1), message, code, value);
    }

    private static FieldError unknown(List<String> columns) {
        var named = columns.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        return new FieldError(
                "header",
                "names columns that are none of %s, nor attr: and a name".formatted(String.join(", ", FIELDS)),
                "UNKNOWN_COLUMN",
                columns.size() > MOST_NAMED ? named + ", …" : named);
    }

    /** Spreadsheets like to leave empty columns at the end. */
    private static boolean isLast(List<String> header, int index) {
        return header.subList(index, header.size()).stream().allMatch(String::isEmpty);
    }
}
