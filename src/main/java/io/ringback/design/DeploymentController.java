package io.ringback.design;

import io.ringback.platform.input.PlainText;
import io.ringback.platform.web.BodyLimit;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Checks and deploys models. */
@RestController
@RequestMapping(DeploymentController.ADDRESS)
class DeploymentController {

    static final String ADDRESS = "/api/v1/processes";

    private final Deployments deployments;
    private final Bringing bringing;

    DeploymentController(Deployments deployments, Bringing bringing) {
        this.deployments = deployments;
        this.bringing = bringing;
    }

    /** What there is to say of these files; nothing is deployed. */
    @PostMapping("/check")
    CheckedFiles check(@RequestBody @Valid CheckRequest request) {
        return Boolean.FALSE.equals(request.play())
                ? deployments.look(request.files())
                : deployments.check(request.files());
    }

    /** Deploys files together; 202 with the id under which they wait where a second person has to agree. */
    @PostMapping
    @ApiResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = Deployments.Deployed.class)))
    @ApiResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = Waiting.class)))
    ResponseEntity<?> deploy(@RequestBody @Valid DeploymentRequest request) {
        return answer(bringing.bring(request));
    }

    /** Deploys what a version held once more, as the newest one. */
    @PostMapping("/{key}/versions/{version}/restore")
    @ApiResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = Deployments.Deployed.class)))
    @ApiResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = Waiting.class)))
    ResponseEntity<?> restore(
            @PathVariable String key, @PathVariable @Min(1) int version, @RequestBody @Valid Reason request) {
        return answer(bringing.restore(key, version, request.reason()));
    }

    /** Removes a version of a process that nothing runs on, and that is not the newest one. */
    @DeleteMapping("/{key}/versions/{version}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String key, @PathVariable @Min(1) int version, @RequestBody @Valid Reason request) {
        deployments.delete(key, version, request.reason());
    }

    private static ResponseEntity<?> answer(Bringing.Outcome outcome) {
        return outcome.waiting() == null
                ? ResponseEntity.status(HttpStatus.CREATED).body(outcome.deployed())
                : ResponseEntity.accepted().body(new Waiting(outcome.waiting(), outcome.findings()));
    }

    /** @param play whether cases are played where the rules find no error, which takes a second or several; null for yes */
    record CheckRequest(
            @NotEmpty @Size(max = ModelText.MOST) List<@NotNull @Valid ModelText> files,

            @Nullable Boolean play) {}

    record Reason(
            @NotBlank @PlainText(max = DeploymentRequest.LONGEST_REASON)
            String reason) {}

    /** @param draftId under which it waits for a second person */
    record Waiting(UUID draftId, List<ModelFinding> findings) {}

    @Configuration(proxyBeanMethods = false)
    static class Limits {

        private static final DataSize FILES = DataSize.ofMegabytes(8);

        /** Some files of the largest kind. */
        @Bean
        BodyLimit deployedFiles() {
            return new BodyLimit(ADDRESS, FILES);
        }

        @Bean
        BodyLimit checkedFiles() {
            return new BodyLimit(ADDRESS + "/check", FILES);
        }
    }
}
