package io.ringback.account;

import io.ringback.platform.TooManyRequests;
import org.springframework.security.core.AuthenticationException;

/** Signing in is slowed down; carries when to try again. */
class TooManyLogins extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final TooManyRequests refusal;

    TooManyLogins(TooManyRequests refusal) {
        super(String.valueOf(refusal.getMessage()), refusal);
        this.refusal = refusal;
    }

    TooManyRequests refusal() {
        return refusal;
    }
}
