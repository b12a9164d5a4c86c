package io.ringback.office.board;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of all lists together.
 *
 * @param receiving agents who receive
 * @param idle agents who wait for a case
 * @param waitingSince since when the case that waits longest could have been taken
 * @param today added up over the lists, each with its own day
 */
record BoardTotals(
        long receiving,
        long idle,
        long openCases,
        long dueInAnHour,
        long expiresIn24Hours,
        long overdue,
        @Nullable Instant waitingSince,
        BoardCounts today) {

    static BoardTotals of(Board board) {
        return of(board.lists(), board.agents());
    }

    static BoardTotals of(List<BoardList> lists, List<BoardAgent> agents) {
        return new BoardTotals(
                agents.stream().filter(BoardAgent::receiving).count(),
                agents.stream().filter(agent -> agent.idleSince() != null).count(),
                lists.stream().mapToLong(BoardList::openCases).sum(),
                lists.stream().mapToLong(BoardList::dueInAnHour).sum(),
                lists.stream().mapToLong(BoardList::expiresIn24Hours).sum(),
                lists.stream().mapToLong(BoardList::overdue).sum(),
                lists.stream()
                        .map(BoardList::waitingSince)
                        .filter(Objects::nonNull)
                        .min(Instant::compareTo)
                        .orElse(null),
                lists.stream().map(BoardList::today).reduce(BoardCounts.NONE, BoardCounts::plus));
    }
}
