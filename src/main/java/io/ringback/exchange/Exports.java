package io.ringback.exchange;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.ringback.audit.AuditTrail;
import io.ringback.callback.CallbackFilter;
import io.ringback.platform.database.Transactions;
import io.ringback.stream.OpenAnswer;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Takes tables out. Who took which one, and narrowed by what, is in the audit trail before the first row is out. */
@Service
class Exports {

    /** What the columns of the members of a JSON column are called before their names. */
    private static final Map<String, String> PREFIXES =
            Map.of(JdbcExports.ATTRIBUTES, ImportColumns.ATTRIBUTE, JdbcExports.ANSWERS, "answer:");

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
        rows.write(table, filter, style.zone(), (columns, names) -> {
            var writer = new LastingWriter(writer(table, format, style, out), answer);
            return format == ExportFormat.JSON ? writer : spread(writer, style, columns, names);
        });
    }

    private TableWriter writer(ExportTable table, ExportFormat format, CsvStyle style, OutputStream out)
            throws IOException {
        return switch (format) {
            case CSV -> new CsvWriter(out, style.separator(), style.forSpreadsheets());
            case XLSX -> new XlsxWriter(out, table.file());
            case JSON -> new JsonWriter(out, json);
        };
    }

    /** Programs keep the JSON as well; people have no use for it, unless not all of it has columns. */
    private TableWriter spread(
            TableWriter writer, CsvStyle style, List<String> columns, Map<String, List<String>> names) {
        var places = new ArrayList<SpreadWriter.Place>();
        names.forEach((column, all) -> {
            var own = all.subList(0, Math.min(all.size(), SpreadWriter.MOST));
            var keeps = !style.forSpreadsheets() || own.size() < all.size();
            places.add(new SpreadWriter.Place(columns.indexOf(column), PREFIXES.getOrDefault(column, ""), own, keeps));
        });
        return new SpreadWriter(writer, places, json);
    }
}
