package io.ringback.audit;

import org.springframework.security.core.context.SecurityContextHolder;

/** Who is behind the change being made: the signed-in account, or the system itself for timers and wake-ups. */
public final class Actor {

    /** Stands in the audit trail for changes nobody asked for by hand. */
    public static final String SYSTEM = "system";

    private Actor() {}

    public static String current() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication == null ? SYSTEM : authentication.getName();
    }
}
