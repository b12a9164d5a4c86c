package io.ringback.office.board;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The board on a big screen: few lists, chosen in the address or else those with the most open cases, in the order of
 * their names, so that each stays in its place.
 *
 * @param chosen the ids in the address, separated by commas; empty for none
 * @param now the server's time
 * @param at when it was counted
 */
record Wallboard(String chosen, List<BoardList> lists, BoardTotals totals, Instant now, Instant at) {

    /** What can be read from five metres on one screen. */
    static final int MOST = 12;

    private static final int UNASKED = 6;
    private static final int FEW = 6;

    static Wallboard of(Board board, @Nullable String lists, Instant now) {
        var wanted = Arrays.stream((lists == null ? "" : lists).split(","))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        var shown = wanted.isEmpty() ? busiest(board) : chosen(board, wanted);
        return new Wallboard(
                String.join(",", wanted),
                shown,
                BoardTotals.of(wanted.isEmpty() ? board.lists() : shown, board.agents()),
                now,
                board.at());
    }

    /** In words that are the same in all languages. */
    public String age(@Nullable Instant since) {
        return Ages.between(since, now);
    }

    /** How many lists share the screen, in a word of the style sheet. */
    public String sharing() {
        return switch (lists.size()) {
            case 1 -> "one";
            case 2 -> "two";
            case 3 -> "three";
            default -> lists.size() > FEW ? "many" : "few";
        };
    }

    private static List<BoardList> chosen(Board board, Set<String> wanted) {
        return board.lists().stream()
                .filter(list -> wanted.contains(list.id()))
                .limit(MOST)
                .toList();
    }

    private static List<BoardList> busiest(Board board) {
        var busy = board.lists().stream()
                .sorted(Comparator.comparing(BoardList::openCases).reversed())
                .limit(UNASKED)
                .collect(Collectors.toSet());
        return board.lists().stream().filter(busy::contains).toList();
    }
}
