package io.ringback.trace;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The passings of a case in few letters: {@code t} when it began, {@code v} the versions, {@code e} the elements and {@code a}
 * the agents that occur, {@code s} the steps. A step is a list of numbers: element, milliseconds since the step before was
 * entered, how many it took and 1 more (0 for one that was never left), version, agent and 1 more, whether it was interrupted,
 * instance, whether that was called. Zeros at its end are left out.
 */
final class CompactPath {

    private CompactPath() {}

    static Map<String, Object> written(List<Passing> passings) {
        var versions = new Words<ProcessVersion>();
        var elements = new Words<String>();
        var agents = new Words<String>();
        var began = passings.isEmpty() ? Instant.EPOCH : passings.get(0).startedAt();
        var steps = new ArrayList<List<Long>>();
        var before = began;
        for (var passing : passings) {
            var at = passing.startedAt();
            var ended = passing.endedAt();
            steps.add(withoutZeros(
                    elements.number(passing.elementId()),
                    at.toEpochMilli() - before.toEpochMilli(),
                    ended == null ? 0 : ended.toEpochMilli() - at.toEpochMilli() + 1,
                    versions.number(passing.on()),
                    passing.agentId() == null ? 0 : agents.number(passing.agentId()) + 1,
                    passing.interrupted() ? 1 : 0,
                    passing.instance(),
                    passing.called() ? 1 : 0));
            before = at;
        }
        return Map.of(
                "t", began.toEpochMilli(),
                "v",
                        versions.all().stream()
                                .map(version -> List.of(version.key(), version.version(), version.definitionId()))
                                .toList(),
                "e", elements.all(),
                "a", agents.all(),
                "s", steps);
    }

    static List<Passing> read(JsonNode path) {
        var passings = new ArrayList<Passing>();
        var at = path.path("t").asLong();
        for (var step : path.path("s")) {
            at += number(step, 1);
            var took = number(step, 2);
            var version = path.path("v").path((int) number(step, 3));
            passings.add(new Passing(
                    (int) number(step, 6),
                    number(step, 7) == 1,
                    new ProcessVersion(
                            version.path(0).asText(),
                            version.path(1).asInt(),
                            version.path(2).asText()),
                    path.path("e").path((int) number(step, 0)).asText(),
                    Instant.ofEpochMilli(at),
                    took == 0 ? null : Instant.ofEpochMilli(at + took - 1),
                    agent(path, number(step, 4)),
                    number(step, 5) == 1));
        }
        return passings;
    }

    private static @Nullable String agent(JsonNode path, long number) {
        return number == 0 ? null : path.path("a").path((int) number - 1).asText();
    }

    private static long number(JsonNode step, int place) {
        return step.path(place).asLong(0);
    }

    private static List<Long> withoutZeros(long... numbers) {
        var length = numbers.length;
        while (length > 0 && numbers[length - 1] == 0) {
            length--;
        }
        return Arrays.stream(numbers, 0, length).boxed().toList();
    }

    /** Numbers words in the order in which they come. */
    private static final class Words<T> {

        private final Map<T, Integer> numbers = new LinkedHashMap<>();

        int number(T word) {
            return Objects.requireNonNull(numbers.computeIfAbsent(word, unknown -> numbers.size()));
        }

        List<T> all() {
            return List.copyOf(numbers.keySet());
        }
    }
}
