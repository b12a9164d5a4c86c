package io.ringback.desk;

import io.ringback.account.Accounts;
import io.ringback.account.Role;
import io.ringback.account.SessionsEnded;
import io.ringback.platform.database.Transactions;
import io.ringback.reception.Receptions;
import io.ringback.reception.StopReason;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.stereotype.Component;

/** Who signs out, or is signed out, receives no more, at once, and leaves no desk open behind in another tab. */
@Component
class SigningOut {

    private static final Logger log = LoggerFactory.getLogger(SigningOut.class);

    private final Accounts accounts;
    private final Receptions receptions;
    private final Presences presences;
    private final Transactions transactions;

    SigningOut(Accounts accounts, Receptions receptions, Presences presences, Transactions transactions) {
        this.accounts = accounts;
        this.receptions = receptions;
        this.presences = presences;
        this.transactions = transactions;
    }

    /**
     * Signing out itself must not fail; an agent who could not be stopped here is stopped as a lost desk. The agent is
     * the one who does it, though no longer signed in by now.
     */
    @EventListener
    void on(LogoutSuccessEvent event) {
        var id = event.getAuthentication().getName();
        try {
            if (accounts.find(id).filter(account -> account.has(Role.AGENT)).isPresent()) {
                var agent = new SecurityContextImpl(event.getAuthentication());
                new DelegatingSecurityContextRunnable(() -> leave(id, StopReason.AGENT), agent).run();
            }
        } catch (RuntimeException e) {
            log.warn("Agent {} has signed out, but receiving could not be stopped at once", id, e);
        }
    }

    /** In the transaction that ends the sessions, which must not stand when the agent could not be stopped. */
    @EventListener
    void on(SessionsEnded event) {
        var account = event.account();
        if (account.has(Role.AGENT)) {
            var actor = new SecurityContextImpl(
                    UsernamePasswordAuthenticationToken.authenticated(event.actor(), null, List.of()));
            new DelegatingSecurityContextRunnable(() -> leave(account.id(), StopReason.SUPERVISOR), actor).run();
        }
    }

    private void leave(String agentId, StopReason reason) {
        transactions.execute(() -> {
            receptions.stop(agentId, reason, null);
            presences.signedOut(agentId);
        });
    }
}
