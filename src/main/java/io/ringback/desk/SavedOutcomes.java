package io.ringback.desk;

import io.ringback.allocation.CaseInHand;
import io.ringback.callback.TimeLimit;
import io.ringback.platform.IdempotentAnswers;
import io.ringback.platform.InvalidField;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What agents save, from the API and from the page alike. */
@Service
class SavedOutcomes {

    private final CaseInHand cases;
    private final IdempotentAnswers answers;
    private final TimeLimit limit;
    private final Clock clock;

    SavedOutcomes(CaseInHand cases, IdempotentAnswers answers, TimeLimit limit, Clock clock) {
        this.cases = cases;
        this.answers = answers;
        this.limit = limit;
        this.clock = clock;
    }

    /**
     * Joins the caller's transaction. Sent again with its key, after an answer that got lost, it changes nothing.
     *
     * @param key null from a program that does not ask again
     * @throws InvalidField for a time of the next offer further ahead than any may lie, and like {@link CaseInHand}
     */
    void save(String agentId, @Nullable String key, OutcomeRequest request) {
        answers.once(agentId, key, request, Saved.class, () -> {
            if (!request.callStatus().resolves()) {
                limit.check("retryAt", request.retryAt(), clock.instant());
            }
            cases.saveOutcome(agentId, request.allocationId(), request.callStatus(), request.draft());
            return new Saved(request.allocationId());
        });
    }

    record Saved(UUID allocationId) {}
}
