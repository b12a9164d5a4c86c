package io.ringback.auditor;

import io.ringback.audit.AuditTrail;
import io.ringback.audit.Look;
import io.ringback.audit.LooksAt;
import io.ringback.callback.Attempts;
import io.ringback.callback.CallbackNotes;
import io.ringback.callback.CallbackView;
import io.ringback.callback.Callbacks;
import io.ringback.platform.problem.NotFound;
import io.ringback.trace.Drawings;
import io.ringback.trace.Traces;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What has happened to one callback, and by which drawing. */
@RestController
@RequestMapping("/api/v1/audit")
class AuditCaseController {

    private static final int LOOKS_SHOWN = 100;

    private final Callbacks callbacks;
    private final Attempts attempts;
    private final CallbackNotes notes;
    private final AuditTrail audit;
    private final Traces traces;
    private final Drawings drawings;
    private final Facts facts;

    AuditCaseController(
            Callbacks callbacks,
            Attempts attempts,
            CallbackNotes notes,
            AuditTrail audit,
            Traces traces,
            Drawings drawings,
            Facts facts) {
        this.callbacks = callbacks;
        this.attempts = attempts;
        this.notes = notes;
        this.audit = audit;
        this.traces = traces;
        this.drawings = drawings;
        this.facts = facts;
    }

    @GetMapping("/callbacks/{id}")
    @LooksAt(value = Look.CALLBACK, callback = "id")
    AuditedCase one(@PathVariable UUID id) {
        var callback = callbacks.get(id);
        var events = audit.ofCallback(id);
        var trace = traces.of(id, events);
        return new AuditedCase(
                CallbackView.of(callback),
                trace.process(),
                trace.source(),
                trace.end(),
                events,
                attempts.of(id),
                callbacks.relatedTo(callback),
                trace.steps().stream().map(AuditedCase.PathStep::of).toList(),
                trace.flows().stream().map(AuditedCase.Flow::of).toList(),
                trace.decisions().stream().map(AuditedCase.Decision::of).toList(),
                facts.allocations(events),
                callbacks.leftUnsaved(callback),
                notes.of(callback),
                audit.looksAt(id, LOOKS_SHOWN));
    }

    /** The drawing of a version of a process byte for byte as it was deployed, also of one that was deleted since. */
    @GetMapping("/processes/{key}/versions/{version}/xml")
    @ApiResponse(
            responseCode = "200",
            description = "The file",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_XML_VALUE,
                            schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<byte[]> file(@PathVariable String key, @PathVariable int version) {
        var content =
                drawings.file(key, version).orElseThrow(() -> new NotFound("There is no such version of a process."));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_XML)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("%s-%s.bpmn".formatted(key, version))
                                .build()
                                .toString())
                .eTag(DigestUtils.md5DigestAsHex(content))
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(content);
    }
}
