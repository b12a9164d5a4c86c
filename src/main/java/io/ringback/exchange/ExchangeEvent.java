package io.ringback.exchange;

import io.ringback.audit.AuditEntry;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** What is taken out and taken in as files: the closed set of it. */
sealed interface ExchangeEvent {

    /** What the audit trail keeps of it. */
    AuditEntry entry();

    /** @param filters by which the table was narrowed, as they were given */
    record Exported(ExportTable table, ExportFormat format, Map<String, String> filters) implements ExchangeEvent {
        @Override
        public AuditEntry entry() {
            var details = new TreeMap<>(filters);
            details.put("table", table.file());
            details.put("format", format.name());
            return AuditEntry.ofList("EXPORTED", filters.get("listId"), null, details);
        }
    }

    /**
     * @param rows that are going to be taken in
     * @param skipped rows with errors, which are left out
     */
    record ImportConfirmed(UUID importId, int rows, int skipped) implements ExchangeEvent {
        @Override
        public AuditEntry entry() {
            return AuditEntry.of(
                    "IMPORT_CONFIRMED",
                    Map.of(
                            "importId", importId.toString(),
                            "rows", Integer.toString(rows),
                            "skipped", Integer.toString(skipped)));
        }
    }

    record ImportFinished(UUID importId) implements ExchangeEvent {
        @Override
        public AuditEntry entry() {
            return AuditEntry.of("IMPORT_FINISHED", Map.of("importId", importId.toString()));
        }
    }
}
