package io.ringback.office.board;

import io.ringback.office.PageOfRows;
import io.ringback.presence.PresentAgent;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The board as one person sees it.
 *
 * @param away the names of what agents are away for, by id
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
        Map<String, String> away,
        Instant now,
        boolean mayStop) {

    /** As many lists, and as many agents: what two or three turns of the wheel show. */
    private static final int ROWS = 12;

    private static final Comparator<BoardList> BY_NAME =
            Comparator.comparing(BoardList::name).thenComparing(BoardList::id);
    private static final Comparator<BoardList> TROUBLE_FIRST = Comparator.comparing(BoardList::hasTrouble)
            .thenComparing(BoardList::overdue)
            .thenComparing(BoardList::setAside)
            .thenComparing(BoardList::dueInAnHour)
            .thenComparing(BoardList::openCases)
            .reversed()
            .thenComparing(BY_NAME);

    static BoardPage of(Board board, BoardQuery query, Map<String, String> away, Instant now, boolean mayStop) {
        var lists = board.lists().stream()
                .filter(list -> query.finds(list.id(), list.name()))
                .filter(list -> isShown(list, query))
                .sorted(query.sorted().equals("name") ? BY_NAME : TROUBLE_FIRST)
                .toList();
        // By what they do and then by name, not by how long they have done it: rows should not change places all the
        // time. The question before stopping names the agent.
        var agents = board.agents().stream()
                .filter(agent -> query.finds(agent.id(), agent.name()))
                .filter(agent -> isShown(agent, query))
                .sorted(Comparator.comparing(BoardAgent::where, PresentAgent.BUSIEST_FIRST))
                .toList();
        return new BoardPage(
                board,
                query,
                PageOfRows.of(lists, query.listPage(), ROWS),
                PageOfRows.of(agents, query.agentPage(), ROWS),
                board.lists().stream().collect(Collectors.toMap(BoardList::id, BoardList::name)),
                away,
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

    private static boolean isShown(BoardAgent agent, BoardQuery query) {
        return switch (query.people()) {
            case "receiving" -> agent.receiving();
            case "there" -> agent.where().isThere();
            case "away" -> agent.where().isThere() && agent.where().awaySince() != null;
            default -> true;
        };
    }

    private static boolean isShown(BoardList list, BoardQuery query) {
        return switch (query.shown()) {
            case "open" -> list.openCases() > 0;
            case "trouble" -> list.hasTrouble();
            default -> true;
        };
    }
}
