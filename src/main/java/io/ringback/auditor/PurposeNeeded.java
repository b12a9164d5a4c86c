package io.ringback.auditor;

import io.ringback.platform.problem.ProblemType;
import io.ringback.platform.problem.Refusal;
import org.springframework.http.ProblemDetail;

/** Whoever looks at callers' data has to say what for, and has not: 428. Pages ask for it. */
public final class PurposeNeeded extends Refusal {

    private static final long serialVersionUID = 1L;

    PurposeNeeded() {
        super("Say what you look for in the header %s.".formatted(GivenPurpose.HEADER));
    }

    @Override
    public ProblemDetail problem() {
        return ProblemType.PURPOSE_REQUIRED.withDetail(String.valueOf(getMessage()));
    }
}
