package io.ringback.exchange;

import io.ringback.callback.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A file that waits to be looked at.
 *
 * @param listId for rows that name none; null when each names its own
 * @param source for rows that name none
 * @param mends what has been written over its cells since, the latest last
 */
record UploadedFile(byte[] content, @Nullable String listId, Source source, FileLayout layout, List<Mend> mends) {

    /** What is usual in its rows. */
    ImportDefaults defaults() {
        return ImportDefaults.of(content, listId, source);
    }

    /** Its rows as they are by now. */
    CsvFile read() {
        var file = CsvFile.read(content, layout.encoding());
        if (mends.isEmpty()) {
            return file;
        }
        var byRow = mends.stream().collect(Collectors.groupingBy(Mend::row));
        return new CsvFile(
                file.header(),
                file.rows().stream()
                        .map(row -> mended(
                                row,
                                byRow.getOrDefault(row.number(), List.of()),
                                file.header().size()))
                        .toList(),
                file.sheet());
    }

    /** A row of which every cell was written anew is read as it is now, and what stood beyond its columns is gone. */
    private static CsvFile.Row mended(CsvFile.Row row, List<Mend> mends, int columns) {
        if (mends.isEmpty()) {
            return row;
        }
        var written = mends.stream().map(Mend::column).distinct().count() >= columns;
        var cells = new ArrayList<>(row.cells());
        for (var mend : mends) {
            while (cells.size() <= mend.column()) {
                cells.add("");
            }
            cells.set(mend.column(), mend.text().strip());
        }
        return new CsvFile.Row(row.number(), written ? cells.subList(0, columns) : cells, written ? null : row.fault());
    }

    /** Without the content, which holds numbers and names. */
    @Override
    public String toString() {
        return "UploadedFile[listId=%s, source=%s]".formatted(listId, source);
    }
}
