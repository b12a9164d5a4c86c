package io.ringback.process.check.flow;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Guesses which of the known names a misspelt one was meant to be. */
final class MeantName {

    private static final int LONGEST = 64;

    private MeantName() {}

    /** The one of the names that differs by a letter or two; empty if none does. */
    static Optional<String> of(String name, Set<String> names) {
        if (name.length() > LONGEST) {
            return Optional.empty();
        }
        var most = name.length() < 5 ? 1 : 2;
        return names.stream()
                .filter(other -> other.length() <= LONGEST && distance(name, other) <= most)
                .min(Comparator.comparing((String other) -> distance(name, other))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** How many letters are to be changed, added or left out. */
    private static int distance(String one, String other) {
        var first = one.toLowerCase(Locale.ROOT);
        var second = other.toLowerCase(Locale.ROOT);
        var row = IntStream.rangeClosed(0, second.length()).toArray();
        for (int i = 1; i <= first.length(); i++) {
            var diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= second.length(); j++) {
                var above = row[j];
                var changed = diagonal + (first.charAt(i - 1) == second.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[second.length()];
    }
}
