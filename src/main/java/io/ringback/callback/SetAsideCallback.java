package io.ringback.callback;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A callback that allocation passes by.
 *
 * @param because why, in one line
 * @param held whether an agent still has it, who can save it as usual; it is repaired after that
 * @param file the model that has gone wrong; null when none has
 * @param version the engine's number of it
 * @param element the id of the element in it
 * @param message the engine's
 */
public record SetAsideCallback(
        UUID id,
        String listId,
        Instant since,
        String because,
        boolean held,
        @Nullable String file,
        @Nullable Integer version,
        @Nullable String element,
        @Nullable String message) {}
