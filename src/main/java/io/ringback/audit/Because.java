package io.ringback.audit;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Why something was done, as a value that pages have words for in each language.
 *
 * @param code of a closed set, in capitals; null when only words were given
 * @param words what somebody has said; null when nobody has
 * @param written both as the contract tells it to programs
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Because(
        @Nullable String code,
        @Nullable String words,
        @JsonIgnore String written) {

    /** What somebody has said; null when nobody has. */
    public static @Nullable Because said(@Nullable String words) {
        return words == null ? null : new Because(null, words, words);
    }

    /** A reason of a closed set, and what somebody may have said besides. */
    public static Because of(Enum<?> code, @Nullable String words) {
        return new Because(code.name(), words, words == null ? code.name() : code.name() + ": " + words);
    }

    /** A reason that was always told to programs in these words. */
    public static Because known(String code, String written) {
        return new Because(code, null, written);
    }
}
