package io.ringback.trial;

import io.ringback.platform.input.PlainText;
import io.ringback.platform.problem.ProblemType;
import io.ringback.platform.web.BodyLimit;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Plays an example on drafts, or on what is deployed. Nothing of it is left behind. */
@RestController
class TrialController {

    static final int MOST_FILES = 50;

    private static final String ADDRESS = "/api/v1/processes/try";

    private final CheckedTrials trials;

    TrialController(CheckedTrials trials) {
        this.trials = trials;
    }

    /**
     * Plays a case, step by step. What it goes wrong at is told as {@code problem}, after the steps until there.
     */
    @PostMapping(ADDRESS)
    TrialResult play(@RequestBody @Valid TrialRequest request) {
        return trials.play(request.files(), request.listId(), request.example());
    }

    @ExceptionHandler
    static ResponseEntity<ProblemDetail> refused(TrialRefused refusal) {
        var first = refusal.findings().get(0);
        var problem = ProblemType.VALIDATION.withDetail(
                "%s: %s: %s".formatted(first.file(), first.elementId(), first.message()));
        problem.setProperty("findings", refusal.findings());
        return ResponseEntity.status(problem.getStatus()).body(problem);
    }

    /**
     * What is to be played.
     *
     * @param files instead of those that are deployed; null for none
     * @param listId the list whose settings count
     */
    record TrialRequest(
            @Nullable @Size(max = MOST_FILES, message = "must be at most 50")
            List<@NotNull @Valid TrialFile> files,

            @NotBlank @PlainText(max = 63) String listId,
            @NotNull @Valid TrialExample example) {}

    @Configuration(proxyBeanMethods = false)
    static class Limits {

        /** Some files of the largest kind. */
        @Bean
        BodyLimit triedFiles() {
            return new BodyLimit(ADDRESS, DataSize.ofMegabytes(8));
        }
    }
}
