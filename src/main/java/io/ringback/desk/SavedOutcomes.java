package io.ringback.desk;

import io.ringback.handling.CaseInHand;
import io.ringback.platform.web.IdempotentAnswers;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What agents save, from the API and from the page alike. */
@Service
class SavedOutcomes {

    private final CaseInHand cases;
    private final IdempotentAnswers answers;

    SavedOutcomes(CaseInHand cases, IdempotentAnswers answers) {
        this.cases = cases;
        this.answers = answers;
    }

    /**
     * Joins the caller's transaction. Sent again with its key, after an answer that got lost, it changes nothing.
     *
     * @param key null from a program that does not ask again
     * @throws InvalidField like {@link CaseInHand}
     */
    void save(String agentId, @Nullable String key, OutcomeRequest request) {
        answers.once(agentId, key, request, Saved.class, () -> {
            cases.saveOutcome(agentId, request.allocationId(), request.callStatus(), request.draft());
            return new Saved(request.allocationId());
        });
    }

    record Saved(UUID allocationId) {}
}
