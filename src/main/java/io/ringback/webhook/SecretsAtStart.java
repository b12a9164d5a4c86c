package io.ringback.webhook;

import io.ringback.platform.database.Seal;
import io.ringback.platform.database.Transactions;
import io.ringback.platform.run.StartupStep;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Seals what was stored in the clear or with another key, and finds out before anybody waits for an event whether the
 * secrets can be read.
 */
@Component
class SecretsAtStart implements StartupStep {

    private static final Logger log = LoggerFactory.getLogger(SecretsAtStart.class);

    private final Webhooks webhooks;
    private final JdbcWebhooks rows;
    private final Seal seal;
    private final Transactions transactions;

    SecretsAtStart(Webhooks webhooks, JdbcWebhooks rows, Seal seal, Transactions transactions) {
        this.webhooks = webhooks;
        this.rows = rows;
        this.seal = seal;
        this.transactions = transactions;
    }

    /** @throws io.ringback.platform.database.SealFailure when one cannot be read with the keys of this server */
    @Override
    public void run() {
        var all = webhooks.all();
        for (var webhook : all) {
            var id = webhook.id();
            transactions.execute(() -> rows.reseal(id, stored -> Secret.resealed(seal, id, stored)));
        }
        if (!all.isEmpty() && !seal.hasKey()) {
            log.warn("The secrets of {} webhooks are stored in the clear: set ringback.secrets.key", all.size());
        }
    }
}
