package io.ringback.list;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The finer settings of a list. They are kept as one JSON value, so that a new one needs no column; what an older row does
 * not hold has its default.
 *
 * @param externalIdOnce whether an external id counts for ever: a request with that of a closed callback is refused instead
 *     of making a new one
 * @param askingAgainMovesAppointments whether a caller who asks again may be called before the time an agent agreed on
 * @param specialNumbers whether premium-rate, international special and satellite numbers are called
 * @param appointmentsOutsideHours whether an agent or supervisor may insist on a time at which the list is closed
 * @param saveWithoutCall what becomes of an outcome that is saved although nobody has called
 * @param process the process by which new callbacks are handled
 * @param longestCall after which a call whose end was never told is taken for ended
 * @param shortestRetry the least time between an attempt and the next offer
 * @param moreTimes how often an agent may ask for more time with a case in hand; 0 for never
 * @param moreTimeBy by how much a countdown runs longer then
 * @param processAttributes the attributes of requests that processes and decisions may read, by their names; see {@link
 *     ReadableAttributes}
 * @param retryAfterBusy how long after an attempt with that status the next offer comes, whatever the retry policy says: an
 *     entry for each attempt, the last one for all that follow; empty where the policy decides
 * @param retryAfterNoAnswer likewise
 * @param retryAfterOther likewise
 * @param forgetAfter how long after its end a callback still says who the caller was
 */
@JsonIgnoreProperties(ignoreUnknown = true) // a newer node may have written more
public record ListPolicy(
        boolean externalIdOnce,
        boolean askingAgainMovesAppointments,
        boolean specialNumbers,
        boolean appointmentsOutsideHours,
        SaveWithoutCall saveWithoutCall,
        String process,
        Duration longestCall,
        Duration shortestRetry,
        int moreTimes,
        Duration moreTimeBy,
        List<String> processAttributes,
        List<Duration> retryAfterBusy,
        List<Duration> retryAfterNoAnswer,
        List<Duration> retryAfterOther,
        Duration forgetAfter) {

    /** What holds where nothing was chosen. */
    public static final ListPolicy DEFAULT = new ListPolicy(
            false,
            false,
            false,
            false,
            SaveWithoutCall.ASK,
            CaseProcesses.USUAL,
            Duration.ofHours(4),
            Duration.ofMinutes(1),
            10,
            Duration.ofMinutes(2),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Duration.ofDays(90));

    /** With the default for everything that is null. */
    @JsonCreator
    static ListPolicy of(
            @Nullable Boolean externalIdOnce,
            @Nullable Boolean askingAgainMovesAppointments,
            @Nullable Boolean specialNumbers,
            @Nullable Boolean appointmentsOutsideHours,
            @Nullable SaveWithoutCall saveWithoutCall,
            @Nullable String process,
            @Nullable Duration longestCall,
            @Nullable Duration shortestRetry,
            @Nullable Integer moreTimes,
            @Nullable Duration moreTimeBy,
            @Nullable List<String> processAttributes,
            @Nullable List<Duration> retryAfterBusy,
            @Nullable List<Duration> retryAfterNoAnswer,
            @Nullable List<Duration> retryAfterOther,
            @Nullable Duration forgetAfter) {
        return new ListPolicy(
                Boolean.TRUE.equals(externalIdOnce),
                Boolean.TRUE.equals(askingAgainMovesAppointments),
                Boolean.TRUE.equals(specialNumbers),
                Boolean.TRUE.equals(appointmentsOutsideHours),
                saveWithoutCall == null ? DEFAULT.saveWithoutCall() : saveWithoutCall,
                process == null ? DEFAULT.process() : process,
                longestCall == null ? DEFAULT.longestCall() : longestCall,
                shortestRetry == null ? DEFAULT.shortestRetry() : shortestRetry,
                moreTimes == null ? DEFAULT.moreTimes() : moreTimes,
                moreTimeBy == null ? DEFAULT.moreTimeBy() : moreTimeBy,
                processAttributes == null ? List.of() : List.copyOf(processAttributes),
                retryAfterBusy == null ? List.of() : List.copyOf(retryAfterBusy),
                retryAfterNoAnswer == null ? List.of() : List.copyOf(retryAfterNoAnswer),
                retryAfterOther == null ? List.of() : List.copyOf(retryAfterOther),
                forgetAfter == null ? DEFAULT.forgetAfter() : forgetAfter);
    }
}
