package io.ringback.auditor;

import io.ringback.account.CallerRoles;
import io.ringback.account.Role;
import io.ringback.audit.AuditEntry;
import io.ringback.audit.AuditTrail;
import io.ringback.audit.Changed;
import io.ringback.platform.database.Transactions;
import java.util.Map;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;

/** Who has to say what they look for. Looked up each time: another node may have changed it. */
@Service
public class AskedPurpose {

    private final JdbcReadings readings;
    private final AuditTrail audit;
    private final Transactions transactions;

    AskedPurpose(JdbcReadings readings, AuditTrail audit, Transactions transactions) {
        this.readings = readings;
        this.audit = audit;
        this.transactions = transactions;
    }

    public PurposeOf of() {
        return readings.purposeOf();
    }

    /** Whether it was of somebody else before. */
    boolean of(PurposeOf whom) {
        return transactions.run(() -> {
            var before = readings.changePurpose(whom);
            if (before == whom) {
                return false;
            }
            var change = Map.of("askedOf", new Changed(before.name(), whom.name()));
            audit.record(AuditEntry.of("PURPOSE_SETTING_CHANGED", Changed.written(change))
                    .with(change));
            return true;
        });
    }

    /** Whether whoever is asking now has to say what for. */
    public boolean isAskedOfCaller() {
        var whom = of();
        return whom == PurposeOf.EVERYONE || whom == PurposeOf.AUDITORS && isAuditor();
    }

    private static boolean isAuditor() {
        var caller = SecurityContextHolder.getContext().getAuthentication();
        return caller != null && CallerRoles.of(caller).contains(Role.AUDITOR);
    }
}
