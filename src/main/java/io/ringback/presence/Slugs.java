package io.ringback.presence;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Ids that follow from names. */
final class Slugs {

    private static final int LONGEST = 40;

    private Slugs() {}

    /** Lower-case letters, digits and hyphens that remind of the name, and are none of those taken. */
    static String of(String name, Collection<String> taken) {
        var plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        var slug = plain.isEmpty()
                ? "reason"
                : plain.substring(0, Math.min(LONGEST, plain.length())).replaceAll("-$", "");
        return Stream.concat(
                        Stream.of(slug),
                        IntStream.iterate(2, number -> number + 1).mapToObj(number -> slug + "-" + number))
                .filter(each -> !taken.contains(each))
                .findFirst()
                .orElseThrow();
    }
}
