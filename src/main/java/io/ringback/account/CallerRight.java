package io.ringback.account;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * By what right somebody is answered for longer than a moment.
 *
 * @param state stands for the password and roles of the account when it began
 * @param sessionId of the session it began in; null for a caller with credentials
 * @param tokenId of the token it came with; null for a caller with a session or a password
 */
public record CallerRight(
        String accountId,
        String state,
        @Nullable String sessionId,
        @Nullable UUID tokenId) {

    /** Without the session, which is as good as a password. */
    @Override
    public String toString() {
        return "CallerRight[" + accountId + "]";
    }
}
