package io.ringback.audit;

import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

/** Who is behind the change being made: the signed-in account, or the system itself for timers and wake-ups. */
public final class Actor {

    /** Stands in the audit trail for changes nobody asked for by hand. */
    public static final String SYSTEM = "system";

    private Actor() {}

    /** Does the work in the name of this account, whoever it is that runs it. */
    public static void as(String account, Runnable work) {
        var before = SecurityContextHolder.getContext();
        try {
            SecurityContextHolder.setContext(new SecurityContextImpl(
                    UsernamePasswordAuthenticationToken.authenticated(account, null, List.of())));
            work.run();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    public static String current() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication == null ? SYSTEM : authentication.getName();
    }
}
