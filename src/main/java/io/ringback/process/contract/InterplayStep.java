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
 */
public record InterplayStep(Set<String> reads, Map<String, String> given, List<Effect> effects, boolean aside) {

    static InterplayStep of(Effect... effects) {
        return new InterplayStep(Set.of(), Map.of(), List.of(effects), false);
    }

    /** One that leaves the stage as it is, whatever it is. */
    static InterplayStep anywhere(String... sets) {
        var effects = Arrays.stream(ServerStage.values())
                .map(stage -> Effect.of(stage, stage).setting(sets))
                .toList();
        return new InterplayStep(Set.of(), Map.of(), effects, true);
    }

    InterplayStep reading(String... variables) {
        return new InterplayStep(Set.of(variables), given, effects, aside);
    }

    InterplayStep given(String variable, String value) {
        return new InterplayStep(reads, Map.of(variable, value), effects, aside);
    }

    public List<Effect> from(ServerStage stage) {
        return effects.stream().filter(move -> move.from() == stage).toList();
    }
}
