package io.ringback.erasure;

import io.ringback.platform.input.PlainText;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ErasureController {

    private final Erasures erasures;

    ErasureController(Erasures erasures) {
        this.erasures = erasures;
    }

    @PostMapping("/api/v1/erasures")
    @Operation(
            summary = "Forget a caller",
            description =
                    "With dryRun: what would go. Without: open callbacks are cancelled first; what an agent has in a"
                            + " call stays with them and is forgotten after it (pending). With previewed, a value of that name in"
                            + " an answer to a dry run, nothing is done (409) when there is more or less by now.")
    Object erase(@RequestBody @Valid ErasureRequest request) {
        return Boolean.TRUE.equals(request.dryRun())
                ? erasures.preview(request.phoneNumber(), request.reason())
                : erasures.erase(request.phoneNumber(), request.reason(), request.previewed());
    }

    /**
     * @param phoneNumber in any writing; of one caller
     * @param dryRun to be said, since what is forgotten does not come back
     */
    record ErasureRequest(
            @NotBlank @PlainText(max = 64) String phoneNumber,
            @NotBlank @PlainText(max = 500) String reason,
            @NotNull Boolean dryRun,
            @Nullable @PlainText(max = 64) String previewed) {

        /** Without the number, which belongs in no log. */
        @Override
        public String toString() {
            return "ErasureRequest[dryRun=%s]".formatted(dryRun);
        }
    }
}
