package io.ringback.design;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A draft as the API and the pages tell of it.
 *
 * @param key the id of the process, decision or form in it; null when it has none
 * @param newest the newest deployed version of what it is based on; null when it is based on nothing
 * @param deletedAt null unless it was deleted and can be restored
 * @param others the names of those who have a draft of the same file, and have not deployed it
 */
public record DraftView(
        UUID id,
        String file,
        @Nullable String key,
        KindOfModel kind,
        String ownerId,
        String ownerName,
        @Nullable BasedOn basedOn,
        @Nullable Integer newest,
        int revision,
        DraftState state,
        Instant savedAt,
        @Nullable Instant deletedAt,
        List<String> others) {

    /** The version of a model that a draft was begun from. */
    public record BasedOn(String key, int version) {}

    /** Whether a newer version was deployed since the draft was begun. */
    @JsonIgnore
    public boolean isOutdated() {
        return basedOn != null && newest != null && newest > basedOn.version();
    }
}
