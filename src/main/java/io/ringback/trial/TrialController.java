package io.ringback.trial;

import io.ringback.design.ModelText;
import io.ringback.platform.input.PlainText;
import io.ringback.platform.web.BodyLimit;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Plays an example on drafts, or on what is deployed. Nothing of it is left behind. */
@RestController
class TrialController {

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

    /**
     * What is to be played.
     *
     * @param files instead of those that are deployed; null for none
     * @param listId the list whose settings count
     */
    record TrialRequest(
            @Nullable @Size(max = ModelText.MOST, message = "must be at most 50")
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
