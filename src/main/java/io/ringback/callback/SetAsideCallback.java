package io.ringback.callback;

import java.time.Instant;
import java.util.UUID;

/**
 * A callback that allocation passes by.
 *
 * @param held whether an agent still has it, who can save it as usual; it is repaired after that
 */
public record SetAsideCallback(UUID id, String listId, Instant since, String because, boolean held) {}
