package io.ringback.exchange;

import io.ringback.callback.Source;
import io.ringback.platform.database.Transactions;
import io.ringback.platform.input.Texts;
import io.ringback.platform.problem.Conflict;
import io.ringback.platform.problem.InvalidField;
import io.ringback.platform.problem.NotFound;
import io.ringback.platform.problem.TooManyRequests;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Files as people have them. Whoever sends one sees how it is read, is asked where that is not certain, and may change it and
 * mend its cells until it is confirmed; each time it is looked at anew.
 */
@Service
public class ImportLayouts {

    private static final int MOST_KEPT = 20;
    private static final int MOST_MENDS = 2000;
    private static final int EXAMPLES = 3;
    private static final int LONGEST_EXAMPLE = 40;
    private static final Duration WAIT = Duration.ofSeconds(30);

    private final JdbcImportLayouts layouts;
    private final JdbcImportRows rows;
    private final ImportCheck checks;
    private final Transactions transactions;
    private final Clock clock;

    ImportLayouts(
            JdbcImportLayouts layouts,
            JdbcImportRows rows,
            ImportCheck checks,
            Transactions transactions,
            Clock clock) {
        this.layouts = layouts;
        this.rows = rows;
        this.checks = checks;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Keeps a file, and has it looked at if it is certain how; otherwise its sender is asked. */
    UUID send(String account, byte[] content, FileLayout known, @Nullable String listId, Source source) {
        var file = CsvFile.read(content, known.encoding());
        if (file.rows().isEmpty()) {
            throw new InvalidField("file", "has no rows below its header", "NO_ROWS");
        }
        var id = UUID.randomUUID();
        var guess = LayoutGuess.of(file, known, layouts.remembered(listId), listId != null);
        var sent = new UploadedFile(content, listId, source, guess.layout(), List.of());
        transactions.execute(() -> {
            layouts.keep(id, account, sent, file.rows().size(), clock.instant(), MOST_KEPT);
            if (guess.isCertain()) {
                lookAgain(id, guess.layout(), List.of(), file);
            }
        });
        if (guess.isCertain()) {
            checks.soon(id, file.rows().size());
        }
        return id;
    }

    /** @throws NotFound when it is nobody's, somebody else's, confirmed, or just being looked at */
    public LayoutView layout(String account, UUID id) {
        var sent = layouts.find(id, account).orElseThrow(ImportLayouts::notOpen);
        var file = sent.read();
        var layout = sent.layout();
        var columns = columns(layout, file);
        var isSheet = file.sheet() != null;
        var encoding = isSheet ? null : FileEncoding.of(sent.content(), layout.encoding());
        return new LayoutView(
                encoding == null ? null : encoding.label(),
                encoding == FileEncoding.WINDOWS_1252 && layout.encoding() == null,
                isSheet
                        ? List.of()
                        : Arrays.stream(FileEncoding.values())
                                .map(FileEncoding::label)
                                .toList(),
                file.sheet() == null ? null : Texts.shown(file.sheet(), LONGEST_EXAMPLE),
                views(file, columns),
                layout.dayOrder(),
                LayoutGuess.unclear(file),
                ImportColumns.FIELDS);
    }

    /**
     * Has it read as it is said, or, when no columns are, guesses anew and asks.
     *
     * @throws InvalidField for columns that cannot be so, and when the order of day and month is not said but needed
     */
    void settle(String account, UUID id, LayoutRequest request) {
        var sent = layouts.find(id, account).orElseThrow(ImportLayouts::notOpen);
        var file = CsvFile.read(sent.content(), request.encoding());
        var chosen = request.columns() == null ? List.<String>of() : request.columns();
        if (chosen.isEmpty()) {
            guessAgain(account, id, sent, file, request.encoding());
            return;
        }
        if (chosen.size() != file.header().size()) {
            throw new InvalidField(
                    "columns",
                    "must be one for each of the %s columns"
                            .formatted(file.header().size()));
        }
        var columns = ImportColumns.chosen(chosen, sent.listId() != null).names();
        var layout = LayoutGuess.said(file, request, columns);
        transactions.execute(() -> {
            var mends = layouts.lock(id, account).orElseThrow(ImportLayouts::notOpen);
            layouts.remember(sent.listId(), meanings(file, columns), clock.instant());
            lookAgain(id, layout, mends, file);
        });
        checks.soon(id, file.rows().size());
    }

    private void guessAgain(String account, UUID id, UploadedFile sent, CsvFile file, @Nullable String encoding) {
        var known = new FileLayout(encoding, null, null);
        var guess = LayoutGuess.of(file, known, layouts.remembered(sent.listId()), sent.listId() != null);
        transactions.execute(() -> {
            var unused = layouts.lock(id, account).orElseThrow(ImportLayouts::notOpen);
            rows.forget(id);
            layouts.ask(id, guess.layout(), file.rows().size());
        });
    }

    /**
     * Writes over cells, and has the file looked at anew.
     *
     * @throws InvalidField for a cell that the file does not have
     */
    void mend(String account, UUID id, List<Mend> mends) {
        var sent = layouts.find(id, account).orElseThrow(ImportLayouts::notOpen);
        var file = CsvFile.read(sent.content(), sent.layout().encoding());
        check(file, mends);
        transactions.execute(() -> {
            var all = merged(layouts.lock(id, account).orElseThrow(ImportLayouts::notOpen), mends);
            if (all.size() > MOST_MENDS) {
                throw new InvalidField("mends", "are more than %s; mend the file itself".formatted(MOST_MENDS));
            }
            lookAgain(id, sent.layout(), all, file);
        });
        checks.soon(id, file.rows().size());
    }

    /** The first rows with errors, with the cells in which they can be mended. */
    public List<WrongRow> wrong(String account, UUID id, int limit) {
        var sent = layouts.find(id, account);
        if (sent.isEmpty()) {
            return List.of();
        }
        var header = sent.get().read().header();
        var columns = sent.get().layout().columns();
        return rows.preview(id, false, 0, limit).stream()
                .map(row ->
                        WrongRow.of(row.row(), row.errors(), row.cells(), columns == null ? header : columns, header))
                .toList();
    }

    private void lookAgain(UUID id, FileLayout layout, List<Mend> mends, CsvFile file) {
        rows.forget(id);
        if (!layouts.lookAgain(id, layout, mends, file.rows().size(), MOST_KEPT)) {
            throw new TooManyRequests("Too many files of yours wait to be looked at; try again soon.", WAIT);
        }
    }

    private static void check(CsvFile file, List<Mend> mends) {
        var numbers = file.rows().stream().map(CsvFile.Row::number).collect(Collectors.toSet());
        for (var mend : mends) {
            if (!numbers.contains(mend.row()) || mend.column() >= file.header().size()) {
                throw new InvalidField("mends", "must name a row and a column of the file");
            }
        }
    }

    /** The latest word on each cell. */
    private static List<Mend> merged(List<Mend> before, List<Mend> now) {
        var cells = new TreeMap<String, Mend>();
        before.forEach(mend -> cells.put(mend.row() + ":" + mend.column(), mend));
        now.forEach(mend -> cells.put(mend.row() + ":" + mend.column(), mend));
        return List.copyOf(cells.values());
    }

    private static Map<String, String> meanings(CsvFile file, List<String> columns) {
        var meanings = new TreeMap<String, String>();
        for (int index = 0; index < columns.size(); index++) {
            var heading = file.header().get(index);
            if (!heading.isEmpty() && Texts.isStorable(heading)) {
                meanings.putIfAbsent(LayoutGuess.key(heading), columns.get(index));
            }
        }
        return meanings;
    }

    private static List<String> columns(FileLayout layout, CsvFile file) {
        return layout.columns() == null ? file.header() : layout.columns();
    }

    private static List<LayoutView.Column> views(CsvFile file, List<String> columns) {
        var views = new ArrayList<LayoutView.Column>();
        for (int index = 0; index < file.header().size(); index++) {
            int place = index;
            var examples = file.rows().stream()
                    .filter(row -> place < row.cells().size()
                            && !row.cells().get(place).isEmpty())
                    .limit(EXAMPLES)
                    .map(row -> Texts.shown(row.cells().get(place), LONGEST_EXAMPLE))
                    .toList();
            views.add(new LayoutView.Column(
                    Texts.shown(file.header().get(index), LONGEST_EXAMPLE),
                    columns.get(index),
                    attribute(file.header().get(index), columns.get(index)),
                    examples));
        }
        return views;
    }

    private static @Nullable String attribute(String heading, String field) {
        var attribute = field.startsWith(ImportColumns.ATTRIBUTE) ? field : LayoutGuess.attribute(heading);
        return attribute.equals(ImportColumns.LEFT_OUT) ? null : attribute;
    }

    private static RuntimeException notOpen() {
        return new Conflict(
                "Expected a file of yours that was looked at and is not confirmed. Wait until it was looked at,"
                        + " or send it again.");
    }
}
