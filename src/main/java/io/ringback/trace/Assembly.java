package io.ringback.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes a trace of what was noted, by the drawings of the versions that it was passed on. */
@Component
class Assembly {

    private static final String END = "endEvent";

    private final Drawings drawings;

    Assembly(Drawings drawings) {
        this.drawings = drawings;
    }

    Trace trace(UUID callbackId, Passings passings, List<MadeDecision> decisions, Trace.Source source) {
        var ways = new Ways(passings.all(), drawings);
        var steps = steps(ways.passings());
        return new Trace(
                callbackId,
                passings.process(),
                steps,
                ways.flows(),
                decisions,
                end(passings.end(), steps),
                passings.endedAt(),
                source);
    }

    /** To the engine, a case that an event subprocess has ended has ended with that, and not at the end within it. */
    private static @Nullable String end(@Nullable String noted, List<Step> steps) {
        return noted == null
                ? null
                : steps.stream()
                        .filter(step -> END.equals(step.type()))
                        .reduce((before, last) -> last)
                        .filter(last -> steps.stream()
                                .noneMatch(step -> step.elementId().equals(noted) && END.equals(step.type())))
                        .map(Step::elementId)
                        .orElse(noted);
    }

    private List<Step> steps(List<Passing> passings) {
        var rounds = new Rounds();
        var steps = new ArrayList<Step>();
        for (var passing : passings) {
            var drawing = drawings.of(passing.on());
            var element = drawing.elements().get(passing.elementId());
            steps.add(new Step(
                    steps.size() + 1,
                    passing.on(),
                    passing.elementId(),
                    element == null ? null : element.name(),
                    drawing.type(passing.elementId()),
                    passing.startedAt(),
                    passing.endedAt(),
                    passing.agentId(),
                    rounds.of(passing, drawing),
                    passing.interrupted()));
        }
        return steps;
    }
}
