package io.ringback.exchange;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

/** A row with errors, and the cells in which they can be mended. */
public record WrongRow(int row, List<Fault> faults) {

    /** @param cells those to be written anew; none where the file has no such column */
    public record Fault(RowError error, List<Cell> cells) {}

    /** @param column counted from 0 */
    public record Cell(int column, String heading, String text) {}

    /** An error of the whole row is mended by writing all of its cells. */
    static WrongRow of(int row, List<RowError> errors, List<String> cells, List<String> columns, List<String> header) {
        var faults = new ArrayList<Fault>();
        var shown = new HashSet<Integer>();
        for (var error : errors) {
            var places = error.column().isEmpty()
                    ? IntStream.range(0, header.size())
                    : IntStream.of(columns.indexOf(error.column()));
            faults.add(new Fault(
                    error,
                    places.filter(place -> place >= 0 && shown.add(place))
                            .mapToObj(place ->
                                    new Cell(place, header.get(place), place < cells.size() ? cells.get(place) : ""))
                            .toList()));
        }
        return new WrongRow(row, faults);
    }
}
