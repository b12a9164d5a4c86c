package io.ringback.process.contract;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How server and process play together, step by step; the walk through a drawing follows it.
 *
 * @param first the stage in which an instance starts
 * @param setAtStart the variables that come with the start message
 * @param delegates what each delegate does
 * @param messages what follows from each message
 * @param saving what follows from completing a task of the call; null if there are none
 * @param waiting what must be so while it waits; free in the other stages
 * @param ends the stages in which an instance may end
 */
public record Interplay(
        ServerStage first,
        Set<String> setAtStart,
        Map<String, InterplayStep> delegates,
        Map<String, InterplayStep> messages,
        @Nullable InterplayStep saving,
        Map<ServerStage, WaitDemands> waiting,
        Set<ServerStage> ends) {

    /** Whether the process waits before it offers a callback. */
    public boolean holdsBack() {
        return waiting.containsKey(ServerStage.HELD_BACK);
    }
}
