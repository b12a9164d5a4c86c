package io.ringback.list;

import io.ringback.platform.input.PlainText;
import io.ringback.platform.problem.InvalidField;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list as a supervisor sends it; id and version may be left out where the path and If-Match say them. */
public record ListRequest(
        @Nullable @Pattern(regexp = ID, message = "must be lower-case letters, digits and hyphens, at most 63")
        String id,

        @NotBlank @PlainText(max = 200) String name,

        @NotNull @Pattern(regexp = "[A-Z]{2}", message = "must be two capital letters")
        String region,

        @NotBlank @PlainText(max = 64) String zone,
        @Nullable AllocationOrder order,
        @NotNull Duration dueAfter,
        @NotNull Duration expiresAfter,
        @Nullable Duration autoStopAfter,
        @Nullable Duration closeAfterCall,
        @Nullable @Min(1) @Max(1000) Integer maxAttempts,

        @Nullable @Pattern(regexp = "[A-Za-z][A-Za-z0-9_-]{0,63}", message = "must be the id of a form")
        String formKey,

        @Nullable Boolean externalIdOnce,
        @Nullable Boolean askingAgainMovesAppointments,
        @Nullable Boolean specialNumbers,
        @Nullable Boolean appointmentsOutsideHours,
        @Nullable SaveWithoutCall saveWithoutCall,

        @Nullable @Pattern(regexp = "[A-Za-z_][A-Za-z0-9_.-]{0,99}", message = "must be the id of a process")
        String process,

        @Nullable Duration longestCall,
        @Nullable Duration shortestRetry,
        @Nullable @Min(0) @Max(1000) Integer moreTimes,
        @Nullable Duration moreTimeBy,

        @Nullable @Size(max = ReadableAttributes.MOST, message = "must be at most 10")
        List<@NotNull @PlainText(max = ReadableAttributes.LONGEST_NAME) String> processAttributes,

        @Nullable @Size(max = ListRules.MOST_RETRIES, message = "must be at most 20")
        List<@NotNull Duration> retryAfterBusy,

        @Nullable @Size(max = ListRules.MOST_RETRIES, message = "must be at most 20")
        List<@NotNull Duration> retryAfterNoAnswer,

        @Nullable @Size(max = ListRules.MOST_RETRIES, message = "must be at most 20")
        List<@NotNull Duration> retryAfterOther,

        @Nullable Duration forgetAfter,
        @Nullable Long version) {

    static final String ID = "[a-z0-9][a-z0-9-]{0,62}";

    /** @throws InvalidField when the zone is none; what else {@link Lists#check} asks is not looked at */
    public CallbackList asList(String listId, long listVersion) {
        var list = new CallbackList(
                listId,
                name,
                region,
                readZone(),
                order == null ? AllocationOrder.DUE : order,
                dueAfter,
                expiresAfter,
                autoStopAfter,
                closeAfterCall,
                maxAttempts,
                formKey,
                listVersion);
        return list.with(ListPolicy.of(
                externalIdOnce,
                askingAgainMovesAppointments,
                specialNumbers,
                appointmentsOutsideHours,
                saveWithoutCall,
                process,
                longestCall,
                shortestRetry,
                moreTimes,
                moreTimeBy,
                processAttributes,
                retryAfterBusy,
                retryAfterNoAnswer,
                retryAfterOther,
                forgetAfter));
    }

    private ZoneId readZone() {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new InvalidField("zone", "is not a time zone; use a name such as Europe/Helsinki");
        }
    }
}
