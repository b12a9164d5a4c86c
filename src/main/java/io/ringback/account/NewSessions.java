package io.ringback.account;

import io.ringback.platform.web.SessionLanguage;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The beginning of a session, however somebody has signed in. */
@Component
public class NewSessions {

    private final JdbcAccounts accounts;
    private final JdbcPeople people;
    private final Clock clock;

    NewSessions(JdbcAccounts accounts, JdbcPeople people, Clock clock) {
        this.accounts = accounts;
        this.people = people;
        this.clock = clock;
    }

    /**
     * Lets the session of the request stay, unless the account has been changed since it was checked. An account may have
     * been changed while its password was checked, and its sessions ended before this one began. Whoever changes it has
     * locked its row; the session is stored by now, so one of the two sees the other.
     *
     * @param checked what was known of the account when it was checked
     */
    public boolean begin(HttpServletRequest request, @Nullable Credentials checked) {
        if (checked == null
                || !accounts.credentialsForShare(checked.account().id()).equals(Optional.of(checked))) {
            request.getSession().invalidate();
            return false;
        }
        var language = checked.account().language();
        if (language != null) {
            SessionLanguage.keep(request.getSession(), language);
        }
        people.signedIn(checked.account().id(), clock.instant());
        return true;
    }
}
