package io.ringback.webhook;

import io.ringback.audit.AuditEntry;
import io.ringback.audit.Because;
import io.ringback.audit.Changed;
import java.util.Map;
import java.util.TreeMap;

/** What administrators, and the sending, do to webhooks: the closed set of it. */
sealed interface WebhookEvent {

    /** What the audit trail keeps of it. */
    AuditEntry entry(Webhook webhook);

    record Created() implements WebhookEvent {
        @Override
        public AuditEntry entry(Webhook webhook) {
            return WebhookEvent.entry("WEBHOOK_CREATED", webhook, Map.of("host", webhook.host()));
        }
    }

    record SettingsChanged(Map<String, Changed> changes) implements WebhookEvent {
        @Override
        public AuditEntry entry(Webhook webhook) {
            return WebhookEvent.entry("WEBHOOK_CHANGED", webhook, Changed.written(changes))
                    .with(changes);
        }
    }

    record Deleted() implements WebhookEvent {
        @Override
        public AuditEntry entry(Webhook webhook) {
            return WebhookEvent.entry("WEBHOOK_DELETED", webhook, Map.of("host", webhook.host()));
        }
    }

    record SecretRotated() implements WebhookEvent {
        @Override
        public AuditEntry entry(Webhook webhook) {
            return WebhookEvent.entry("WEBHOOK_SECRET_ROTATED", webhook, Map.of());
        }
    }

    /** @param why in words */
    record Disabled(String why) implements WebhookEvent {
        @Override
        public AuditEntry entry(Webhook webhook) {
            return WebhookEvent.entry("WEBHOOK_DISABLED", webhook, Map.of()).because(Because.said(why));
        }
    }

    /** @param sequence of the event that is sent once more */
    record DeliveryRetried(long sequence) implements WebhookEvent {
        @Override
        public AuditEntry entry(Webhook webhook) {
            return WebhookEvent.entry("WEBHOOK_DELIVERY_RETRIED", webhook, Map.of("sequence", Long.toString(sequence)));
        }
    }

    record Replayed(long fromSequence, long toSequence) implements WebhookEvent {
        @Override
        public AuditEntry entry(Webhook webhook) {
            return WebhookEvent.entry(
                    "WEBHOOK_REPLAYED",
                    webhook,
                    Map.of(
                            "fromSequence", Long.toString(fromSequence),
                            "toSequence", Long.toString(toSequence)));
        }
    }

    private static AuditEntry entry(String type, Webhook webhook, Map<String, String> details) {
        var all = new TreeMap<>(details);
        all.put("webhookId", webhook.id().toString());
        return AuditEntry.of(type, all);
    }
}
