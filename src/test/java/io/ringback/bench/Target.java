package io.ringback.bench;

import java.util.List;
import java.util.Map;

/** What is promised of a step, as a multiple of what the bare engine takes for it in the same run. */
record Target(String step, double most) {

    /** From the smallest size to the largest. */
    static final double FLAT = 1.1;

    private static final Map<String, Double> MOST =
            Map.of(Summary.FULL_CASE, 1.0, Steps.SAVE_AND_NEXT, 0.9, Steps.INTAKE, 1.5);

    static List<Target> all() {
        return MOST.entrySet().stream()
                .map(each -> new Target(each.getKey(), each.getValue()))
                .toList();
    }

    static String of(String step, double ratio) {
        var most = MOST.get(step);
        return most == null ? "" : met(ratio, most);
    }

    /** @param most what the figure may be */
    static String met(double figure, double most) {
        return "%s %s".formatted(most, figure <= most ? "met" : "**missed**");
    }
}
