package io.ringback.office;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a long table that are shown at once.
 *
 * @param rows those shown
 * @param page the number of the page, from 1
 * @param size how many rows fit on a page
 * @param total how many there are on all pages
 */
public record PageOfRows<T>(List<T> rows, int page, int size, int total) {

    private static final int LAST_PAGE = 10_000;

    /** The page wanted of all rows, or the last one when there are not so many. */
    public static <T> PageOfRows<T> of(List<T> all, int wanted, int size) {
        var page = within(wanted, all.size(), size);
        var begin = (page - 1) * size;
        return new PageOfRows<>(all.subList(begin, Math.min(all.size(), begin + size)), page, size, all.size());
    }

    /** The number of the page wanted, or of the last one when there are not so many rows. */
    public static int within(int wanted, int total, int size) {
        return Math.min(wanted, Math.max(1, (total + size - 1) / size));
    }

    /** The number of a page as it stands in an address; the first page for whatever is no such number. */
    public static int number(@Nullable String number) {
        return number != null && number.matches("[1-9][0-9]{0,4}") ? Math.min(Integer.parseInt(number), LAST_PAGE) : 1;
    }

    /** Whether one of the values has this text in it, in whichever case; an empty text is in all of them. */
    public static boolean finds(String text, String... values) {
        var wanted = text.toLowerCase(Locale.ROOT);
        return Stream.of(values)
                .anyMatch(value -> value.toLowerCase(Locale.ROOT).contains(wanted));
    }

    public int first() {
        return rows.isEmpty() ? 0 : (page - 1) * size + 1;
    }

    public int last() {
        return (page - 1) * size + rows.size();
    }

    public boolean hasMore() {
        return last() < total;
    }

    /** Whether there are other pages than this one. */
    public boolean isOneOfMany() {
        return page > 1 || hasMore();
    }
}
