package io.ringback.erasure;

import io.ringback.audit.AuditEntry;
import io.ringback.audit.Because;
import java.util.Map;
import java.util.UUID;

/** What happens to what is kept of a number: the closed set of it. Never with the number. */
sealed interface ErasureEvent {

    /** What the audit trail keeps of it. */
    AuditEntry entry();

    /** Somebody has looked at what would go. */
    record Previewed(long callbacks, String reason) implements ErasureEvent {
        @Override
        public AuditEntry entry() {
            return AuditEntry.of("ERASURE_PREVIEWED", Map.of("callbacks", Long.toString(callbacks)))
                    .because(Because.said(reason));
        }
    }

    record Erased(UUID erasureId, Found found, String reason) implements ErasureEvent {
        @Override
        public AuditEntry entry() {
            return AuditEntry.of(
                            "ERASED",
                            Map.of(
                                    "erasureId", erasureId.toString(),
                                    "callbacks", Long.toString(found.callbacks()),
                                    "events", Long.toString(found.events()),
                                    "recordings", Long.toString(found.recordings()),
                                    "deliveries", Long.toString(found.deliveries())))
                    .because(Because.said(reason));
        }
    }

    /** All that is kept of a number was taken out as a file. */
    record SubjectExported(long callbacks, String reason) implements ErasureEvent {
        @Override
        public AuditEntry entry() {
            return AuditEntry.of("SUBJECT_EXPORTED", Map.of("callbacks", Long.toString(callbacks)))
                    .because(Because.said(reason));
        }
    }
}
