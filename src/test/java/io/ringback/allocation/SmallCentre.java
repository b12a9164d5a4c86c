package io.ringback.allocation;

import static java.util.Comparator.comparing;
import static java.util.Comparator.nullsLast;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who gets which callback, said in a few lines: what the SQL of allocation must agree with. */
record SmallCentre(List<String> lists, List<Waiting> callbacks, List<Waiter> agents) {

    /**
     * Of callbacks: what was expedited, the last such first; then the more urgent; then appointments, by their time; then the older, the earlier.
     */
    static final Comparator<Waiting> OLDEST_FIRST = comparing(
                    Waiting::expeditedAt, nullsLast(Comparator.<Instant>reverseOrder()))
            .thenComparing(Waiting::priority, Comparator.reverseOrder())
            .thenComparing(Waiting::agreed, Comparator.reverseOrder())
            .thenComparing(waiting -> waiting.agreed() ? waiting.eligibleAt() : waiting.priorityAt())
            .thenComparing(Waiting::createdAt)
            .thenComparing(waiting -> waiting.id().toString());

    /** Of agents: the longer idle, the earlier. */
    private static final Comparator<Waiter> LONGEST_IDLE_FIRST =
            comparing(Waiter::idleSinceOrFail).thenComparing(Waiter::id);

    private static final int MINUTES = 60;

    /** @param scheduled whether nobody has noted yet that its time has come; the time of others always has */
    record Waiting(
            UUID id,
            String list,
            boolean scheduled,
            boolean setAside,
            Instant createdAt,
            Instant eligibleAt,
            @Nullable Instant offerUntil,
            Instant expiresAt,
            Instant priorityAt,
            int priority,
            boolean agreed,
            @Nullable String releasedBy,
            @Nullable Instant expeditedAt,
            @Nullable String keptFor,
            @Nullable Instant keptUntil) {

        boolean isKeptAt(Instant now) {
            return keptUntil != null && keptUntil.isAfter(now);
        }

        boolean isKeptFor(Waiter agent, Instant now) {
            return isKeptAt(now) && agent.id().equals(keptFor);
        }

        boolean isOfferedAt(Instant now) {
            return !setAside
                    && !eligibleAt.isAfter(now)
                    && expiresAt.isAfter(now)
                    && (offerUntil == null || offerUntil.isAfter(now));
        }
    }

    /** @param idleSince null when not receiving, or with a case in hand */
    record Waiter(String id, @Nullable Instant idleSince, Set<String> joined) {

        Instant idleSinceOrFail() {
            if (idleSince == null) {
                throw new IllegalStateException(id + " is not idle");
            }
            return idleSince;
        }
    }

    /** What is kept for the agent, joined or not, then the callbacks on offer over the lists of the agent, oldest first. */
    List<Waiting> oldest(Waiter agent, Instant now) {
        return callbacks.stream()
                .filter(callback -> callback.isKeptAt(now)
                        ? callback.isKeptFor(agent, now)
                        : agent.joined().contains(callback.list()))
                .filter(callback -> callback.isOfferedAt(now))
                .sorted(comparing((Waiting callback) -> !callback.isKeptFor(agent, now))
                        .thenComparing(OLDEST_FIRST))
                .toList();
    }

    /** The oldest but those the agent gave back, which are left to others while one of them is idle. */
    Optional<Waiting> next(Waiter agent, Instant now) {
        return oldest(agent, now).stream()
                .filter(callback -> callback.isKeptFor(agent, now)
                        || !agent.id().equals(callback.releasedBy())
                        || idleOn(callback.list()).allMatch(agent::equals))
                .findFirst();
    }

    List<Waiter> idleWithWork(Instant now) {
        return agents.stream()
                .filter(agent ->
                        agent.idleSince() != null && !oldest(agent, now).isEmpty())
                .sorted(LONGEST_IDLE_FIRST)
                .toList();
    }

    private Stream<Waiter> idleOn(String list) {
        return agents.stream()
                .filter(agent -> agent.idleSince() != null && agent.joined().contains(list));
    }

    /** The agent has the callback in hand. */
    SmallCentre given(Waiting callback, Waiter agent) {
        var left = new ArrayList<>(callbacks);
        left.remove(callback);
        var others = agents.stream()
                .map(each -> each.equals(agent) ? new Waiter(each.id(), null, each.joined()) : each)
                .toList();
        return new SmallCentre(lists, left, others);
    }

    /** Whatever can be, within an hour from a moment on; many times are the same. */
    static SmallCentre random(Random random, String name, Instant start, int lists, int callbacks, int agents) {
        var listIds =
                IntStream.range(0, lists).mapToObj(i -> name + "-list-" + i).toList();
        var agentIds =
                IntStream.range(0, agents).mapToObj(i -> name + "-agent-" + i).toList();
        var waiting = IntStream.range(0, callbacks)
                .mapToObj(i -> callback(random, start, one(random, listIds), agentIds))
                .toList();
        var waiters =
                agentIds.stream().map(id -> agent(random, id, start, listIds)).toList();
        return new SmallCentre(listIds, waiting, waiters);
    }

    private static Waiting callback(Random random, Instant start, String list, List<String> agents) {
        var scheduled = random.nextBoolean();
        var isKept = random.nextInt(6) == 0;
        var eligibleAt = scheduled ? minute(random, start, MINUTES) : start;
        return new Waiting(
                new UUID(random.nextLong(), random.nextLong()),
                list,
                scheduled,
                random.nextInt(8) == 0,
                minute(random, start, 3),
                eligibleAt,
                random.nextInt(3) > 0 ? null : minute(random, eligibleAt, 10),
                minute(random, eligibleAt, MINUTES),
                minute(random, start, 6),
                Math.max(0, random.nextInt(14) - 4),
                random.nextInt(6) == 0,
                random.nextInt(4) > 0 ? null : one(random, agents),
                random.nextInt(8) > 0 ? null : minute(random, start, 4),
                isKept ? one(random, agents) : null,
                isKept ? minute(random, start, MINUTES) : null);
    }

    private static Waiter agent(Random random, String id, Instant start, List<String> lists) {
        var joined = new TreeSet<String>();
        for (int i = random.nextInt(4); i > 0; i--) {
            joined.add(one(random, lists));
        }
        return new Waiter(id, random.nextInt(4) == 0 ? null : minute(random, start, 5), joined);
    }

    private static Instant minute(Random random, Instant from, int within) {
        return from.plusSeconds(60L * random.nextInt(within));
    }

    private static <T> T one(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
