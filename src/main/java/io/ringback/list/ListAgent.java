package io.ringback.list;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.ringback.presence.PresentAgent;

/**
 * An agent with access to a list, and whether the agent works on it now.
 *
 * @param receiving whether the agent receives callbacks of this list: is active on it and receives
 * @param receivingElsewhere whether the agent receives callbacks, but none of this list
 * @param where the presence of the agent as it is for this list
 */
public record ListAgent(
        String agentId,
        String name,
        boolean active,
        boolean receiving,
        boolean receivingElsewhere,
        String availability,
        @JsonUnwrapped PresentAgent where) {}
