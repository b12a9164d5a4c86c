package io.ringback.callback;

import com.fasterxml.uuid.Generators;
import io.ringback.platform.problem.Conflict;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** The notes of supervisors on callbacks: for the history, and for the agent who has the callback in hand. */
@Service
public class CallbackNotes {

    private final JdbcCallbackNotes rows;
    private final Callbacks callbacks;
    private final Clock clock;

    CallbackNotes(JdbcCallbackNotes rows, Callbacks callbacks, Clock clock) {
        this.rows = rows;
        this.callbacks = callbacks;
        this.clock = clock;
    }

    /** All of a callback, oldest first. */
    public List<CallbackNote> of(Callback callback) {
        return callback.remarked() ? rows.of(callback.id()) : List.of();
    }

    /**
     * Adds one, whatever has become of the callback. Joins the caller's transaction.
     *
     * @throws NotFound when there is no such callback
     * @throws Conflict when who the caller was is forgotten: nothing is to be said of them any more
     */
    public CallbackNote add(UUID callbackId, String authorId, String text) {
        var callback = callbacks.lock(callbackId);
        if (callback.isForgotten()) {
            throw new Conflict("Expected a callback whose caller is known, but that is forgotten.");
        }
        var note = new CallbackNote(
                Generators.timeBasedEpochGenerator().generate(), RoundedUp.inMicros(clock.instant()), authorId, text);
        rows.add(callbackId, note);
        callbacks.save(callback.noted(note.id()));
        return note;
    }
}
