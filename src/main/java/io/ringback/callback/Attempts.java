package io.ringback.callback;

import com.fasterxml.uuid.Generators;
import io.ringback.form.FormVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The attempts made for callbacks, as they are saved. The caller holds the lock of the callback's row for every change. */
@Service
public class Attempts {

    private final JdbcAttempts rows;

    Attempts(JdbcAttempts rows) {
        this.rows = rows;
    }

    /**
     * Writes the outcome on the last call of an allocation; whatever goes on of it is over now at the latest.
     *
     * @param form which its answers were given to; null without any, or when it is not deployed
     * @return the call; empty when none was made, and nothing written
     */
    public Optional<UUID> conclude(
            UUID allocationId, Instant at, CallStatus callStatus, Draft outcome, @Nullable FormVersion form) {
        return rows.conclude(allocationId, at, callStatus, outcome, form);
    }

    /**
     * Writes an outcome where no call was made, on an attempt that says so.
     *
     * @return what stands for the call
     */
    public UUID concludeWithoutCall(
            Callback callback, Instant at, CallStatus callStatus, Draft outcome, @Nullable FormVersion form) {
        var allocationId = callback.held().allocationId();
        var id = Generators.timeBasedEpochGenerator().generate();
        rows.start(callback, Call.fromDesk(id, allocationId, at), true);
        return rows.conclude(allocationId, at, callStatus, outcome, form).orElseThrow();
    }

    /** Whether the agent who saved this time of the next offer insisted on it. */
    public boolean isInsisted(UUID callbackId, Instant retryAt) {
        return rows.isInsisted(callbackId, retryAt);
    }

    /** Who has called last for each of these callbacks that was called for. */
    public Map<UUID, String> lastAgents(List<UUID> callbackIds) {
        return rows.lastAgents(callbackIds);
    }

    /** Whether the outcome of this allocation is saved. */
    public boolean isConcluded(UUID allocationId) {
        return rows.isConcluded(allocationId);
    }

    /** Whether this agent has saved this very outcome for the allocation; an answer that got lost is asked for again. */
    public boolean isSaved(String agentId, UUID allocationId, CallStatus callStatus, Draft outcome) {
        return rows.isSaved(agentId, allocationId, callStatus, outcome);
    }

    public Optional<Attempt> find(UUID id) {
        return rows.find(id);
    }

    /** All calls made for a callback, oldest first. */
    public List<Attempt> of(UUID callbackId) {
        return rows.of(callbackId);
    }

    /**
     * Whether an attempt made for the case in hand counts as one more. One that follows a call of another allocation within
     * the shortest time the list allows does not, when that was given back: nobody uses up the attempts of a caller within
     * moments. After an outcome the next one counts, however soon a supervisor, or the caller, has asked for it.
     *
     * @param made all attempts made for the callback so far
     * @param shortest that time
     */
    public static boolean oneMoreCounts(Callback callback, List<Attempt> made, Duration shortest, Instant now) {
        var allocationId = callback.held().allocationId();
        var saved =
                made.stream().filter(attempt -> attempt.callStatus() != null).map(Attempt::at);
        var since = Stream.concat(saved, Stream.of(now.minus(shortest)))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return made.stream()
                .filter(attempt -> !attempt.allocationId().equals(allocationId) && attempt.callStatus() == null)
                .noneMatch(attempt -> attempt.at().isAfter(since));
    }
}
