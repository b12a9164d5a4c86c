package io.ringback.process.contract;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a delegate does, or what follows from a message.
 *
 * @param reads variables that must be set before
 * @param given what these variables must be before
 * @param aside whether it may also be done on a path beside the case
 * @param fields what it is told where it is called
 */
public record InterplayStep(
        Set<String> reads, Map<String, String> given, List<Effect> effects, boolean aside, List<StepField> fields) {

    static InterplayStep of(Effect... effects) {
        return new InterplayStep(Set.of(), Map.of(), List.of(effects), false, List.of());
    }

    /** One that leaves the stage as it is, whatever it is. */
    static InterplayStep anywhere(String... sets) {
        var effects = Arrays.stream(ServerStage.values())
                .map(stage -> Effect.of(stage, stage).setting(sets))
                .toList();
        return new InterplayStep(Set.of(), Map.of(), effects, true, List.of());
    }

    InterplayStep reading(String... variables) {
        return new InterplayStep(Set.of(variables), given, effects, aside, fields);
    }

    InterplayStep given(String variable, String value) {
        return new InterplayStep(reads, Map.of(variable, value), effects, aside, fields);
    }

    InterplayStep told(StepField... told) {
        return new InterplayStep(reads, given, effects, aside, List.of(told));
    }

    public List<Effect> from(ServerStage stage) {
        return effects.stream().filter(move -> move.from() == stage).toList();
    }
}
