package io.ringback.trial;

import static io.ringback.callback.CallStatus.ANSWERED;
import static io.ringback.callback.CallStatus.BUSY;
import static io.ringback.callback.CallStatus.NO_ANSWER;
import static io.ringback.callback.CallStatus.OTHER;
import static io.ringback.trial.TrialEvent.ALLOCATED;
import static io.ringback.trial.TrialEvent.CALL_ENDED;
import static io.ringback.trial.TrialEvent.CALL_STARTED;
import static io.ringback.trial.TrialEvent.CANCEL;
import static io.ringback.trial.TrialEvent.RELATED;
import static io.ringback.trial.TrialEvent.STOP;

import io.ringback.callback.CallStatus;
import io.ringback.trial.TrialExample.Event;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What any process that handles callbacks is played with before it is deployed. None of them says how a case must end, which is
 * for designers to say; but end it must, and nobody may be left waiting.
 */
final class ShippedExamples {

    /**
     * @param name in words, for findings
     * @param limited whether the list limits how long agents may take
     * @param then what is done after the events
     */
    record Shipped(String name, boolean limited, TrialExample example, Consumer<Play> then) {}

    private static final Duration LONGER_THAN_A_DAY = Duration.ofHours(25);

    static final List<Shipped> ALL = List.of(
            limited("nobody is free until it expires"),
            limited("answered", call(), outcome(ANSWERED)),
            limited("busy, then answered", call(), outcome(BUSY), call(), outcome(ANSWERED)),
            limited("no answer, with time passing", call(), outcome(NO_ANSWER)),
            limited("another outcome, with time passing", call(), outcome(OTHER)),
            limited(
                    "not reached until the last attempt",
                    call(),
                    outcome(BUSY),
                    call(),
                    outcome(NO_ANSWER),
                    call(),
                    outcome(OTHER)),
            unlimited("four times busy", fourTimes(BUSY)),
            unlimited("four times no answer", fourTimes(NO_ANSWER)),
            unlimited("four times another outcome", fourTimes(OTHER)),
            limited("saved without a call", outcome(BUSY)),
            limited("saved during the call", events(CALL_STARTED), outcome(BUSY)),
            limited("called twice", call(), call(), outcome(ANSWERED)),
            then("saved with another caller waiting", play -> play.saveAndNext(ANSWERED), call()),
            then("not reached with another caller waiting", play -> play.saveAndNext(BUSY), call()),
            then("expires in the agent's hands, given back", play -> pass(play).runOut(), false, events(ALLOCATED)),
            then(
                    "expires in the agent's hands, saved",
                    play -> pass(play).saveAndNext(NO_ANSWER),
                    false,
                    events(ALLOCATED)),
            limited("the agent stops before the call", events(ALLOCATED, STOP), outcome(ANSWERED)),
            limited("the agent stops in the call", events(CALL_STARTED, STOP), call(), outcome(ANSWERED)),
            limited("the agent stops after the call", call(), events(STOP)),
            limited("given back twice", events(ALLOCATED, STOP, ALLOCATED, STOP), call(), outcome(ANSWERED)),
            then("no call is made in time, twice", ShippedExamples::twiceNotCalled, events(ALLOCATED)),
            then("the end of the call is not told", Play::letLimitPass, events(CALL_STARTED)),
            then("left open after the call", Play::letLimitPass, call()),
            then("left open after the call with a draft", play -> leftOpen(play, BUSY), call()),
            then("left open after the call with a draft that resolves", play -> leftOpen(play, ANSWERED), call()),
            limited("withdrawn while it waits", events(CANCEL)),
            limited("withdrawn between two attempts", call(), outcome(BUSY), events(CANCEL)),
            limited("withdrawn before the call", events(ALLOCATED, CANCEL)),
            limited("withdrawn in the call, saved", events(CALL_STARTED, CANCEL, CALL_ENDED), outcome(BUSY)),
            limited("withdrawn in the call, given back", events(CALL_STARTED, CANCEL, STOP)),
            limited("the caller asks again", events(RELATED), call(), outcome(ANSWERED)),
            limited("the caller asks again between two attempts", call(), outcome(BUSY), events(RELATED)),
            limited("the caller asks again in the call", events(CALL_STARTED, RELATED), outcome(ANSWERED)),
            then("overdue before anybody calls", play -> play.pass(Duration.ofHours(5)), events()));

    private ShippedExamples() {}

    private static Play pass(Play play) {
        play.pass(LONGER_THAN_A_DAY);
        return play;
    }

    private static void twiceNotCalled(Play play) {
        play.letLimitPass();
        play.letLimitPass();
    }

    private static void leftOpen(Play play, CallStatus draft) {
        play.draft(draft);
        play.letLimitPass();
    }

    private static List<Event> call() {
        return events(CALL_STARTED, CALL_ENDED);
    }

    private static List<Event> outcome(CallStatus status) {
        return List.of(Event.outcome(status));
    }

    private static List<Event> events(TrialEvent... events) {
        return Arrays.stream(events).map(Event::of).toList();
    }

    private static List<Event> fourTimes(CallStatus status) {
        return Stream.generate(() -> Stream.of(Event.of(CALL_STARTED), Event.of(CALL_ENDED), Event.outcome(status)))
                .limit(4)
                .flatMap(events -> events)
                .toList();
    }

    /** On a list that lets agents try for ever. */
    @SafeVarargs
    private static Shipped unlimited(String name, List<Event>... events) {
        return then(name, play -> {}, false, events);
    }

    @SafeVarargs
    private static Shipped limited(String name, List<Event>... events) {
        return then(name, play -> {}, events);
    }

    @SafeVarargs
    private static Shipped then(String name, Consumer<Play> then, List<Event>... events) {
        return then(name, then, true, events);
    }

    @SafeVarargs
    private static Shipped then(String name, Consumer<Play> then, boolean limited, List<Event>... events) {
        var all = new ArrayList<Event>();
        Arrays.stream(events).forEach(all::addAll);
        return new Shipped(name, limited, new TrialExample(null, null, null, all), then);
    }
}
