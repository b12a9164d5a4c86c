package io.ringback.list;

import io.ringback.platform.InvalidField;
import io.ringback.platform.PreconditionRequired;
import org.jspecify.annotations.Nullable;

/** Versions in the headers If-Match and ETag. */
final class Versions {

    private Versions() {}

    /** If-Match as {@code 3}, {@code "3"} or {@code W/"3"}; without it the version in the body counts. */
    static long expected(@Nullable String ifMatch, @Nullable Long inBody) {
        if (ifMatch == null) {
            if (inBody == null) {
                throw new PreconditionRequired("Name the version you changed in If-Match, or as version in the body.");
            }
            return inBody;
        }
        try {
            return Long.parseLong(
                    ifMatch.replaceFirst("^W/", "").replace("\"", "").strip());
        } catch (NumberFormatException e) {
            throw new InvalidField("If-Match", "must be a version number");
        }
    }

    static String tag(long version) {
        return "\"%d\"".formatted(version);
    }
}
