package io.ringback.exchange;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.ringback.exchange.TableWriter.JsonText;
import io.ringback.exchange.TableWriter.PhoneNumber;
import io.ringback.stream.OpenAnswers;
import io.ringback.stream.StreamKind;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Service;

/**
 * Sends rows as a file while they are read, however many they are. Texts of CSV are {@linkplain Formulas defused}; a file
 * that cannot be written to its end breaks off.
 */
@Service
public class FileAnswers {

    private final OpenAnswers answers;
    private final ObjectMapper json;

    FileAnswers(OpenAnswers answers, ObjectMapper json) {
        this.answers = answers;
        this.json = json;
    }

    /** Who takes a row: texts, numbers, truths, times, {@link #json} and {@link #number}, or null. */
    @FunctionalInterface
    public interface Rows {
        void to(RowTaker taker) throws IOException;
    }

    /** Takes one row after the other. */
    @FunctionalInterface
    public interface RowTaker {
        void row(List<@Nullable Object> values) throws IOException;
    }

    /**
     * What kind of file, and for whom.
     *
     * @param name with its ending
     * @param semicolons whether people open it with a spreadsheet that expects semicolons between cells; null for programs
     */
    public record Wanted(
            FileKind kind, String name, @Nullable Boolean semicolons) {}

    /** A text that is JSON already; null stays null. */
    public static @Nullable Object json(@Nullable String text) {
        return text == null ? null : new JsonText(text);
    }

    /** A telephone number in E.164; null when it is forgotten. */
    public static @Nullable Object number(@Nullable String e164) {
        return e164 == null ? null : new PhoneNumber(e164);
    }

    public void send(
            Wanted file,
            List<String> columns,
            Rows rows,
            Principal caller,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        try (var answer = answers.open(StreamKind.EXPORT, caller, request)) {
            response.setContentType(file.kind().mediaType());
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s\"".formatted(file.name()));
            var writer = new LastingWriter(writer(file, response.getOutputStream()), answer);
            writer.head(columns);
            rows.to(writer::row);
            writer.end();
        } catch (IOException | RuntimeException failure) {
            if (!response.isCommitted()) {
                response.reset();
                throw failure;
            }
            BrokenExports.breakOff(request, failure);
        }
    }

    private TableWriter writer(Wanted file, OutputStream out) throws IOException {
        if (file.kind() == FileKind.JSON_LINES) {
            return new JsonLinesWriter(out, json);
        }
        var forPeople = file.semicolons() != null;
        var separator = Boolean.TRUE.equals(file.semicolons()) ? Separator.SEMICOLON : Separator.COMMA;
        return new CsvWriter(out, separator, forPeople);
    }
}
