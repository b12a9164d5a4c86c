package io.ringback.list;

import io.ringback.audit.AuditEntry;
import io.ringback.audit.Changed;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What happens to lists themselves: the closed set of it. */
sealed interface ListEvent {

    String listId();

    /** What the audit trail keeps of it. */
    AuditEntry entry();

    record Created(String listId) implements ListEvent {
        @Override
        public AuditEntry entry() {
            return ListEvent.entry("LIST_CREATED", listId, null);
        }
    }

    record SettingsChanged(String listId, Map<String, Changed> changes) implements ListEvent {
        @Override
        public AuditEntry entry() {
            return AuditEntry.ofList("LIST_CHANGED", listId, null, Changed.written(changes))
                    .with(changes);
        }
    }

    record HoursChanged(String listId, HoursChanges changes) implements ListEvent {
        @Override
        public AuditEntry entry() {
            return AuditEntry.ofList("LIST_HOURS_CHANGED", listId, null, changes.written())
                    .with(changes.values());
        }
    }

    record Archived(String listId) implements ListEvent {
        @Override
        public AuditEntry entry() {
            return ListEvent.entry("LIST_ARCHIVED", listId, null);
        }
    }

    record Restored(String listId) implements ListEvent {
        @Override
        public AuditEntry entry() {
            return ListEvent.entry("LIST_RESTORED", listId, null);
        }
    }

    record AccessGiven(String listId, String agentId) implements ListEvent {
        @Override
        public AuditEntry entry() {
            return ListEvent.entry("ACCESS_GIVEN", listId, agentId);
        }
    }

    record AccessTaken(String listId, String agentId) implements ListEvent {
        @Override
        public AuditEntry entry() {
            return ListEvent.entry("ACCESS_TAKEN", listId, agentId);
        }
    }

    record Joined(String listId, String agentId) implements ListEvent {
        @Override
        public AuditEntry entry() {
            return ListEvent.entry("LIST_JOINED", listId, agentId);
        }
    }

    record Unjoined(String listId, String agentId) implements ListEvent {
        @Override
        public AuditEntry entry() {
            return ListEvent.entry("LIST_UNJOINED", listId, agentId);
        }
    }

    private static AuditEntry entry(String type, String listId, @Nullable String agentId) {
        return AuditEntry.ofList(type, listId, agentId, Map.of());
    }
}
