package io.ringback.trial;

import io.ringback.callback.Callback;
import io.ringback.list.CallbackList;
import io.ringback.number.PhoneNumbers;
import io.ringback.platform.problem.Conflict;
import io.ringback.platform.problem.InvalidField;
import io.ringback.platform.run.Rehearsal;
import io.ringback.trial.JdbcTrialCast.Mark;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
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
    private final TrialEngine.Stage stage;

    Scene(
            TrialActors actors,
            TrialEngine engine,
            JdbcTrialCast cast,
            Rehearsal rehearsal,
            TrialPath path,
            TrialEngine.Stage stage) {
        this.actors = actors;
        this.engine = engine;
        this.cast = cast;
        this.rehearsal = rehearsal;
        this.path = path;
        this.stage = stage;
    }

    /**
     * Plays an example with the settings of a list.
     *
     * @param process null for that of the list, or of the files if they hold another one only
     */
    TrialResult play(CallbackList list, @Nullable String process, TrialExample example) {
        var listId = newList();
        return played(
                example,
                () -> {
                    cast.copy(list.id(), listId);
                    cast.setProcess(listId, process == null ? processFor(list) : process);
                    return begin(listId, list.region());
                },
                play -> {});
    }

    /**
     * Plays an example on a list that is made for it.
     *
     * @param limited whether the list limits how long agents may take and how often they try
     * @param then what is done after its events
     */
    TrialResult play(String process, boolean limited, TrialExample example, Consumer<Play> then) {
        var listId = newList();
        return played(
                example,
                () -> {
                    cast.list(listId, limited, rehearsal.now());
                    cast.setProcess(listId, process);
                    return begin(listId, "FI");
                },
                then);
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
        return stage.file(null);
    }

    private static String newList() {
        return "example-" + UUID.randomUUID();
    }

    private Play begin(String listId, String region) {
        return new Play(actors, engine, cast, rehearsal, listId, PhoneNumbers.example(region));
    }

    private TrialResult played(TrialExample example, Supplier<Play> setting, Consumer<Play> then) {
        var real = rehearsal.now();
        cast.mark(Mark.EXAMPLE);
        try {
            rehearsal.set(example.startAt() == null ? real : example.startAt());
            path.clear();
            return play(setting.get(), example, then);
        } finally {
            rehearsal.set(real);
            cast.back(Mark.EXAMPLE);
        }
    }

    private TrialResult play(Play play, TrialExample example, Consumer<Play> then) {
        var fault = tried(play, null, () -> play.begin(example));
        var events = example.events();
        for (int i = 0; i < events.size() && fault == null; i++) {
            var event = events.get(i);
            fault = tried(play, i, () -> play.next(example, event));
        }
        if (fault == null) {
            fault = tried(play, events.size(), () -> then.accept(play));
        }
        return result(play, fault);
    }

    /** Plays one event; what has failed is undone, so that it can be told how the case was before. */
    private @Nullable TrialFault tried(Play play, @Nullable Integer event, Runnable next) {
        path.during(event);
        cast.mark(Mark.EVENT);
        try {
            next.run();
            var callback = play.callback();
            return callback == null ? null : stuck(callback, play, event);
        } catch (RuntimeException | StackOverflowError failure) {
            var fault = fault(play, event, failure);
            cast.back(Mark.EVENT);
            return fault;
        }
    }

    private @Nullable TrialFault stuck(Callback callback, Play play, @Nullable Integer event) {
        return actors.stuck(callback, play.agent())
                .map(words -> {
                    var place = engine.whereabouts(callback);
                    return new TrialFault(
                            place.map(stage::file).orElseGet(() -> stage.file(null)),
                            place.map(fault -> fault.element()).orElse(path.last()),
                            event,
                            words);
                })
                .orElse(null);
    }

    private TrialFault fault(Play play, @Nullable Integer event, Throwable failure) {
        if (failure instanceof Play.Impossible impossible) {
            return new TrialFault(null, null, event, String.valueOf(impossible.getMessage()));
        }
        if (failure instanceof InvalidField || failure instanceof Conflict) {
            return new TrialFault(null, null, event, String.valueOf(failure.getMessage()));
        }
        var stopped = TrialStopped.in(failure);
        if (stopped != null) {
            var at = stopped.element() == null ? path.last() : stopped.element();
            return new TrialFault(stage.file(null), at, event, String.valueOf(stopped.getMessage()));
        }
        return engine.fault(failure)
                .map(fault -> new TrialFault(
                        stage.file(fault),
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
