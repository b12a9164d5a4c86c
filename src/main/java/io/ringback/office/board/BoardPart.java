package io.ringback.office.board;

import java.util.List;

/**
 * A page of rows.
 *
 * @param rows those shown
 * @param page the number of the page, from 1
 * @param total how many there are on all pages
 */
record BoardPart<T>(List<T> rows, int page, int total) {

    static final int SIZE = 50;

    /** The page wanted, or the last one when there are not so many. */
    static <T> BoardPart<T> of(List<T> all, int wanted) {
        var page = Math.min(wanted, Math.max(1, (all.size() + SIZE - 1) / SIZE));
        var begin = (page - 1) * SIZE;
        return new BoardPart<>(all.subList(begin, Math.min(all.size(), begin + SIZE)), page, all.size());
    }

    public int first() {
        return rows.isEmpty() ? 0 : (page - 1) * SIZE + 1;
    }

    public int last() {
        return (page - 1) * SIZE + rows.size();
    }

    public boolean hasMore() {
        return last() < total;
    }
}
