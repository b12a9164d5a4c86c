package io.ringback.presence;

import io.ringback.platform.input.PlainText;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

/**
 * A reason as it is sent; blank names count as none.
 *
 * @param place null for behind the others
 */
record AwayReasonRequest(
        @NotBlank @PlainText(max = 60) String name,
        @Nullable @PlainText(max = 60) String nameEn,
        @Nullable @PlainText(max = 60) String nameFi,
        @Nullable @PlainText(max = 60) String nameSv,

        @Nullable @Min(0) @Max(9999) Integer place,

        @Nullable Boolean archived) {

    AwayReason asReason(String id, int lastPlace) {
        return new AwayReason(
                id,
                name.strip(),
                text(nameEn),
                text(nameFi),
                text(nameSv),
                place == null ? lastPlace : place,
                Boolean.TRUE.equals(archived));
    }

    private static @Nullable String text(@Nullable String given) {
        return given == null || given.isBlank() ? null : given.strip();
    }
}
