package io.ringback.design.migration;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An instance of a process that has not ended.
 *
 * @param callbackId whose case it is; null for the reception of an agent
 * @param agentId whose reception it is; null for the case of a callback
 * @param elementId where it waits, the first one if that is in several places; null when it is nowhere
 * @param situation whatever the answer depends on whether it can move: two of the same situation can move, or both cannot
 */
public record OpenInstance(
        String id,
        @Nullable UUID callbackId,
        @Nullable String agentId,
        @Nullable String elementId,
        String situation) {}
