package io.ringback.process;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.ringback.callback.CallStatus;
import io.ringback.callback.Callback;
import io.ringback.callback.RetryDecision;
import io.ringback.callback.RetryPolicy;
import io.ringback.platform.problem.DatabaseAway;
import io.ringback.platform.run.Rehearsal;
import io.ringback.process.contract.SharedNames;
import java.time.Duration;
import java.util.Objects;
import org.operaton.bpm.dmn.engine.DmnDecisionTableResult;
import org.operaton.bpm.engine.ProcessEngine;
import org.operaton.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.operaton.bpm.engine.impl.dmn.DecisionTableEvaluationBuilderImpl;
import org.operaton.bpm.engine.impl.dmn.cmd.EvaluateDecisionTableCmd;
import org.operaton.bpm.engine.impl.interceptor.CommandExecutor;
import org.operaton.bpm.engine.variable.Variables;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Asks {@code retryPolicy.dmn} ahead of a Save, for the times an agent is shown. The process asks again when the outcome
 * is saved; answers kept here for seconds are suggestions only. Kept is what hangs on nothing but the question.
 */
@Component
class DmnRetryPolicy implements RetryPolicy {

    private record Question(CallStatus callStatus, int attempts, boolean lastAttempt) {}

    private static final Logger log = LoggerFactory.getLogger(DmnRetryPolicy.class);

    private final ProcessEngine engine;
    private final FactsOfCases facts;
    private final Cache<Question, RetryDecision> answers = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofSeconds(10))
            .maximumSize(1_000)
            .build();

    DmnRetryPolicy(@Lazy ProcessEngine engine, FactsOfCases facts) {
        this.engine = engine;
        this.facts = facts;
    }

    @EventListener
    void on(ModelsReloaded reloaded) {
        answers.invalidateAll();
    }

    @Override
    public RetryDecision decide(Callback callback, CallStatus callStatus, int attempts, boolean lastAttempt) {
        var question = new Question(callStatus, attempts, lastAttempt);
        var known = Rehearsal.isUnderWay() ? null : answers.getIfPresent(question);
        if (known != null) {
            return known;
        }
        var about = facts.of(callback);
        var answer = askOrFallBack(question, about);
        if (!about.isRead() && !Rehearsal.isUnderWay()) {
            answers.put(question, answer);
        }
        return answer;
    }

    private RetryDecision askOrFallBack(Question question, CaseFacts about) {
        try {
            return read(FactsOfCases.asking(about, () -> evaluate(question)));
        } catch (RuntimeException failure) {
            if (DatabaseAway.isCauseOf(failure)) {
                throw failure;
            }
            if (!Rehearsal.isUnderWay()) {
                log.error("{} does not decide on {}: {}", SharedNames.RETRY_POLICY, question, Faults.message(failure));
            }
            return RetryDecision.withoutPolicy(question.lastAttempt());
        }
    }

    private static RetryDecision read(DmnDecisionTableResult result) {
        var rule = Objects.requireNonNull(result.getSingleResult(), "no rule");
        Boolean giveUp = rule.getEntry(SharedNames.GIVE_UP);
        return new RetryDecision(Duration.parse(rule.getEntry(SharedNames.RETRY_AFTER)), Boolean.TRUE.equals(giveUp));
    }

    /** What fails comes out of the command as its result: thrown through it, it would doom the transaction of a Save. */
    private DmnDecisionTableResult evaluate(Question question) {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        var command = command(question, configuration.getCommandExecutorTxRequired());
        var outcome = configuration.getCommandExecutorTxRequired().execute(context -> {
            try {
                return command.execute(context);
            } catch (RuntimeException failure) {
                return failure;
            }
        });
        if (outcome instanceof RuntimeException failure) {
            throw failure;
        }
        return (DmnDecisionTableResult) outcome;
    }

    private static EvaluateDecisionTableCmd command(Question question, CommandExecutor executor) {
        var asked = (DecisionTableEvaluationBuilderImpl)
                DecisionTableEvaluationBuilderImpl.evaluateDecisionTableByKey(executor, SharedNames.RETRY_POLICY);
        asked.variables(Variables.createVariables()
                .putValue(SharedNames.CALL_STATUS, question.callStatus().name())
                .putValue(SharedNames.ATTEMPTS, question.attempts())
                .putValue(SharedNames.LAST_ATTEMPT, question.lastAttempt()));
        return new EvaluateDecisionTableCmd(asked);
    }
}
