package io.ringback.office.lists;

import io.ringback.list.CallbackList;
import io.ringback.list.ListNumbers;
import io.ringback.office.PageOfRows;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which of the lists somebody wants to see. Whatever is not understood is taken for the usual choice: the addresses are
 * kept as bookmarks.
 *
 * @param q part of a name or an id
 * @param sort by {@code name}, or those first that have the most cases {@code open}, {@code due} in an hour or
 *     {@code expiring} within a day
 * @param page the page, from 1
 * @param archived whether archived lists are shown below
 */
record ListsQuery(
        @Nullable String q,
        @Nullable String sort,
        @Nullable String page,
        @Nullable String archived) {

    static final List<String> ORDERS = List.of("name", "open", "due", "expiring");

    private static final int ROWS = 50;
    private static final ListNumbers NONE = new ListNumbers(0, 0, 0, 0);
    private static final Comparator<CallbackList> BY_NAME = Comparator.comparing(
                    CallbackList::name, String.CASE_INSENSITIVE_ORDER)
            .thenComparing(CallbackList::id);

    public String text() {
        return q == null ? "" : q.strip();
    }

    public String sorted() {
        return sort != null && ORDERS.contains(sort) ? sort : "name";
    }

    public boolean showsArchived() {
        return "true".equals(archived);
    }

    boolean finds(CallbackList list) {
        return PageOfRows.finds(text(), list.id(), list.name());
    }

    PageOfRows<CallbackList> of(List<CallbackList> all, Map<String, ListNumbers> numbers) {
        var found = all.stream().filter(this::finds).sorted(order(numbers)).toList();
        return PageOfRows.of(found, PageOfRows.number(page), ROWS);
    }

    private Comparator<CallbackList> order(Map<String, ListNumbers> numbers) {
        return switch (sorted()) {
            case "open" -> most(numbers, ListNumbers::openCases);
            case "due" -> most(numbers, ListNumbers::dueInAnHour);
            case "expiring" -> most(numbers, ListNumbers::expiresIn24Hours);
            default -> BY_NAME;
        };
    }

    private static Comparator<CallbackList> most(Map<String, ListNumbers> numbers, ToLongFunction<ListNumbers> number) {
        return Comparator.comparingLong(
                        (CallbackList list) -> number.applyAsLong(numbers.getOrDefault(list.id(), NONE)))
                .reversed()
                .thenComparing(BY_NAME);
    }

    /** The address of the tables alone. */
    public String tables() {
        return address("/supervision/lists/_all", PageOfRows.number(page), showsArchived());
    }

    public String withPage(int wanted) {
        return address("/supervision/lists", wanted, showsArchived());
    }

    public String withArchived(boolean shown) {
        return address("/supervision/lists", 1, shown);
    }

    private String address(String path, int number, boolean withArchived) {
        return UriComponentsBuilder.fromPath(path)
                .queryParam("q", "{q}")
                .queryParam("sort", sorted())
                .queryParam("page", number)
                .queryParam("archived", withArchived)
                .encode()
                .buildAndExpand(text())
                .toUriString();
    }
}
