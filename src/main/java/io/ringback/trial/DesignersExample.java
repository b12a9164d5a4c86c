package io.ringback.trial;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ringback.callback.CallbackStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A case that a designer has kept with a process.
 *
 * @param key the process
 * @param listId the list whose settings count; null for a list with a limit for everything
 * @param endElementId where it has to end, or to wait at last, as for the task of a back office; null for anywhere
 * @param endStatus what the callback has to be at last; null for anything
 * @param savedBy the account
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DesignersExample(
        String key,
        String name,
        @Nullable String listId,
        TrialExample example,
        @Nullable String endElementId,
        @Nullable CallbackStatus endStatus,
        String savedBy,
        Instant savedAt) {

    /** Why it has not ended as expected; null when it has. */
    @Nullable
    String difference(TrialResult result) {
        var problem = result.problem();
        if (problem != null) {
            return problem.message().replaceFirst("\\.$", "") + PlayedModels.step(example, problem.event());
        }
        var end = result.end() == null ? null : result.end().elementId();
        var waits = end == null && endElementId != null && result.waitingAt().contains(endElementId);
        if (endElementId != null && !endElementId.equals(end) && !waits) {
            return "expected the end %s, but it %s"
                    .formatted(
                            endElementId,
                            end == null ? "waits at " + String.join(", ", result.waitingAt()) : "ends at " + end);
        }
        return endStatus == null || endStatus == result.status()
                ? null
                : "expected the callback to be %s, but it is %s".formatted(endStatus, result.status());
    }
}
