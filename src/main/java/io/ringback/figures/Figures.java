package io.ringback.figures;

import io.ringback.account.Accounts;
import io.ringback.design.DeployedVersions;
import io.ringback.list.Lists;
import io.ringback.platform.problem.NotFound;
import io.ringback.trace.Drawings;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What the cases that were closed in a period add up to; milliseconds for a year of them. */
@Service
public class Figures {

    private static final Set<Kind> OF_PROCESS = EnumSet.of(Kind.CASE, Kind.PASS, Kind.FLOW, Kind.END, Kind.RULE);
    private static final Set<Kind> OF_PEOPLE = EnumSet.of(Kind.TO_CALL, Kind.CALL, Kind.AFTER_CALL, Kind.LEFT);

    private final JdbcCounts counts;
    private final Drawings drawings;
    private final DeployedVersions versions;
    private final Accounts accounts;
    private final Lists lists;
    private final Clock clock;

    Figures(
            JdbcCounts counts,
            Drawings drawings,
            DeployedVersions versions,
            Accounts accounts,
            Lists lists,
            Clock clock) {
        this.counts = counts;
        this.drawings = drawings;
        this.versions = versions;
        this.accounts = accounts;
        this.lists = lists;
        this.clock = clock;
    }

    /**
     * A version through which cases went that were closed in a period.
     *
     * @param cases how many
     */
    public record VersionInUse(
            String key, int version, long cases, @Nullable Double medianSeconds) {}

    /** Those with cases closed in the period, by key, the newest version of each first. */
    public List<VersionInUse> versions(Period period) {
        return counts.of(null, period, EnumSet.of(Kind.CASE)).stream()
                .map(row -> {
                    var version = Owner.version(row.owner());
                    return new VersionInUse(
                            version.key(),
                            version.number(),
                            row.counted().count(),
                            row.counted().medianSeconds());
                })
                .sorted(Comparator.comparing(VersionInUse::key)
                        .thenComparing(VersionInUse::version, Comparator.reverseOrder()))
                .toList();
    }

    /** @throws NotFound when there is no such version of a process */
    public ProcessFigures ofVersion(String key, int version, Period period) {
        var drawing =
                drawings.of(key, version).orElseThrow(() -> new NotFound("There is no such version of a process."));
        var rows = counts.of(Owner.version(key, version), period, OF_PROCESS);
        var cases = rows.stream()
                .filter(row -> row.kind() == Kind.CASE)
                .map(JdbcCounts.Row::counted)
                .findFirst()
                .orElse(Counted.NONE);
        var drawn = new DrawnFigures(drawing, rows);
        return new ProcessFigures(
                key,
                version,
                period.from(),
                period.to(),
                countedUntil(),
                cases.count(),
                cases.medianSeconds(),
                cases.p95Seconds(),
                drawn.elements(),
                drawn.flows(),
                drawn.ends(),
                drawn.rules(versions));
    }

    /** @throws NotFound when there is no such account */
    public PeopleFigures ofAgent(String agentId, Period period) {
        if (accounts.find(agentId).isEmpty()) {
            throw new NotFound("There is no agent with this id.");
        }
        return people(counts.of(Owner.agent(agentId), period, OF_PEOPLE), period, null);
    }

    /** @throws NotFound when there is no such list, be it archived */
    public PeopleFigures ofList(String listId, Period period) {
        if (lists.find(listId).isEmpty() && lists.archived(listId).isEmpty()) {
            throw new NotFound("There is no list with this id.");
        }
        return people(counts.of(Owner.list(listId), period, OF_PEOPLE), period, listId);
    }

    /** Cases that were closed before are counted, all of them. */
    private Instant countedUntil() {
        var oldest = counts.oldestNotCounted();
        var now = clock.instant();
        return oldest == null || oldest.isAfter(now) ? now : oldest;
    }

    private PeopleFigures people(List<JdbcCounts.Row> rows, Period period, @Nullable String listId) {
        var times = rows.stream()
                .filter(row -> row.kind() != Kind.LEFT)
                .collect(Collectors.toMap(JdbcCounts.Row::kind, row -> PeopleFigures.Times.of(row.counted())));
        var left = rows.stream()
                .filter(row -> row.kind() == Kind.LEFT)
                .map(row -> left(row, listId))
                .toList();
        var given = left.stream().mapToLong(PeopleFigures.LeftBy::count).sum();
        var byLimit = left.stream()
                .filter(each -> each.how().isByLimit())
                .mapToLong(PeopleFigures.LeftBy::count)
                .sum();
        var none = PeopleFigures.Times.of(Counted.NONE);
        return new PeopleFigures(
                period.from(),
                period.to(),
                countedUntil(),
                given,
                times.getOrDefault(Kind.TO_CALL, none),
                times.getOrDefault(Kind.CALL, none),
                times.getOrDefault(Kind.AFTER_CALL, none),
                left,
                given == 0 ? null : DrawnFigures.share(byLimit, given));
    }

    /** Of an agent, the list stands before it. */
    private static PeopleFigures.LeftBy left(JdbcCounts.Row row, @Nullable String listId) {
        var parts = row.name().split(" ", 2);
        return new PeopleFigures.LeftBy(
                listId == null ? parts[0] : listId,
                Left.valueOf(parts[parts.length - 1]),
                row.counted().count());
    }
}
