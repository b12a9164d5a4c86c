package io.ringback.callback;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an allocation was decided from, as the statements saw that decided it.
 *
 * @param joinedLists those the agent had joined, by id, at most the first hundred
 * @param joined how many those were
 * @param eligible how many callbacks could have been given to the agent, this one included
 * @param eligibleAtLeast whether there were more: they are counted up to a bound
 * @param place of this one among them, from 1
 * @param firstBy what brought it before the next one
 * @param ahead those before it that were skipped, the first of them first, and on its list those that could not be given
 * @param agentsWaiting how many agents waited for a callback of its list, this one included if it was one of them; at most a
 *     hundred are counted
 * @param longerWaiting how many of them had waited for longer than this one
 * @param agentWaited how long this one had; null for one who came straight from another case
 * @param calledBefore whether it was called before, and so was left to whoever has waited longest
 */
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public record AllocationFacts(
        @JsonInclude(JsonInclude.Include.ALWAYS) List<String> joinedLists,
        int joined,
        @JsonInclude(JsonInclude.Include.ALWAYS) int eligible,
        boolean eligibleAtLeast,
        int place,
        @Nullable FirstBy firstBy,
        @JsonInclude(JsonInclude.Include.ALWAYS) List<Ahead> ahead,
        @JsonInclude(JsonInclude.Include.ALWAYS) int agentsWaiting,
        int longerWaiting,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Duration agentWaited,
        boolean calledBefore) {

    /** The name that the trail keeps it under. */
    public static final String FACT = "allocation";

    /** The first thing by which it came before the next one in turn. */
    public enum FirstBy {
        /** There was no other one. */
        ONLY,
        /** A supervisor had kept it for this agent. */
        KEPT,
        /** A supervisor had put it before all others, later than any other one. */
        EXPEDITED,
        PRIORITY,
        /** A time was agreed on with the caller. */
        APPOINTMENT,
        /** It was due earlier. */
        DUE,
        /** It was asked for earlier. */
        REQUESTED
    }

    /** Why a callback was skipped. */
    public enum Why {
        /** Somebody was changing it at that moment: another agent was getting it, or it was being closed. */
        LOCKED,
        /** Another agent had just got it, or it had just been closed. */
        TAKEN,
        /** This agent had given it back, and others were waiting. */
        GIVEN_BACK,
        /** It was called in vain before, and another agent had waited for longer. */
        SECOND_TRY,
        /** A supervisor had kept it for another agent. */
        KEPT_FOR_ANOTHER,
        /** Its list was closed, or its caller could not be called at that hour. */
        OUTSIDE_HOURS,
        /** It was set aside until somebody repaired it. */
        SET_ASIDE,
        /** Its process held it back. */
        HELD_BACK,
        TO_BE_CANCELLED,
        EXPIRED
    }

    /** A callback that was skipped. */
    public record Ahead(UUID callbackId, Why why) {}
}
