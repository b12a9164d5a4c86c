package io.ringback.trial;

import io.ringback.trial.JdbcTrialCast.Mark;
import io.ringback.trial.ShippedExamples.Shipped;
import io.ringback.trial.TrialExample.Event;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Examples that begin alike are played once as far as they are alike: from there the case goes on in the way of each, and is
 * taken back to there before the next.
 */
final class AlikeExamples {

    private final Scene scene;
    private final JdbcTrialCast cast;
    private final TrialPath path;
    private final Play play;
    private final Found found;
    private boolean over;

    AlikeExamples(Scene scene, JdbcTrialCast cast, TrialPath path, Play play, Found found) {
        this.scene = scene;
        this.cast = cast;
        this.path = path;
        this.play = play;
        this.found = found;
    }

    /** Is told the first thing that goes wrong in an example, or in all that are alike until there. */
    @FunctionalInterface
    interface Found {

        /** @return whether the others are to be played */
        boolean add(Shipped first, TrialFault fault);
    }

    /** @param examples that differ in nothing but what happens after the request has come in */
    void play(List<Shipped> examples) {
        var first = examples.get(0);
        if (went(first, scene.tried(play, null, () -> play.begin(first.example())))) {
            goOn(examples, 0);
        }
    }

    private void goOn(List<Shipped> examples, int done) {
        var ways = new LinkedHashMap<Event, List<Shipped>>();
        var last = new ArrayList<Shipped>();
        for (var example : examples) {
            var events = example.example().events();
            if (done == events.size()) {
                last.add(example);
            } else {
                ways.computeIfAbsent(events.get(done), event -> new ArrayList<>())
                        .add(example);
            }
        }
        cast.mark(Mark.WAY, done);
        last.forEach(example -> way(done, () -> end(example)));
        ways.forEach((event, those) -> way(done, () -> next(event, those, done)));
        cast.unmark(Mark.WAY, done);
    }

    private void next(Event event, List<Shipped> those, int done) {
        var first = those.get(0);
        if (went(first, scene.tried(play, done, () -> play.next(first.example(), event)))) {
            goOn(those, done + 1);
        }
    }

    private void end(Shipped example) {
        went(example, scene.tried(play, example.example().events().size(), () -> {
            example.then().accept(play);
            play.runOut();
        }));
    }

    private void way(int done, Runnable way) {
        if (over) {
            return;
        }
        scene.renew();
        var before = play.sofar();
        var passed = path.sofar();
        way.run();
        cast.back(Mark.WAY, done);
        play.back(before);
        path.back(passed);
    }

    private boolean went(Shipped first, @Nullable TrialFault fault) {
        if (fault == null) {
            return true;
        }
        over = !found.add(first, fault) || scene.isSpent();
        return false;
    }
}
