package io.ringback.design;

import io.ringback.platform.input.PlainText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to be deployed together.
 *
 * @param files as texts
 * @param drafts drafts of the caller's own, as they were saved last, besides the files or instead of them
 * @param reason why, as it is kept for ever
 */
record DeploymentRequest(
        @Nullable @Size(max = ModelText.MOST) List<@NotNull @Valid ModelText> files,
        @Nullable @Size(max = ModelText.MOST) List<@NotNull UUID> drafts,

        @NotBlank @PlainText(max = DeploymentRequest.LONGEST_REASON)
        String reason) {

    static final int LONGEST_REASON = 500;

    List<ModelText> texts() {
        return files == null ? List.of() : files;
    }

    List<UUID> draftIds() {
        return drafts == null ? List.of() : drafts;
    }
}
