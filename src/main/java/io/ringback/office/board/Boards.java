package io.ringback.office.board;

import io.ringback.list.CallbackList;
import io.ringback.list.ListNumbers;
import io.ringback.list.Lists;
import io.ringback.list.LiveNumbers;
import io.ringback.presence.Attendance;
import io.ringback.presence.PresentAgent;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/**
 * The board. All who look at it on a node share one count, made at most once a second. A day is that of a list: it begins
 * at midnight by the clocks of the list's zone, also for what an agent has saved.
 */
@Service
class Boards {

    private static final ListNumbers NO_NUMBERS = new ListNumbers(0, 0, 0, 0);
    private static final JdbcBoard.ListFigures NO_FIGURES = new JdbcBoard.ListFigures(0, 0, null, BoardCounts.NONE);

    private final Lists lists;
    private final LiveNumbers numbers;
    private final JdbcBoard rows;
    private final Attendance attendance;
    private final Clock clock;
    private final ThrottledCache<Board> board;

    Boards(Lists lists, LiveNumbers numbers, JdbcBoard rows, Attendance attendance, Clock clock) {
        this.lists = lists;
        this.numbers = numbers;
        this.rows = rows;
        this.attendance = attendance;
        this.clock = clock;
        this.board = new ThrottledCache<>(clock, this::count);
    }

    /** As it was a second ago at most, or a little more when counting takes long. */
    Board now() {
        return board.get();
    }

    /** When the day of the zone has begun. */
    static Instant midnight(Instant now, ZoneId zone) {
        return now.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
    }

    private Board count() {
        var now = clock.instant();
        var all = lists.all();
        var live = numbers.of(all.stream().map(CallbackList::id).toList());
        Map<String, Instant> midnights = all.stream()
                .collect(Collectors.toMap(
                        CallbackList::id, list -> midnight(now, list.zone()), (one, other) -> one, TreeMap::new));
        var figures = rows.lists(midnights, now);
        var lines = all.stream()
                .map(list -> line(
                        list,
                        live.getOrDefault(list.id(), NO_NUMBERS),
                        figures.getOrDefault(list.id(), NO_FIGURES),
                        now))
                .sorted(Comparator.comparing(BoardList::name).thenComparing(BoardList::id))
                .toList();
        return new Board(now, lines, agents(midnights));
    }

    private List<BoardAgent> agents(Map<String, Instant> midnights) {
        var present = attendance.ofAll();
        return rows.agents(midnights).stream()
                .map(agent -> agent.at(present.getOrDefault(agent.id(), PresentAgent.UNKNOWN)))
                .toList();
    }

    private static BoardList line(CallbackList list, ListNumbers live, JdbcBoard.ListFigures figures, Instant now) {
        return new BoardList(
                list.id(),
                list.name(),
                list.zone(),
                live.serving(),
                live.openCases(),
                live.dueInAnHour(),
                live.expiresIn24Hours(),
                figures.overdue(),
                figures.setAside(),
                figures.waitingSince(),
                now.atZone(list.zone()).toLocalDate(),
                figures.today());
    }
}
