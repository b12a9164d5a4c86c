package io.ringback.trial;

import io.ringback.audit.Actor;
import io.ringback.list.CallbackList;
import io.ringback.platform.database.Transactions;
import io.ringback.platform.problem.Busy;
import io.ringback.platform.run.Rehearsal;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Service;

/**
 * Plays cases as they would go for real: by the services that serve callers and agents, in one transaction on the real
 * tables that is always taken back, with a list, agents and a caller of its own and a clock that only its thread sees.
 */
@Service
class Trials {

    /** For those who play before. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final TrialActors actors;
    private final TrialEngine engine;
    private final JdbcTrialCast cast;
    private final Transactions transactions;
    private final Clock clock;

    private final Turns turns = new Turns();

    Trials(TrialActors actors, TrialEngine engine, JdbcTrialCast cast, Transactions transactions, Clock clock) {
        this.actors = actors;
        this.engine = engine;
        this.cast = cast;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Plays one example.
     *
     * @param files instead of what is deployed; checked before
     * @param list whose settings count
     * @throws Busy while other examples are played for longer than is waited for
     */
    TrialResult play(Map<String, byte[]> files, CallbackList list, TrialExample example) {
        return with(files, Set.of(list.policy().process()), Deadline.start(), scene -> scene.play(list, null, example));
    }

    /**
     * Does something with the files deployed, and takes everything back.
     *
     * @param processes those that are played, also when the files do not hold them
     * @param work is given the scene to play examples in
     * @throws Busy while others are in the way, or the machine does not come to it
     */
    <T> T with(Map<String, byte[]> files, Set<String> processes, Deadline deadline, Function<Scene, T> work) {
        var who = Actor.current();
        turns.enter(who, PATIENCE);
        try (var rehearsal = Rehearsal.at(clock.instant())) {
            var path = new TrialPath(rehearsal, deadline);
            return transactions.takenBack(() -> {
                cast.limitWaiting();
                try (var stage = engine.open(files, processes, path)) {
                    return work.apply(new Scene(actors, engine, cast, rehearsal, path, deadline, stage));
                }
            });
        } catch (RuntimeException failure) {
            throw KeptWaiting.in(failure).<RuntimeException>map(busy -> busy).orElse(failure);
        } finally {
            turns.leave(who);
        }
    }
}
