package io.ringback.account;

import io.ringback.platform.problem.TooManyRequests;
import org.springframework.security.core.AuthenticationException;

/** Signing in is slowed down; carries when to try again. */
public class TooManyLogins extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final TooManyRequests refusal;

    TooManyLogins(TooManyRequests refusal) {
        super(String.valueOf(refusal.getMessage()), refusal);
        this.refusal = refusal;
    }

    public TooManyRequests refusal() {
        return refusal;
    }
}
