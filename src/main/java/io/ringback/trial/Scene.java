package io.ringback.trial;

import io.ringback.callback.Callback;
import io.ringback.list.CallbackList;
import io.ringback.number.PhoneNumbers;
import io.ringback.platform.problem.Conflict;
import io.ringback.platform.problem.InvalidField;
import io.ringback.platform.run.Rehearsal;
import io.ringback.trial.JdbcTrialCast.Mark;
import io.ringback.trial.ShippedExamples.Shipped;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where examples are played one after the other, each as if there had been none before it. */
final class Scene {

    private static final Pattern ENGINES_NUMBER = Pattern.compile("^ENGINE-[0-9]+ ");

    private final TrialActors actors;
    private final TrialEngine engine;
    private final JdbcTrialCast cast;
    private final Rehearsal rehearsal;
    private final TrialPath path;
    private final Deadline deadline;
    private final TrialEngine.Stage stage;
    private String process = "";

    Scene(
            TrialActors actors,
            TrialEngine engine,
            JdbcTrialCast cast,
            Rehearsal rehearsal,
            TrialPath path,
            Deadline deadline,
            TrialEngine.Stage stage) {
        this.actors = actors;
        this.engine = engine;
        this.cast = cast;
        this.rehearsal = rehearsal;
        this.path = path;
        this.deadline = deadline;
        this.stage = stage;
    }

    /**
     * Plays an example with the settings of a list.
     *
     * @param wanted null for the process of the list, or of the files if they hold another one only
     */
    TrialResult play(CallbackList list, @Nullable String wanted, TrialExample example) {
        process = wanted == null ? processFor(list) : wanted;
        return played(example, () -> {
            var listId = newList();
            cast.copy(list.id(), listId);
            cast.setProcess(listId, process);
            return begin(listId, list.region());
        });
    }

    /** Plays an example on a list that is made for it, and limits how long agents may take and how often they try. */
    TrialResult play(String wanted, TrialExample example) {
        process = wanted;
        return played(example, () -> made(true));
    }

    /**
     * Plays examples, and tells the first thing that goes wrong in each.
     *
     * @param limited whether the list limits how long agents may take and how often they try
     * @param found is told; answers whether the others are to be played
     */
    void play(String wanted, boolean limited, List<Shipped> examples, AlikeExamples.Found found) {
        process = wanted;
        takenBack(() -> {
            new AlikeExamples(this, cast, path, made(limited), found).play(examples);
            return true;
        });
    }

    private Play made(boolean limited) {
        var listId = newList();
        cast.list(listId, limited, rehearsal.now());
        cast.setProcess(listId, process);
        return begin(listId, "FI");
    }

    private String processFor(CallbackList list) {
        var cases = stage.cases();
        var own = list.policy().process();
        return cases.isEmpty() || cases.contains(own) ? own : cases.get(0);
    }

    /** Those processes of the files that handle callbacks. */
    List<String> cases() {
        return stage.cases();
    }

    /** That of the case, where nothing else is to blame. */
    String file() {
        return stage.file(null, process);
    }

    /** Another example goes on from here. */
    void renew() {
        deadline.renew();
    }

    /** Whether no more may be played, since what was played has taken too much work. */
    boolean isSpent() {
        return deadline.isSpent();
    }

    private static String newList() {
        return "example-" + UUID.randomUUID();
    }

    private Play begin(String listId, String region) {
        return new Play(actors, engine, cast, rehearsal, listId, PhoneNumbers.example(region));
    }

    private TrialResult played(TrialExample example, Supplier<Play> setting) {
        return takenBack(() -> {
            if (example.startAt() != null) {
                rehearsal.set(example.startAt());
            }
            return play(setting.get(), example);
        });
    }

    private <T> T takenBack(Supplier<T> work) {
        var real = rehearsal.now();
        deadline.check();
        deadline.renew();
        cast.mark(Mark.EXAMPLE, 0);
        try {
            path.clear();
            return work.get();
        } finally {
            rehearsal.set(real);
            cast.back(Mark.EXAMPLE, 0);
            cast.unmark(Mark.EXAMPLE, 0);
        }
    }

    private TrialResult play(Play play, TrialExample example) {
        var fault = toldFrom(play, null, () -> play.begin(example));
        var events = example.events();
        for (int i = 0; i < events.size() && fault == null; i++) {
            var event = events.get(i);
            fault = toldFrom(play, i, () -> play.next(example, event));
        }
        return result(play, fault);
    }

    /** Plays one event; what has failed is undone, so that it can be told how the case was before. */
    private @Nullable TrialFault toldFrom(Play play, @Nullable Integer event, Runnable next) {
        cast.mark(Mark.EVENT, 0);
        var fault = tried(play, event, next);
        if (fault != null) {
            cast.back(Mark.EVENT, 0);
        }
        cast.unmark(Mark.EVENT, 0);
        return fault;
    }

    /** Plays one event; after one that has failed the transaction may be of no use. */
    @Nullable
    TrialFault tried(Play play, @Nullable Integer event, Runnable next) {
        path.during(event);
        try {
            next.run();
            var callback = play.callback();
            return callback == null ? null : stuck(callback, play, event);
        } catch (RuntimeException | StackOverflowError failure) {
            return fault(event, failure);
        }
    }

    private @Nullable TrialFault stuck(Callback callback, Play play, @Nullable Integer event) {
        return actors.stuck(callback, play.agent())
                .map(words -> {
                    var place = engine.whereabouts(callback);
                    return new TrialFault(
                            stage.file(place.orElse(null), process),
                            place.map(fault -> fault.element()).orElse(path.last()),
                            event,
                            words);
                })
                .orElse(null);
    }

    private TrialFault fault(@Nullable Integer event, Throwable failure) {
        var busy = KeptWaiting.in(failure);
        if (busy.isPresent()) {
            throw busy.get();
        }
        if (failure instanceof Impossible impossible) {
            return new TrialFault(null, null, event, String.valueOf(impossible.getMessage()));
        }
        if (failure instanceof InvalidField || failure instanceof Conflict) {
            return new TrialFault(null, null, event, String.valueOf(failure.getMessage()));
        }
        var stopped = TrialStopped.in(failure);
        if (stopped != null) {
            var at = stopped.element() == null ? path.last() : stopped.element();
            return new TrialFault(file(), at, event, String.valueOf(stopped.getMessage()));
        }
        return engine.fault(failure)
                .map(fault -> new TrialFault(
                        stage.file(fault, process),
                        fault.element() == null ? path.last() : fault.element(),
                        event,
                        "the step fails: "
                                + ENGINES_NUMBER.matcher(fault.message()).replaceFirst("")))
                .orElseThrow(() -> rethrown(failure));
    }

    private static RuntimeException rethrown(Throwable failure) {
        return failure instanceof RuntimeException runtime ? runtime : new IllegalStateException(failure);
    }

    private TrialResult result(Play play, @Nullable TrialFault fault) {
        var callback = play.callback();
        var running = callback != null && engine.isRunning(callback);
        var end = path.end();
        return new TrialResult(
                path.steps(),
                callback == null || running || end == null ? null : new TrialResult.End(end, callback.status()),
                callback == null ? List.of() : engine.waitingAt(callback),
                callback == null ? null : callback.status(),
                rehearsal.now(),
                callback == null ? List.of() : timers(play, callback),
                fault != null && fault.ofModel() ? List.of() : play.possible(),
                fault);
    }

    private static List<TrialResult.Running> timers(Play play, Callback callback) {
        return play.timers(callback).stream()
                .map(timer -> new TrialResult.Running(timer.elementId(), timer.dueAt()))
                .toList();
    }
}
