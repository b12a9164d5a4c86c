package io.ringback.account;

import io.ringback.platform.database.DatabaseMode;
import io.ringback.platform.database.Transactions;
import io.ringback.platform.run.StartupStep;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The accounts of the embedded demo, made on its first start. Steps that need them, such as the demo lists, take an
 * order after {@link #ORDER}.
 */
@Component
@Order(DemoAccounts.ORDER)
public class DemoAccounts implements StartupStep {

    /** Where the accounts come among the steps of the start. */
    public static final int ORDER = 100;

    /** Of all of them. */
    public static final String PASSWORD = "demo";

    private static final Logger log = LoggerFactory.getLogger(DemoAccounts.class);

    static final List<Account> ALL = List.of(
            demo("ivr", "IVR and service pools", Role.INTEGRATOR),
            demo("anna", "Anna Aalto", Role.AGENT),
            demo("bo", "Bo Berg", Role.AGENT),
            demo("cai", "Cai Cederberg", Role.AGENT),
            demo("bea", "Bea Backman", Role.BACK_OFFICE),
            demo("sam", "Sam Salo", Role.SUPERVISOR),
            demo("dee", "Dee Dahl", Role.DESIGNER),
            demo("ola", "Ola Oksanen", Role.AUDITOR),
            demo("root", "Roo Toivola", Role.ADMIN));

    private final DatabaseMode mode;
    private final JdbcAccounts accounts;
    private final AccountAdministration administration;
    private final Passwords passwords;
    private final Transactions transactions;
    private volatile @Nullable String demoHash;

    DemoAccounts(
            DatabaseMode mode,
            JdbcAccounts accounts,
            AccountAdministration administration,
            Passwords passwords,
            Transactions transactions) {
        this.mode = mode;
        this.accounts = accounts;
        this.administration = administration;
        this.passwords = passwords;
        this.transactions = transactions;
    }

    @Override
    public void run() {
        if (!mode.isEmbedded() || !accounts.isEmpty()) {
            return;
        }
        // Everybody knows this password, so one hash does for all.
        var hash = passwords.hashOfDemo(PASSWORD);
        transactions.execute(() -> ALL.forEach(account -> administration.createWithHash(account, hash, "setup")));
        log.info("Made the demo accounts, each with the password '{}'", PASSWORD);
    }

    /** Those that everybody can still sign in with; none on an organisation's own database. */
    public List<Account> open() {
        return mode.isEmbedded() ? ALL.stream().filter(this::isOpen).toList() : List.of();
    }

    private boolean isOpen(Account demo) {
        return accounts.credentials(demo.id())
                .filter(found -> found.account().enabled())
                .map(Credentials::passwordHash)
                .filter(this::isOfDemo)
                .isPresent();
    }

    /** To check a password takes a tenth of a second, and most of these accounts share one hash. */
    private boolean isOfDemo(String hash) {
        if (hash.equals(demoHash)) {
            return true;
        }
        var same = passwords.matches(PASSWORD, hash);
        if (same) {
            demoHash = hash;
        }
        return same;
    }

    private static Account demo(String id, String name, Role role) {
        return new Account(id, name, Set.of(role), true);
    }
}
