package io.ringback.office.board;

import io.ringback.office.PageOfRows;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The board as one person sees it.
 *
 * @param now the server's time
 * @param listNames of all lists, by id
 * @param mayStop whether this person stops agents
 */
record BoardPage(
        Board board,
        BoardQuery query,
        PageOfRows<BoardList> lists,
        PageOfRows<BoardAgent> agents,
        Map<String, String> listNames,
        Instant now,
        boolean mayStop) {

    /** As many lists, and as many agents: what two or three turns of the wheel show. */
    private static final int ROWS = 15;

    private static final Comparator<BoardList> BY_NAME =
            Comparator.comparing(BoardList::name).thenComparing(BoardList::id);
    private static final Comparator<BoardList> TROUBLE_FIRST = Comparator.comparing(BoardList::hasTrouble)
            .thenComparing(BoardList::overdue)
            .thenComparing(BoardList::setAside)
            .thenComparing(BoardList::dueInAnHour)
            .thenComparing(BoardList::openCases)
            .reversed()
            .thenComparing(BY_NAME);

    static BoardPage of(Board board, BoardQuery query, Instant now, boolean mayStop) {
        var lists = board.lists().stream()
                .filter(list -> query.finds(list.id(), list.name()))
                .filter(list -> isShown(list, query))
                .sorted(query.sorted().equals("name") ? BY_NAME : TROUBLE_FIRST)
                .toList();
        // Not by how long they have had their case: rows that change places under the pointer make people stop the
        // wrong one.
        var agents = board.agents().stream()
                .filter(agent -> query.finds(agent.id(), agent.name()))
                .filter(agent -> query.people().equals("all") || agent.receiving())
                .sorted(Comparator.comparing(BoardAgent::receiving).reversed())
                .toList();
        return new BoardPage(
                board,
                query,
                PageOfRows.of(lists, query.listPage(), ROWS),
                PageOfRows.of(agents, query.agentPage(), ROWS),
                board.lists().stream().collect(Collectors.toMap(BoardList::id, BoardList::name)),
                now,
                mayStop);
    }

    /** Of all lists, whatever is shown. */
    public BoardTotals totals() {
        return BoardTotals.of(board);
    }

    /** In words that are the same in all languages. */
    public String age(@Nullable Instant since) {
        return Ages.between(since, now);
    }

    private static boolean isShown(BoardList list, BoardQuery query) {
        return switch (query.shown()) {
            case "open" -> list.openCases() > 0;
            case "trouble" -> list.hasTrouble();
            default -> true;
        };
    }
}
