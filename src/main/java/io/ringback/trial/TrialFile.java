package io.ringback.trial;

import io.ringback.platform.input.PlainText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** A file to be played, as text. */
record TrialFile(
        @NotBlank @PlainText(max = 200) String name,

        @NotNull @Size(max = 1_048_576, message = "must be at most 1 MiB")
        String content) {

    /** Without the content. */
    @Override
    public String toString() {
        return "TrialFile[name=%s]".formatted(name);
    }
}
