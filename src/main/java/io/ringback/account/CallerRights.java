package io.ringback.account;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Says whether a right still holds that somebody had some time ago. */
@Component
public class CallerRights {

    private final JdbcCallerRights rows;

    CallerRights(JdbcCallerRights rows) {
        this.rows = rows;
    }

    /** The right by which the caller is answered; empty when it has ended since the caller was let in. */
    public Optional<CallerRight> of(Principal caller, HttpServletRequest request) {
        if (ApiCredentials.areIn(request)) {
            return rows.begun(caller.getName(), null, caller instanceof TokenCaller token ? token.tokenId() : null);
        }
        var session = request.getSession(false);
        return session == null ? Optional.empty() : rows.begun(caller.getName(), session.getId(), null);
    }

    /** How long each of them lasts if nothing happens meanwhile; those that have ended are left out. */
    public Map<CallerRight, Duration> left(Collection<CallerRight> rights) {
        return rows.left(rights);
    }
}
