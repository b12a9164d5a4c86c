package io.ringback.platform.input;

import io.ringback.platform.problem.InvalidField;
import io.ringback.platform.problem.PreconditionRequired;
import org.jspecify.annotations.Nullable;

/** Versions in the headers If-Match and ETag. */
public final class Versions {

    private Versions() {}

    /** If-Match as {@code 3}, {@code "3"} or {@code W/"3"}; without it the version in the body counts. */
    public static long expected(@Nullable String ifMatch, @Nullable Long inBody) {
        if (ifMatch == null) {
            if (inBody == null) {
                throw new PreconditionRequired("Name the version you changed in If-Match, or as version in the body.");
            }
            return inBody;
        }
        return parse(ifMatch);
    }

    /** Like {@link #expected}; null where neither says it, for what may be changed whatever its version is. */
    public static @Nullable Long wanted(@Nullable String ifMatch, @Nullable Long inBody) {
        return ifMatch == null ? inBody : Long.valueOf(parse(ifMatch));
    }

    /** As an ETag. */
    public static String tag(long version) {
        return "\"%s\"".formatted(version);
    }

    private static long parse(String ifMatch) {
        try {
            return Long.parseLong(
                    ifMatch.replaceFirst("^W/", "").replace("\"", "").strip());
        } catch (NumberFormatException e) {
            throw new InvalidField("If-Match", "must be a version number");
        }
    }
}
