package io.ringback.callback;

import com.fasterxml.uuid.Generators;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The calls made for callbacks. The caller holds the lock of the callback's row for every change. */
@Service
public class Attempts {

    private final JdbcAttempts rows;

    Attempts(JdbcAttempts rows) {
        this.rows = rows;
    }

    /** Notes that a call has begun and gives its id. */
    public UUID start(Callback callback, @Nullable String externalCallId, Instant at) {
        var id = Generators.timeBasedEpochGenerator().generate();
        rows.start(id, callback.id(), callback.held(), externalCallId, at);
        return id;
    }

    /** False when the call had ended before. */
    public boolean end(UUID id, Instant at) {
        return rows.end(id, at);
    }

    /** What the telephone system knows of a call beside its start and end. */
    public void tellMore(UUID id, @Nullable String externalCallId, @Nullable String recordingUrl) {
        rows.tellMore(id, externalCallId, recordingUrl);
    }

    /** Writes the outcome on a call, which is over now at the latest. */
    public void conclude(UUID id, Instant at, CallStatus callStatus, Draft outcome) {
        rows.conclude(id, at, callStatus, outcome.note(), outcome.formData());
    }

    public Optional<Attempt> find(UUID id) {
        return rows.find(id);
    }

    public Optional<Attempt> byExternalCall(String agentId, String externalCallId) {
        return rows.byExternalCall(agentId, externalCallId);
    }

    /** All calls made for a callback, oldest first. */
    public List<Attempt> of(UUID callbackId) {
        return rows.of(callbackId);
    }

    /** The last call the holder has made since the callback was allocated. */
    public Optional<Attempt> lastOf(Callback callback) {
        var allocationId = callback.held().allocationId();
        return rows.of(callback.id()).stream()
                .filter(attempt -> attempt.allocationId().equals(allocationId))
                .reduce((earlier, later) -> later);
    }
}
