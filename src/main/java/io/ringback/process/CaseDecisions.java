package io.ringback.process;

import io.ringback.audit.AuditTrail;
import io.ringback.platform.run.Rehearsal;
import io.ringback.trace.CompactDecisions;
import io.ringback.trace.MadeDecision;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.dmn.engine.delegate.DmnDecisionEvaluationEvent;
import org.operaton.bpm.dmn.engine.delegate.DmnDecisionEvaluationListener;
import org.operaton.bpm.engine.impl.context.Context;
import org.operaton.bpm.engine.repository.DecisionDefinition;
import org.springframework.stereotype.Component;

/**
 * Hands the decisions that processes make about cases to the entry of the trail that tells of what follows from them. What
 * is asked ahead, for the times that an agent is shown, decides nothing and is kept nowhere.
 */
@Component
class CaseDecisions implements DmnDecisionEvaluationListener {

    private static final ThreadLocal<@Nullable List<ToldDecision>> HEARD = new ThreadLocal<>();

    private final AuditTrail audit;
    private final Clock clock;

    CaseDecisions(AuditTrail audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What is decided while this is done, besides what comes of it.
     *
     * @param heard takes the decisions in the order in which they were made
     */
    static <T> T hearing(List<ToldDecision> heard, Supplier<T> work) {
        HEARD.set(heard);
        try {
            return work.get();
        } finally {
            HEARD.remove();
        }
    }

    @Override
    public void notify(DmnDecisionEvaluationEvent event) {
        var execution = Context.getBpmnExecutionContext();
        var asks = execution != null && !FactsOfCases.isAsked();
        var heard = HEARD.get();
        if (heard == null && (!asks || Rehearsal.isUnderWay())) {
            return;
        }
        var told = told(event);
        if (heard != null) {
            heard.addAll(told);
        } else if (execution != null) {
            var element = execution.getExecution().getActivityId();
            FactsOfCases.callbackId(execution.getExecution())
                    .ifPresent(callback -> told.forEach(one -> audit.decided(
                            callback, CompactDecisions.FACT, CompactDecisions.written(made(one, element)))));
        }
    }

    MadeDecision made(ToldDecision told, @Nullable String element) {
        return new MadeDecision(
                clock.instant(),
                element,
                told.decision().getKey(),
                told.decision() instanceof DecisionDefinition definition ? definition.getVersion() : null,
                told.decision().getName(),
                told.inputs(),
                told.rules(),
                told.outputs());
    }

    /** What it rests on first. */
    private static List<ToldDecision> told(DmnDecisionEvaluationEvent event) {
        var all = new ArrayList<ToldDecision>();
        Stream.concat(event.getRequiredDecisionResults().stream(), Stream.of(event.getDecisionResult()))
                .forEach(result -> {
                    var told = ToldDecision.of(result);
                    if (told != null) {
                        all.add(told);
                    }
                });
        return all;
    }
}
