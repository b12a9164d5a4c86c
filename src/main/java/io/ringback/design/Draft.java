package io.ringback.design;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file that a designer works on: a process, a decision or a form, however wrong it may be.
 *
 * @param content as its owner has saved it, character for character
 * @param revision counts the saves
 * @param basedOnKey the id of the model it was begun from; null when it was not begun from one
 * @param basedOnVersion the version of that model; null when there is no key
 */
public record Draft(
        UUID id,
        String file,
        String content,
        String ownerId,
        int revision,
        @Nullable String basedOnKey,
        @Nullable Integer basedOnVersion,
        Instant savedAt,
        DraftState state) {

    /** Without the content. */
    @Override
    public String toString() {
        return "Draft[id=%s, file=%s, revision=%s, state=%s]".formatted(id, file, revision, state);
    }
}
