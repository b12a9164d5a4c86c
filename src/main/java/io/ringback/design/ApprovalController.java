package io.ringback.design;

import io.ringback.audit.Actor;
import jakarta.validation.Valid;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Deployments that wait for a second person. */
@RestController
@RequestMapping("/api/v1/processes/approvals")
class ApprovalController {

    private final Approvals approvals;

    ApprovalController(Approvals approvals) {
        this.approvals = approvals;
    }

    /** The oldest first, at most 1,000, without what is in the files. */
    @GetMapping
    Waiting waiting() {
        return new Waiting(approvals.waiting().stream().map(WaitingView::of).toList());
    }

    /** One with its files. */
    @GetMapping("/{id}")
    WaitingDeployment one(@PathVariable UUID id) {
        return approvals.get(id);
    }

    /** A file of it, as it would be deployed. */
    @GetMapping("/{id}/files/{name}")
    ResponseEntity<byte[]> file(@PathVariable UUID id, @PathVariable String name) {
        var file = approvals.get(id).file(name);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(file.content().getBytes(StandardCharsets.UTF_8));
    }

    /** Deploys it; the caller must be somebody else than whoever wants it. */
    @PostMapping("/{id}/approve")
    Deployments.Deployed approve(@PathVariable UUID id) {
        return approvals.approve(id);
    }

    /** Gives it back to whoever wants it. */
    @PostMapping("/{id}/reject")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reject(@PathVariable UUID id, @RequestBody @Valid DeploymentController.Reason request) {
        approvals.reject(id, request.reason());
    }

    /** Takes one's own back. */
    @PostMapping("/{id}/withdraw")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable UUID id) {
        approvals.withdraw(id);
    }

    record Waiting(List<WaitingView> items) {}

    /** @param mine whether the caller wants it, and so cannot agree to it */
    record WaitingView(
            UUID id, String requestedBy, Instant requestedAt, String reason, List<FileView> files, boolean mine) {

        static WaitingView of(WaitingDeployment waiting) {
            return new WaitingView(
                    waiting.id(),
                    waiting.requestedBy(),
                    waiting.requestedAt(),
                    waiting.reason(),
                    waiting.files().stream()
                            .map(file -> new FileView(file.name(), file.basedOn()))
                            .toList(),
                    waiting.requestedBy().equals(Actor.current()));
        }
    }

    record FileView(String name, @Nullable Integer basedOn) {}
}
