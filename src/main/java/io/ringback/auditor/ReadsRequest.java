package io.ringback.auditor;

import io.ringback.platform.input.PlainText;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which reads an auditor looks for: those for which all of it is so. Without any of it all reads are meant.
 *
 * @param callbackId of what was looked at
 * @param agentId whom it was about
 * @param reader who has looked
 * @param phoneNumber in any writing: searches for it, or for four digits in a row of it, whoever was found by that
 * @param after the {@code next} of the page before
 * @param purpose what for
 */
public record ReadsRequest(
        @Nullable UUID callbackId,
        @Nullable @PlainText(max = 100) String agentId,
        @Nullable @PlainText(max = 100) String reader,
        @Nullable @PlainText(max = 64) String phoneNumber,
        @Nullable @Min(1) Long after,
        @Nullable @Min(1) @Max(500) Integer limit,
        @Nullable @PlainText(max = GivenPurpose.LONGEST) String purpose) {

    /** Another page of the same. */
    ReadsRequest page(@Nullable Long end, int most) {
        return new ReadsRequest(callbackId, agentId, reader, phoneNumber, end, most, purpose);
    }

    /** Without the number, which belongs in no log. */
    @Override
    public String toString() {
        return "ReadsRequest[callbackId=%s]".formatted(callbackId);
    }
}
