package io.ringback.process;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.ringback.callback.CallStatus;
import io.ringback.callback.RetryDecision;
import io.ringback.callback.RetryPolicy;
import io.ringback.platform.DatabaseAway;
import io.ringback.platform.Transactions;
import java.time.Duration;
import org.operaton.bpm.engine.DecisionService;
import org.operaton.bpm.engine.variable.Variables;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Asks {@code retryPolicy.dmn} ahead of a Save, for the times an agent is shown. The process asks again when the outcome
 * is saved; answers kept here for seconds are suggestions only.
 */
@Component
class DmnRetryPolicy implements RetryPolicy {

    private record Question(CallStatus callStatus, int attempts, boolean lastAttempt) {}

    private static final Logger log = LoggerFactory.getLogger(DmnRetryPolicy.class);

    private final DecisionService decisions;
    private final Transactions transactions;
    private final Cache<Question, RetryDecision> answers = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofSeconds(10))
            .maximumSize(1_000)
            .build();

    DmnRetryPolicy(@Lazy DecisionService decisions, Transactions transactions) {
        this.decisions = decisions;
        this.transactions = transactions;
    }

    @Override
    public RetryDecision decide(CallStatus callStatus, int attempts, boolean lastAttempt) {
        return answers.get(new Question(callStatus, attempts, lastAttempt), this::askOrFallBack);
    }

    /** In a transaction of its own: the engine dooms the one in which it fails. */
    private RetryDecision askOrFallBack(Question question) {
        try {
            return transactions.inNew(() -> ask(question));
        } catch (RuntimeException failure) {
            if (DatabaseAway.isCauseOf(failure)) {
                throw failure;
            }
            log.error("{} does not decide on {}: {}", Names.RETRY_POLICY, question, Faults.message(failure));
            return RetryDecision.withoutPolicy(question.lastAttempt());
        }
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
        Boolean giveUp = rule.getEntry(Names.GIVE_UP);
        return new RetryDecision(Duration.parse(rule.getEntry(Names.RETRY_AFTER)), Boolean.TRUE.equals(giveUp));
    }
}
