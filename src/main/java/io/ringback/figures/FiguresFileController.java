package io.ringback.figures;

import io.ringback.audit.Look;
import io.ringback.audit.LooksAt;
import io.ringback.exchange.FileAnswers;
import io.ringback.exchange.FileAnswers.Wanted;
import io.ringback.exchange.FileKind;
import io.ringback.platform.problem.NotFound;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Figures and receptions as files. */
@RestController
@RequestMapping("/api/v1/audit")
class FiguresFileController {

    private static final int AT_A_TIME = 500;

    private final Figures figures;
    private final PastReceptions receptions;
    private final FileAnswers files;
    private final Clock clock;

    FiguresFileController(Figures figures, PastReceptions receptions, FileAnswers files, Clock clock) {
        this.figures = figures;
        this.receptions = receptions;
        this.files = files;
        this.clock = clock;
    }

    /** Columns and rows of a file. */
    private record Table(List<String> columns, List<List<@Nullable Object>> rows) {

        void each(FileAnswers.RowTaker taker) throws IOException {
            for (var row : rows) {
                taker.row(row);
            }
        }
    }

    @GetMapping("/processes/{key}/versions/{version}/figures/{file}")
    @Operation(
            summary = "Figures of a version as a file",
            description = "elements, flows, ends or rules, each with the ending .csv or .jsonl; semicolons=true or"
                    + " false is for people who open the CSV in a spreadsheet")
    @LooksAt(
            value = Look.EXPORT,
            criteria = {"file", "key", "version", "from", "to"})
    void ofVersion(
            @PathVariable String key,
            @PathVariable int version,
            @PathVariable String file,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable Boolean semicolons,
            Principal caller,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var kind = kind(file);
        var found = figures.ofVersion(key, version, Period.counted(from, to, clock.instant()));
        var table = table(kind.table(file), found);
        files.send(new Wanted(kind, file, semicolons), table.columns(), table::each, caller, request, response);
    }

    @GetMapping("/agents/{id}/{file}")
    @Operation(
            summary = "Receptions of an agent as a file",
            description = "receptions.csv or receptions.jsonl; semicolons as for figures")
    @LooksAt(
            value = Look.EXPORT,
            agent = "id",
            criteria = {"file", "from", "to"})
    void ofAgent(
            @PathVariable String id,
            @PathVariable String file,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable Boolean semicolons,
            Principal caller,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var kind = kind(file);
        if (!kind.table(file).equals("receptions")) {
            throw unknown();
        }
        var first = receptions.page(id, from, to, null, AT_A_TIME);
        files.send(
                new Wanted(kind, file, semicolons),
                List.of("id", "startedAt", "endedAt", "endedBecause", "cases", "timeToCall"),
                taker -> {
                    for (var page = first; ; page = receptions.page(id, from, to, after(page), AT_A_TIME)) {
                        for (var one : page.items()) {
                            taker.row(row(one));
                        }
                        if (page.next() == null) {
                            return;
                        }
                    }
                },
                caller,
                request,
                response);
    }

    private static @Nullable Long after(PastReceptions.Page page) {
        var next = page.next();
        return next == null ? null : Long.valueOf(next);
    }

    private static List<@Nullable Object> row(PastReception one) {
        var timeToCall = one.timeToCall();
        return Arrays.asList(
                one.id(),
                one.startedAt(),
                one.endedAt(),
                one.endedBecause(),
                one.cases(),
                timeToCall == null ? null : timeToCall.toString());
    }

    private static Table table(String name, ProcessFigures found) {
        return switch (name) {
            case "elements" ->
                new Table(
                        List.of("elementId", "name", "type", "passes", "medianSeconds", "p95Seconds"),
                        found.elements().stream()
                                .map(one -> row(
                                        one.elementId(),
                                        one.name(),
                                        one.type(),
                                        one.passes(),
                                        one.medianSeconds(),
                                        one.p95Seconds()))
                                .toList());
            case "flows" ->
                new Table(
                        List.of("flowId", "name", "from", "to", "passes", "share"),
                        found.flows().stream()
                                .map(one ->
                                        row(one.flowId(), one.name(), one.from(), one.to(), one.passes(), one.share()))
                                .toList());
            case "ends" ->
                new Table(
                        List.of("elementId", "name", "count"),
                        found.ends().stream()
                                .map(one -> row(one.elementId(), one.name(), one.count()))
                                .toList());
            case "rules" ->
                new Table(
                        List.of("decision", "version", "ruleId", "number", "description", "count"),
                        found.rules().stream()
                                .map(one -> row(
                                        one.decision(),
                                        one.version(),
                                        one.ruleId(),
                                        one.number(),
                                        one.description(),
                                        one.count()))
                                .toList());
            default -> throw unknown();
        };
    }

    private static List<@Nullable Object> row(@Nullable Object... values) {
        return Arrays.asList(values);
    }

    private static FileKind kind(String file) {
        return FileKind.of(file).orElseThrow(FiguresFileController::unknown);
    }

    private static NotFound unknown() {
        return new NotFound(
                "There are elements, flows, ends and rules, and receptions, each with the ending .csv or .jsonl.");
    }
}
