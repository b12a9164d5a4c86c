package io.ringback.platform.problem;

import org.springframework.http.ProblemDetail;

/** What is refused with more to say than words, which a feature knows by itself. */
public abstract class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    protected Refusal(String message) {
        super(message);
    }

    /** As the caller is told. */
    public abstract ProblemDetail problem();
}
