package io.ringback.design;

import io.ringback.audit.AuditEntry;
import java.util.Map;
import java.util.TreeMap;

/** What designers do with drafts: the closed set of it. Saves as one works are left out. */
sealed interface DraftEvent {

    /** What the audit trail keeps of it. */
    AuditEntry entry(Draft draft);

    record Created() implements DraftEvent {
        @Override
        public AuditEntry entry(Draft draft) {
            var details = new TreeMap<String, String>();
            if (draft.basedOnKey() != null) {
                details.put("basedOn", draft.basedOnKey() + ":" + draft.basedOnVersion());
            }
            return DraftEvent.entry("DRAFT_CREATED", draft, details);
        }
    }

    record Deleted() implements DraftEvent {
        @Override
        public AuditEntry entry(Draft draft) {
            return DraftEvent.entry("DRAFT_DELETED", draft, Map.of());
        }
    }

    record Restored() implements DraftEvent {
        @Override
        public AuditEntry entry(Draft draft) {
            return DraftEvent.entry("DRAFT_RESTORED", draft, Map.of());
        }
    }

    private static AuditEntry entry(String type, Draft draft, Map<String, String> details) {
        var all = new TreeMap<>(details);
        all.put("draftId", draft.id().toString());
        all.put("file", draft.file());
        return AuditEntry.of(type, all);
    }
}
