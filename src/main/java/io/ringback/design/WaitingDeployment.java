package io.ringback.design;

import io.ringback.platform.problem.NotFound;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A deployment that waits for a second person to agree.
 *
 * @param requestedBy the account of whoever wants it
 * @param files by name
 */
public record WaitingDeployment(UUID id, String requestedBy, Instant requestedAt, String reason, List<File> files) {

    /** @throws NotFound when it holds no such file */
    public File file(String name) {
        return files.stream()
                .filter(file -> file.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NotFound("There is no such file in this deployment."));
    }

    /**
     * @param basedOn the version it was made from; null when nobody said
     * @param draftId the draft it was, if it was one
     */
    public record File(
            String name,
            String content,
            @Nullable Integer basedOn,
            @Nullable UUID draftId) {

        /** Without the content. */
        @Override
        public String toString() {
            return "File[name=%s, basedOn=%s]".formatted(name, basedOn);
        }
    }
}
