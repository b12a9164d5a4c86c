package io.ringback.callback;

import io.ringback.form.Answer;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What agents had entered for a callback and not saved when it left their hands, as pages show it.
 *
 * @param lines newest first
 */
public record LeftUnsaved(List<Line> lines) {

    /** @param answers how it would have been classified */
    public record Line(LeftDraft draft, String agentName, List<Answer> answers) {}

    /** What was left in an allocation without a call, newest first. */
    public List<Line> withoutCall() {
        return lines.stream().filter(line -> line.draft().callId() == null).toList();
    }

    /** What was left with this call; null for nothing. */
    public @Nullable Line with(UUID callId) {
        return lines.stream()
                .filter(line -> callId.equals(line.draft().callId()))
                .findFirst()
                .orElse(null);
    }
}
