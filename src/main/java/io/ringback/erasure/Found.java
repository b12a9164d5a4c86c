package io.ringback.erasure;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ringback.callback.CallbackStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a number, and would go or has gone.
 *
 * @param previewed stands for what was found; what is erased with it is what was previewed
 * @param callbacks how many requests of the number
 * @param events how many rows of the trail lose what was said in them; what happened stays
 * @param recordings how many recordings are no longer known
 * @param deliveries how many times other programs were sent something about it, or are to be; what they keep is theirs
 * @param kinds how many rows of each kind lose something, by what they are: calls, notes, tasks, importRows
 * @param cases the callbacks, oldest first; of very many the first of them
 * @param recordingUrls where the recordings are: they are kept there until they are deleted there
 * @param mentions what people have written with the number in it; it is not touched
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Found(
        String previewed,
        long callbacks,
        long events,
        long recordings,
        long deliveries,
        Map<String, Long> kinds,
        List<Case> cases,
        List<String> recordingUrls,
        List<Mention> mentions) {

    /** A callback of the number. */
    public record Case(
            UUID id,
            String listId,
            CallbackStatus status,
            Instant createdAt,
            @Nullable Instant closedAt) {}

    /**
     * Something that somebody has written.
     *
     * @param place draft, deploymentRequest, example, list, or callback: one of somebody else
     * @param id of it in its place
     * @param name what it is called
     */
    public record Mention(String place, String id, String name) {}

    /** Without what is found, which belongs in no log. */
    @Override
    public String toString() {
        return "Found[callbacks=%s]".formatted(callbacks);
    }
}
