package io.ringback.trial;

import io.ringback.audit.Actor;
import io.ringback.list.CallbackList;
import io.ringback.platform.database.Transactions;
import io.ringback.platform.problem.Busy;
import io.ringback.platform.run.Rehearsal;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;

/**
 * Plays cases as they would go for real: by the services that serve callers and agents, in one transaction on the real
 * tables that is always taken back, with a list, agents and a caller of its own and a clock that only its thread sees.
 */
@Service
class Trials {

    /** How long one example may take. */
    static final Duration LONGEST = Duration.ofSeconds(20);

    /** As long as whoever is before may take. */
    private static final Duration PATIENCE = PlayedModels.LONGEST;

    /** The transaction ends by itself a little after what is played should have. */
    private static final Duration GRACE = Duration.ofSeconds(5);

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
        return with(files, list.policy().process(), Deadline.in(LONGEST), scene -> scene.play(list, null, example));
    }

    /**
     * Does something with the files deployed, and takes everything back.
     *
     * @param process that of the list, also when the files do not hold it
     * @param deadline begins when others have done
     * @param work is given the scene to play examples in
     */
    <T> T with(Map<String, byte[]> files, String process, Deadline deadline, Function<Scene, T> work) {
        var who = Actor.current();
        turns.enter(who, PATIENCE);
        deadline.begin();
        try (var rehearsal = Rehearsal.at(clock.instant())) {
            var path = new TrialPath(rehearsal, deadline);
            return takenBack(deadline, () -> {
                try (var stage = engine.open(files, process, path)) {
                    return work.apply(new Scene(actors, engine, cast, rehearsal, path, stage));
                }
            });
        } finally {
            turns.leave(who);
        }
    }

    /** One that waits for locks gives up before others notice. */
    private <T> T takenBack(Deadline deadline, Supplier<T> work) {
        return transactions.takenBack(deadline.limit().plus(GRACE), () -> {
            cast.limitWaiting();
            return work.get();
        });
    }
}
