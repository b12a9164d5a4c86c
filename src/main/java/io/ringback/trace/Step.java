package io.ringback.trace;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One passing of an element.
 *
 * @param number 1 for the first step of the case, in the order in which they were entered
 * @param on the version that it was passed on: another one than that of the case in a called process, and before a case was
 *     moved to another version
 * @param name as it is drawn; null where the element has none
 * @param type as BPMN calls it, such as {@code userTask}
 * @param endedAt null as long as the case is there
 * @param agentId of whoever the task was for; null for what is nobody's
 * @param round 1 for the first offer of the case, 2 after it has come back in line, and so on
 * @param interrupted whether it was left by something that happened meanwhile, not by its own end
 */
public record Step(
        int number,
        ProcessVersion on,
        String elementId,
        @Nullable String name,
        String type,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String agentId,
        int round,
        boolean interrupted) {

    /** How long it took; null while it lasts. */
    public @Nullable Duration took() {
        return endedAt == null ? null : Duration.between(startedAt, endedAt);
    }
}
