package io.ringback.office.board;

import io.ringback.list.CallbackList;
import io.ringback.list.ListNumbers;
import io.ringback.list.Lists;
import io.ringback.list.LiveNumbers;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** What the charts of a list, or of all together, are drawn from. */
@Service
class Charts {

    private final Lists lists;
    private final LiveNumbers numbers;
    private final JdbcBoardCounts counts;
    private final Clock clock;

    Charts(Lists lists, LiveNumbers numbers, JdbcBoardCounts counts, Clock clock) {
        this.lists = lists;
        this.numbers = numbers;
        this.counts = counts;
        this.clock = clock;
    }

    /** @throws io.ringback.platform.problem.NotFound when there is no such list */
    ChartData of(String listId) {
        var list = lists.get(listId);
        var ids = List.of(list.id());
        var open = numbers.of(ids).values().stream()
                .mapToLong(ListNumbers::openCases)
                .sum();
        return data(list.zone(), open, bounds -> counts.within(bounds, ids));
    }

    /** All lists together, by the clocks of the zone that most of them are in. */
    ChartData ofAll() {
        var all = lists.all();
        return data(commonest(all), numbers.openOfAll(), counts::within);
    }

    private ChartData data(ZoneId zone, long open, Function<List<Instant>, Map<Integer, BoardCounts>> counting) {
        var now = clock.instant();
        return new ChartData(
                zone,
                lines(ChartTimes.hours(now, zone), counting, open),
                lines(ChartTimes.days(now, zone), counting, open));
    }

    /** From the present backwards: what was open before is what is open now without what has come in since. */
    private static List<ChartLine> lines(
            ChartTimes times, Function<List<Instant>, Map<Integer, BoardCounts>> counting, long open) {
        var found = counting.apply(times.bounds());
        var lines = new ArrayList<ChartLine>();
        var backlog = open;
        for (int number = times.count() - 1; number >= 0; number--) {
            var of = found.getOrDefault(number, BoardCounts.NONE);
            var running = number == times.count() - 1;
            lines.add(new ChartLine(times.bounds().get(number), times.bounds().get(number + 1), of, backlog, running));
            backlog -= of.growth();
        }
        Collections.reverse(lines);
        return lines;
    }

    private static ZoneId commonest(List<CallbackList> all) {
        return all.stream()
                .collect(Collectors.groupingBy(CallbackList::zone, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.<ZoneId, Long>comparingByValue()
                        .thenComparing(Map.Entry::getKey, Comparator.comparing(ZoneId::getId)))
                .map(Map.Entry::getKey)
                .orElse(ZoneOffset.UTC);
    }

    /** @param zone whose hours and days these are */
    record ChartData(ZoneId zone, List<ChartLine> hours, List<ChartLine> days) {}
}
