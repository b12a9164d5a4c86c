package io.ringback.erasure;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ringback.audit.AuditTrail;
import io.ringback.exchange.BrokenExports;
import io.ringback.platform.database.Transactions;
import io.ringback.platform.problem.InvalidField;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Service;

/** All that is kept of a number, as the caller may ask for it: from the same places as it is erased in. */
@Service
public class SubjectExports {

    private final SoughtNumbers numbers;
    private final JdbcErasures rows;
    private final JdbcPlaces places;
    private final JdbcElsewhere elsewhere;
    private final AuditTrail audit;
    private final Transactions transactions;
    private final ObjectMapper json;
    private final Clock clock;

    SubjectExports(
            SoughtNumbers numbers,
            JdbcErasures rows,
            JdbcPlaces places,
            JdbcElsewhere elsewhere,
            AuditTrail audit,
            Transactions transactions,
            ObjectMapper json,
            Clock clock) {
        this.numbers = numbers;
        this.rows = rows;
        this.places = places;
        this.elsewhere = elsewhere;
        this.audit = audit;
        this.transactions = transactions;
        this.json = json;
        this.clock = clock;
    }

    /**
     * As a file. Who has taken it out, and why, is recorded before the first byte is sent.
     *
     * @throws InvalidField for what is not the number of one caller, and a reason that repeats it
     */
    public void answer(String phoneNumber, String reason, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var sought = asked(phoneNumber, reason);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"subject.json\"");
        try {
            write(sought, response.getOutputStream());
        } catch (RuntimeException failure) {
            if (!response.isCommitted()) {
                response.reset();
                throw failure;
            }
            BrokenExports.breakOff(request, failure);
        }
    }

    private Set<String> asked(String phoneNumber, String reason) {
        return transactions.run(() -> {
            var sought = numbers.checked(phoneNumber, reason);
            audit.record(new ErasureEvent.SubjectExported(rows.of(sought).size(), reason).entry());
            return sought;
        });
    }

    /** However much there is, no more of it than some rows is in memory at a time. */
    private void write(Set<String> sought, OutputStream to) {
        transactions.readOnce(() -> {
            try (var out = json.getFactory().createGenerator(to)) {
                write(sought, out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private void write(Set<String> sought, JsonGenerator out) throws IOException {
        var number = NumberPattern.of(sought);
        List<UUID> ids =
                rows.of(sought).stream().map(JdbcErasures.FoundCallback::id).toList();
        out.writeStartObject();
        out.writeStringField("at", clock.instant().toString());
        out.writeObjectField("phoneNumbers", sought);
        out.writeArrayFieldStart("kept");
        places.tell(ids, (place, row) -> tell(out, place.kind(), place.table(), row));
        elsewhere.tell(ids, number).forEach(row -> tell(out, row.getKey(), "", row.getValue()));
        out.writeEndArray();
        out.writeObjectField("mentions", elsewhere.mentions(ids, number));
        out.writeEndObject();
    }

    private static void tell(JsonGenerator out, String kind, String table, String row) {
        try {
            out.writeStartObject();
            out.writeStringField("kind", kind);
            out.writeStringField("table", table);
            out.writeFieldName("row");
            out.writeRawValue(row);
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
