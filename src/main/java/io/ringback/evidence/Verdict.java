package io.ringback.evidence;

import org.jspecify.annotations.Nullable;

/**
 * What a check has found.
 *
 * @param checked how many events are as they were sealed, up to the first that is not
 * @param droppedTo events up to this one are gone by retention, and were not compared; 0 for none
 * @param firstBroken null when all are as they were sealed
 */
public record Verdict(
        long checked, long droppedTo, @Nullable Broken firstBroken) {

    public boolean ok() {
        return firstBroken == null;
    }
}
