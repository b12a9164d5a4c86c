package io.ringback.process;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.ringback.callback.CallStatus;
import io.ringback.callback.RetryDecision;
import io.ringback.callback.RetryPolicy;
import java.time.Duration;
import org.operaton.bpm.engine.DecisionService;
import org.operaton.bpm.engine.variable.Variables;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Asks {@code retryPolicy.dmn} ahead of a Save, for the times an agent is shown. The process asks again when the outcome
 * is saved; answers kept here for seconds are suggestions only.
 */
@Component
class DmnRetryPolicy implements RetryPolicy {

    private record Question(CallStatus callStatus, int attempts, boolean lastAttempt) {}

    private final DecisionService decisions;
    private final Cache<Question, RetryDecision> answers = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofSeconds(10))
            .maximumSize(1_000)
            .build();

    DmnRetryPolicy(@Lazy DecisionService decisions) {
        this.decisions = decisions;
    }

    @Override
    public RetryDecision decide(CallStatus callStatus, int attempts, boolean lastAttempt) {
        return answers.get(new Question(callStatus, attempts, lastAttempt), this::ask);
    }

    private RetryDecision ask(Question question) {
        var rule = decisions
                .evaluateDecisionTableByKey(
                        Names.RETRY_POLICY,
                        Variables.createVariables()
                                .putValue(
                                        Names.CALL_STATUS, question.callStatus().name())
                                .putValue(Names.ATTEMPTS, question.attempts())
                                .putValue(Names.LAST_ATTEMPT, question.lastAttempt()))
                .getSingleResult();
        return new RetryDecision(Duration.parse(rule.getEntry(Names.RETRY_AFTER)), rule.getEntry(Names.GIVE_UP));
    }
}
