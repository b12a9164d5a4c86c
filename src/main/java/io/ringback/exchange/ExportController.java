package io.ringback.exchange;

import io.ringback.account.CallerRoles;
import io.ringback.audit.Look;
import io.ringback.audit.LooksAt;
import io.ringback.callback.AnswerFilter;
import io.ringback.callback.CallbackFilter;
import io.ringback.callback.CallbackStatus;
import io.ringback.callback.CallbackTimes;
import io.ringback.platform.input.PlainText;
import io.ringback.platform.problem.Forbidden;
import io.ringback.platform.problem.InvalidField;
import io.ringback.platform.problem.NotFound;
import io.ringback.platform.web.SentTypes;
import io.ringback.stream.OpenAnswer;
import io.ringback.stream.OpenAnswers;
import io.ringback.stream.StreamKind;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ExportController {

    /** These say how to write, not what. */
    private static final Set<String> STYLE = Set.of("separator", "spreadsheet", "zone");

    private final Exports exports;
    private final OpenAnswers answers;
    private final ExportZones zones;

    ExportController(Exports exports, OpenAnswers answers, ExportZones zones) {
        this.zones = zones;
        this.exports = exports;
        this.answers = answers;
    }

    @GetMapping("/api/v1/exports/{file}")
    @LooksAt(
            value = Look.EXPORT,
            list = "listId",
            sought = "answer",
            criteria = {"file", "status", "setAside", "open", "overdue", "from", "to"})
    @Operation(
            summary = "A table as a file",
            description = "callbacks, attempts, audit, lists, list-agents, agents, absences, time-away; for"
                    + " administrators also accounts and account-events; each with the ending .csv, .xlsx or .json."
                    + " spreadsheet=true is for people who open the CSV in a spreadsheet: with a byte order mark, and"
                    + " telephone numbers as texts. There, and in .xlsx, times are local ones of the zone, which the"
                    + " headings name: by default that of the list, or the one that most lists have. Attributes and"
                    + " answers have columns of their own.")
    void export(
            @PathVariable String file,
            @RequestParam(required = false) @Nullable @PlainText(max = 63) String listId,
            @RequestParam(required = false) @Nullable CallbackStatus status,
            @RequestParam(required = false) @Nullable Boolean setAside,
            @RequestParam(required = false) @Nullable Boolean open,
            @RequestParam(required = false) @Nullable Boolean overdue,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable @PlainText(max = 401) String answer,
            @RequestParam(defaultValue = "COMMA") Separator separator,
            @RequestParam(defaultValue = "false") boolean spreadsheet,
            @RequestParam(required = false) @Nullable @PlainText(max = 60) String zone,
            Authentication caller,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, HttpMediaTypeNotAcceptableException {
        var name = file.split("\\.", 2);
        var table = ExportTable.of(name[0]).orElseThrow(ExportController::unknown);
        var format = ExportFormat.of(name.length > 1 ? name[1] : "").orElseThrow(ExportController::unknown);
        checkMayHave(table, caller);
        SentTypes.check(request, format.mediaType());
        var filter = new CallbackFilter(
                listId,
                status,
                Set.of(),
                setAside,
                open,
                overdue,
                CallbackTimes.checked("from", from),
                CallbackTimes.checked("to", to),
                AnswerFilter.checked("answer", answer));
        var forPeople = format == ExportFormat.XLSX || format == ExportFormat.CSV && spreadsheet;
        var style = new CsvStyle(separator, forPeople, zones.of(zone, listId, format, forPeople));
        var asked = new Asked(table, format, filter, given(table, request), style);
        try (var line = answers.open(StreamKind.EXPORT, caller, request)) {
            answer(asked, line, request, response);
        }
    }

    private void answer(Asked asked, OpenAnswer answer, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        try {
            exports.record(asked.table(), asked.format(), asked.given());
            response.setContentType(asked.format().mediaType());
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    "attachment; filename=\"%s.%s\""
                            .formatted(asked.table().file(), asked.format().ending()));
            exports.write(
                    asked.table(), asked.filter(), asked.format(), asked.style(), answer, response.getOutputStream());
        } catch (IOException | RuntimeException failure) {
            if (!response.isCommitted()) {
                response.reset();
                throw failure;
            }
            BrokenExports.breakOff(request, failure);
        }
    }

    private static void checkMayHave(ExportTable table, Authentication caller) {
        if (Collections.disjoint(table.roles(), CallerRoles.of(caller))) {
            throw new Forbidden("This table is for other roles than yours.");
        }
    }

    /** What narrows the table; a filter that the table does not have is refused, not ignored. */
    private static Map<String, String> given(ExportTable table, HttpServletRequest request) {
        var given = new TreeMap<String, String>();
        request.getParameterMap().forEach((name, values) -> {
            if (table.filters().contains(name)) {
                given.put(name, recorded(name, String.join(" ", values)));
            } else if (!STYLE.contains(name)) {
                throw new InvalidField(
                        name,
                        "is no filter of this table; it has "
                                + table.filters().stream().sorted().toList());
            }
        });
        return given;
    }

    /** What was answered may say who somebody is; the trail keeps which question it was. */
    private static String recorded(String name, String value) {
        return name.equals("answer") ? value.split("=", 2)[0] : value;
    }

    private static NotFound unknown() {
        return new NotFound("There is no such table; ask for one such as callbacks.csv or callbacks.json.");
    }

    private record Asked(
            ExportTable table, ExportFormat format, CallbackFilter filter, Map<String, String> given, CsvStyle style) {}
}
