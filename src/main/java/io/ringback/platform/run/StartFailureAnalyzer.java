package io.ringback.platform.run;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;

/** Tells of a {@link StartFailure} in place of a stack trace; before others, who know less of what is below it. */
class StartFailureAnalyzer extends AbstractFailureAnalyzer<StartFailure> implements Ordered {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, StartFailure failure) {
        return new FailureAnalysis(failure.description(), failure.action(), failure);
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}
