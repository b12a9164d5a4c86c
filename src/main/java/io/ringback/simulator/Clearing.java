package io.ringback.simulator;

import io.ringback.audit.AuditEntry;
import io.ringback.audit.AuditTrail;
import io.ringback.audit.Because;
import io.ringback.platform.database.Transactions;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Takes away everything simulated: what is open is cancelled as any program would, then what is closed is removed. */
@Component
@WithSimulator
class Clearing {

    private static final String WHY = "The demo was cleared";

    private final ApiClient api;
    private final JdbcSimulated simulated;
    private final AuditTrail audit;
    private final Transactions transactions;

    Clearing(ApiClient api, JdbcSimulated simulated, AuditTrail audit, Transactions transactions) {
        this.api = api;
        this.simulated = simulated;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** A callback in the middle of a call stays until its agent has saved. */
    void clear() {
        for (var id : simulated.open()) {
            try {
                api.post(Callers.IVR, "/api/v1/callbacks/%s/cancel".formatted(id), Map.of("reason", WHY));
            } catch (Refused refused) {
                if (refused.status() != 409) {
                    throw refused;
                }
            }
        }
        transactions.execute(this::removeClosed);
    }

    private void removeClosed() {
        var closed = simulated.lockClosed();
        if (!closed.isEmpty()) {
            simulated.remove(closed);
            simulated.recount();
            audit.record(AuditEntry.of("SIMULATION_CLEARED", Map.of("callbacks", Integer.toString(closed.size())))
                    .because(Because.said(WHY)));
        }
    }
}
