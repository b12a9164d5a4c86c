package io.ringback.process;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Where a path through a process stands.
 *
 * @param facts the values of variables, as far as this path is about them
 * @param known the variables that are set
 * @param aside id of the scope in which this path began beside the case; empty for the path that carries the case
 */
record State(Stage stage, Map<String, String> facts, Set<String> known, String aside) {

    static State at(Stage stage, Set<String> known) {
        return new State(stage, Map.of(), known, "");
    }

    boolean isAside() {
        return !aside.isEmpty();
    }

    State in(Stage other) {
        return new State(other, facts, known, aside);
    }

    State beside(String scope) {
        return new State(Stage.ASIDE, facts, known, scope);
    }

    State knowing(Set<String> more) {
        if (known.containsAll(more)) {
            return this;
        }
        var all = new TreeSet<>(known);
        all.addAll(more);
        return new State(stage, facts, all, aside);
    }

    State supposing(Map<String, String> more) {
        var all = new TreeMap<>(facts);
        all.putAll(more);
        return new State(stage, all, known, aside);
    }

    /** Without what is not said any more: the variable may have any value. */
    State forgetting(String variable) {
        if (!facts.containsKey(variable)) {
            return this;
        }
        var less = new TreeMap<>(facts);
        less.remove(variable);
        return new State(stage, less, known, aside);
    }

    /** After a wait: passing variables are gone, and others may have changed. */
    State later() {
        var kept = known.stream()
                .filter(variable -> !SharedVariable.isPassing(variable))
                .collect(Collectors.toCollection(TreeSet::new));
        return new State(stage, Map.of(), kept, aside);
    }
}
