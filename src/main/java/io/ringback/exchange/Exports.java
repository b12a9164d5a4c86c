package io.ringback.exchange;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.ringback.audit.AuditTrail;
import io.ringback.callback.CallbackFilter;
import io.ringback.platform.database.Transactions;
import io.ringback.stream.OpenAnswer;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Takes tables out. Who took which one, and narrowed by what, is in the audit trail before the first row is out. */
@Service
class Exports {

    private final JdbcExports rows;
    private final AuditTrail audit;
    private final Transactions transactions;
    private final ObjectMapper json;

    Exports(JdbcExports rows, AuditTrail audit, Transactions transactions, ObjectMapper json) {
        this.rows = rows;
        this.audit = audit;
        this.transactions = transactions;
        this.json = json;
    }

    /** @param given the filters that were named, as they were */
    void record(ExportTable table, ExportFormat format, Map<String, String> given) {
        var exported = new ExchangeEvent.Exported(table, format, given);
        transactions.execute(() -> audit.record(exported.entry()));
    }

    /** @throws IOException when nobody takes it any more, or may take it */
    void write(
            ExportTable table,
            CallbackFilter filter,
            ExportFormat format,
            CsvStyle style,
            OpenAnswer answer,
            OutputStream out)
            throws IOException {
        var writer = format == ExportFormat.CSV
                ? new CsvWriter(out, style.separator(), style.forSpreadsheets())
                : new JsonWriter(out, json);
        rows.write(table, filter, format == ExportFormat.CSV, new LastingWriter(writer, answer));
    }
}
