package io.ringback.process.contract;

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
public record Effect(ServerStage from, ServerStage to, Set<String> sets, Map<String, List<String>> values) {

    static Effect of(ServerStage from, ServerStage to) {
        return new Effect(from, to, Set.of(), Map.of());
    }

    Effect setting(String... variables) {
        var more = new TreeSet<>(sets);
        more.addAll(List.of(variables));
        return new Effect(from, to, more, values);
    }

    /** Any of the values it can have. */
    Effect any(String variable) {
        return as(variable, SharedVariable.valuesOf(variable).toArray(String[]::new));
    }

    Effect as(String variable, String... possible) {
        var more = new TreeMap<>(values);
        more.put(variable, List.of(possible));
        return setting(variable).withValues(more);
    }

    private Effect withValues(Map<String, List<String>> more) {
        return new Effect(from, to, sets, more);
    }

    /** Every combination of the values of these variables. */
    public List<Map<String, String>> combinations(Set<String> relevant) {
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
