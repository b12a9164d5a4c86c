package io.ringback.process.check.flow;

import io.ringback.process.contract.ServerStage;
import io.ringback.process.contract.SharedVariable;
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
record PathState(ServerStage stage, Map<String, String> facts, Set<String> known, String aside) {

    static PathState at(ServerStage stage, Set<String> known) {
        return new PathState(stage, Map.of(), known, "");
    }

    boolean isAside() {
        return !aside.isEmpty();
    }

    PathState in(ServerStage other) {
        return new PathState(other, facts, known, aside);
    }

    PathState beside(String scope) {
        return new PathState(ServerStage.ASIDE, facts, known, scope);
    }

    PathState knowing(Set<String> more) {
        if (known.containsAll(more)) {
            return this;
        }
        var all = new TreeSet<>(known);
        all.addAll(more);
        return new PathState(stage, facts, all, aside);
    }

    PathState supposing(Map<String, String> more) {
        var all = new TreeMap<>(facts);
        all.putAll(more);
        return new PathState(stage, all, known, aside);
    }

    /** Without what is not said any more: the variable may have any value. */
    PathState forgetting(String variable) {
        if (!facts.containsKey(variable)) {
            return this;
        }
        var less = new TreeMap<>(facts);
        less.remove(variable);
        return new PathState(stage, less, known, aside);
    }

    /** After a wait: passing variables are gone, and others may have changed. */
    PathState later() {
        var kept = known.stream()
                .filter(variable -> !SharedVariable.isPassing(variable))
                .collect(Collectors.toCollection(TreeSet::new));
        return new PathState(stage, Map.of(), kept, aside);
    }
}
