package io.ringback.process;

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
record Step(Set<String> reads, Map<String, String> given, List<Move> moves, boolean aside) {

    static Step of(Move... moves) {
        return new Step(Set.of(), Map.of(), List.of(moves), false);
    }

    /** One that leaves the stage as it is, whatever it is. */
    static Step anywhere(String... sets) {
        var moves = Arrays.stream(Stage.values())
                .map(stage -> Move.of(stage, stage).setting(sets))
                .toList();
        return new Step(Set.of(), Map.of(), moves, true);
    }

    Step reading(String... variables) {
        return new Step(Set.of(variables), given, moves, aside);
    }

    Step given(String variable, String value) {
        return new Step(reads, Map.of(variable, value), moves, aside);
    }

    List<Move> from(Stage stage) {
        return moves.stream().filter(move -> move.from() == stage).toList();
    }
}
