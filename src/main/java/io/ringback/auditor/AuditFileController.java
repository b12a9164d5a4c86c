package io.ringback.auditor;

import io.ringback.audit.Look;
import io.ringback.audit.LooksAt;
import io.ringback.auditor.AuditFiles.Asker;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.security.Principal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What auditors have found, as files for programs. */
@RestController
@RequestMapping("/api/v1/audit")
class AuditFileController {

    private final AuditFiles files;

    AuditFileController(AuditFiles files) {
        this.files = files;
    }

    @PostMapping("/exports/{file}")
    @Operation(
            summary = "All callbacks of a search as a file",
            description = "callbacks, events or attempts, each with the ending .csv or .jsonl; the body is that of a"
                    + " search, whose limit does not matter")
    @LooksAt(
            value = Look.EXPORT,
            callback = "callbackId",
            agent = "agentId",
            list = "listId",
            sought = {"phoneNumber", "externalId"},
            criteria = {"file", "from", "to", "status", "outcome", "processVersion", "lookedAtBy"})
    void found(
            @PathVariable String file,
            @RequestBody @Valid AuditSearchRequest search,
            Principal caller,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        files.found(file, search, new Asker(caller, null, request, response));
    }

    @PostMapping("/reads/{file}")
    @Operation(
            summary = "All reads of a search as a file",
            description = "reads.csv or reads.jsonl; the body is that of a search for reads")
    @LooksAt(
            value = Look.EXPORT,
            callback = "callbackId",
            agent = "agentId",
            sought = {"phoneNumber", "reader"},
            criteria = "file")
    void reads(
            @PathVariable String file,
            @RequestBody @Valid ReadsRequest search,
            Principal caller,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        files.reads(file, search, new Asker(caller, null, request, response));
    }
}
