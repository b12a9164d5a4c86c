package io.ringback.auditor;

import io.ringback.callback.CallStatus;
import io.ringback.callback.CallbackStatus;
import io.ringback.platform.input.PlainText;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an auditor looks for: callbacks for which all of it is so. What is left out does not matter.
 *
 * @param phoneNumber in any writing, or at least three digits in a row of it
 * @param agentId of whoever has had it in hand
 * @param from requested at this time or later
 * @param to requested before this time
 * @param outcome which a call for it has ended with
 * @param processVersion the number of the version its process has run on, alone or behind the key: {@code callbackCase:3}
 * @param lookedAtBy the account of whoever has looked at it; of theirs, the last 5,000 looks
 * @param after the {@code next} of the page before
 * @param purpose what for
 */
public record AuditSearchRequest(
        @Nullable @PlainText(max = 64) String phoneNumber,
        @Nullable UUID callbackId,
        @Nullable @PlainText(max = 200) String externalId,
        @Nullable @PlainText(max = 100) String agentId,
        @Nullable @PlainText(max = 63) String listId,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable CallbackStatus status,
        @Nullable CallStatus outcome,
        @Nullable @PlainText(max = 110) String processVersion,
        @Nullable @PlainText(max = 100) String lookedAtBy,
        @Nullable UUID after,
        @Nullable @Min(1) @Max(500) Integer limit,
        @Nullable @PlainText(max = GivenPurpose.LONGEST) String purpose) {

    /** Another page of the same. */
    AuditSearchRequest page(@Nullable UUID end, int most) {
        return new AuditSearchRequest(
                phoneNumber,
                callbackId,
                externalId,
                agentId,
                listId,
                from,
                to,
                status,
                outcome,
                processVersion,
                lookedAtBy,
                end,
                most,
                purpose);
    }

    /** Without what is looked for, which belongs in no log. */
    @Override
    public String toString() {
        return "AuditSearchRequest[listId=%s, status=%s]".formatted(listId, status);
    }
}
