package io.ringback.figures;

import org.jspecify.annotations.Nullable;

/**
 * A rule of a decision table.
 *
 * @param decision the id of the decision
 * @param version of the decision; null where nobody has noted it
 * @param ruleId null where no rule fired
 */
record FiredRule(
        String decision,
        @Nullable Integer version,
        @Nullable String ruleId) {

    private static final String BETWEEN = ":"; // in no id of a drawing

    FiredRule by(String id) {
        return new FiredRule(decision, version, id);
    }

    String written() {
        return String.join(BETWEEN, decision, version == null ? "" : version.toString(), ruleId == null ? "" : ruleId);
    }

    static FiredRule read(String written) {
        var parts = written.split(BETWEEN, 3);
        return new FiredRule(
                parts[0], parts[1].isEmpty() ? null : Integer.valueOf(parts[1]), parts[2].isEmpty() ? null : parts[2]);
    }
}
