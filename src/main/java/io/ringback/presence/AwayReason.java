package io.ringback.presence;

import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What agents can be away for, in the centre's own words.
 *
 * @param id a slug, which stays when the names are changed
 * @param name shown in each language that has no name of its own
 * @param place the lower, the further up
 * @param archived whether it can be chosen no more; what it was chosen for stays
 */
public record AwayReason(
        String id,
        String name,
        @Nullable String nameEn,
        @Nullable String nameFi,
        @Nullable String nameSv,
        int place,
        boolean archived) {

    /** The name in this language. */
    public String in(Locale language) {
        var own =
                switch (language.getLanguage()) {
                    case "fi" -> nameFi;
                    case "sv" -> nameSv;
                    default -> nameEn;
                };
        return own == null ? name : own;
    }

    /** Whether a program that says this means it: by the id, or by the name in any language. */
    boolean isMeantBy(String given) {
        return Stream.of(id, name, nameEn, nameFi, nameSv)
                .filter(Objects::nonNull)
                .anyMatch(each -> each.equalsIgnoreCase(given));
    }
}
