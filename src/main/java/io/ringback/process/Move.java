package io.ringback.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a step or a message does to a case or a reception.
 *
 * @param sets the variables that are set from then on
 * @param values what those of which it matters can be: every combination can happen
 */
record Move(Stage from, Stage to, Set<String> sets, Map<String, List<String>> values) {

    static Move of(Stage from, Stage to) {
        return new Move(from, to, Set.of(), Map.of());
    }

    Move setting(String... variables) {
        var more = new TreeSet<>(sets);
        more.addAll(List.of(variables));
        return new Move(from, to, more, values);
    }

    /** Any of the values it can have. */
    Move any(String variable) {
        return as(variable, SharedVariable.valuesOf(variable).toArray(String[]::new));
    }

    Move as(String variable, String... possible) {
        var more = new TreeMap<>(values);
        more.put(variable, List.of(possible));
        return setting(variable).withValues(more);
    }

    private Move withValues(Map<String, List<String>> more) {
        return new Move(from, to, sets, more);
    }

    /** Every combination of the values of these variables. */
    List<Map<String, String>> combinations(Set<String> relevant) {
        List<Map<String, String>> all = List.of(Map.of());
        for (var variable : values.entrySet()) {
            if (relevant.contains(variable.getKey())) {
                var longer = new ArrayList<Map<String, String>>();
                for (var facts : all) {
                    for (var value : variable.getValue()) {
                        var more = new TreeMap<>(facts);
                        more.put(variable.getKey(), value);
                        longer.add(more);
                    }
                }
                all = longer;
            }
        }
        return all;
    }
}
