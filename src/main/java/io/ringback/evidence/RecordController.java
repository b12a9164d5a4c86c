package io.ringback.evidence;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.ringback.audit.Look;
import io.ringback.audit.LooksAt;
import io.ringback.evidence.CheckedRange.At;
import io.ringback.evidence.CheckedRange.Limit;
import io.ringback.evidence.CheckedRange.Sequence;
import io.ringback.platform.input.PlainText;
import io.ringback.platform.problem.InvalidField;
import io.ringback.stream.OpenAnswer;
import io.ringback.stream.OpenAnswers;
import io.ringback.stream.StreamKind;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What proves that nothing was changed. */
@RestController
@RequestMapping("/api/v1/audit")
class RecordController {

    private static final int MOST_ANCHORS = 10_000;
    private static final int MOST_CHECKS = 100;
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(5);

    private final TrailChecks checks;
    private final Anchors anchors;
    private final TrailExport export;
    private final OpenAnswers answers;
    private final ObjectMapper json;

    RecordController(TrailChecks checks, Anchors anchors, TrailExport export, OpenAnswers answers, ObjectMapper json) {
        this.checks = checks;
        this.anchors = anchors;
        this.export = export;
        this.answers = answers;
        this.json = json;
    }

    @PostMapping("/verify")
    @LooksAt(
            value = Look.RECORD,
            criteria = {"from", "to"})
    @Operation(
            summary = "Compare the trail with what was sealed",
            description =
                    "from and to are times, or numbers of events; whole blocks are compared. A long check sends blanks"
                            + " before its answer, which JSON allows.")
    void verify(
            @Valid @RequestBody(required = false) @Nullable VerifyRequest wanted,
            Authentication caller,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var range = wanted == null ? CheckedRange.ALL : range(wanted.from(), wanted.to());
        try (var answer = answers.open(StreamKind.EXPORT, caller, request)) {
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            var verdict = checks.run(range, new Waiting(answer, response)::isWanted);
            response.getOutputStream().write(json.writeValueAsBytes(Verified.of(verdict)));
        } catch (InterruptedException e) {
            throw new IOException("nobody waits for the answer any more", e);
        }
    }

    /** The last checks, newest first. */
    @GetMapping("/checks")
    @LooksAt(Look.RECORD)
    CheckList checks() {
        return new CheckList(checks.newest(MOST_CHECKS));
    }

    @PostMapping("/checks")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Begin to check the whole trail in the background")
    Begun begin() {
        return new Begun(checks.begin());
    }

    @GetMapping("/anchors")
    @LooksAt(Look.RECORD)
    AnchorList anchors() {
        return new AnchorList(anchors.newest(MOST_ANCHORS));
    }

    @GetMapping("/anchors.json")
    @LooksAt(Look.RECORD)
    @Operation(summary = "The anchors as a file, to be kept elsewhere")
    AnchorList anchorsAsFile(HttpServletResponse response) {
        attach(response, "anchors.json");
        return anchors();
    }

    @GetMapping("/record.jsonl.gz")
    @Operation(
            summary = "The trail with what proves it, as a file",
            description =
                    "To be checked without the server: java -jar ringback.jar verify record.jsonl.gz. from and to are"
                            + " times, or numbers of events; whole blocks are written.")
    @LooksAt(
            value = Look.EXPORT,
            criteria = {"from", "to"})
    void record(
            @RequestParam(required = false) @Nullable @PlainText(max = 40) String from,
            @RequestParam(required = false) @Nullable @PlainText(max = 40) String to,
            Authentication caller,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var range = range(from, to);
        try (var answer = answers.open(StreamKind.EXPORT, caller, request)) {
            response.setContentType("application/gzip");
            attach(response, "record.jsonl.gz");
            export.write(range, response.getOutputStream(), () -> !answer.isOver());
        }
    }

    private static void attach(HttpServletResponse response, String name) {
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s\"".formatted(name));
    }

    private static CheckedRange range(@Nullable String from, @Nullable String to) {
        return new CheckedRange(limit("from", from), limit("to", to));
    }

    private static @Nullable Limit limit(String field, @Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return text.matches("\\d{1,18}")
                    ? new Sequence(Long.parseLong(text))
                    : new At(checked(Instant.parse(text)));
        } catch (DateTimeException e) {
            throw new InvalidField(field, "must be a time such as 2026-11-29T00:00:00Z, or the number of an event");
        }
    }

    /** PostgreSQL has no times of other years. */
    private static Instant checked(Instant moment) {
        var utc = moment.atOffset(java.time.ZoneOffset.UTC);
        if (utc.getYear() < 1 || utc.getYear() > LocalDate.of(9999, 1, 1).getYear()) {
            throw new DateTimeException("no such year");
        }
        return moment;
    }

    /** @param from a time, or the number of an event; @param to likewise */
    record VerifyRequest(
            @Nullable @PlainText(max = 40) String from,
            @Nullable @PlainText(max = 40) String to) {}

    record CheckList(List<TrailCheck> items) {}

    record Begun(UUID id) {}

    record AnchorList(List<Anchor> items) {}

    record Verified(
            boolean ok,
            long checked,
            long droppedTo,
            @Nullable Broken firstBroken) {

        static Verified of(Verdict verdict) {
            return new Verified(verdict.ok(), verdict.checked(), verdict.droppedTo(), verdict.firstBroken());
        }
    }

    /** Sends a blank now and then, so that nobody on the way takes the line for dead. */
    private static final class Waiting {

        private final OpenAnswer answer;
        private final HttpServletResponse response;
        private long sentAt = System.nanoTime();

        Waiting(OpenAnswer answer, HttpServletResponse response) {
            this.answer = answer;
            this.response = response;
        }

        boolean isWanted() {
            if (System.nanoTime() - sentAt > SIGN_OF_LIFE.toNanos()) {
                sentAt = System.nanoTime();
                try {
                    response.getOutputStream().write(' ');
                    response.flushBuffer();
                } catch (IOException gone) {
                    return false;
                }
            }
            return !answer.isOver();
        }
    }
}
