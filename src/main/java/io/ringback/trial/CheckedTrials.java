package io.ringback.trial;

import io.ringback.design.ModelChecks;
import io.ringback.design.ModelFinding;
import io.ringback.design.ModelsRefused;
import io.ringback.list.CallbackList;
import io.ringback.list.Lists;
import io.ringback.platform.problem.InvalidField;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Examples as designers want them played: on files that the rules have nothing against. */
@Service
class CheckedTrials {

    private static final Duration FURTHEST = Duration.ofDays(3653);

    private final Trials trials;
    private final ModelChecks checks;
    private final Lists lists;
    private final Clock clock;

    CheckedTrials(Trials trials, ModelChecks checks, Lists lists, Clock clock) {
        this.trials = trials;
        this.checks = checks;
        this.lists = lists;
        this.clock = clock;
    }

    /**
     * @param files null or none for what is deployed
     * @throws ModelsRefused when the rules find errors in the files, of which nothing is evaluated then
     * @throws InvalidField for an unknown list, or a start too far away
     */
    TrialResult play(@Nullable List<TrialFile> files, String listId, TrialExample example) {
        var list = list(listId);
        checkStart(example.startAt());
        var named = checked(files);
        return orRefused(named, () -> trials.play(named, list, example));
    }

    /** What the engine itself does not take is refused like what the rules refuse. */
    static <T> T orRefused(Map<String, byte[]> files, Supplier<T> work) {
        try {
            return work.get();
        } catch (TrialStopped stopped) {
            var file = files.keySet().stream().findFirst().orElse("");
            throw new ModelsRefused(List.of(new ModelFinding(
                    ModelFinding.Severity.ERROR, file, file, PlayedModels.RULE, String.valueOf(stopped.getMessage()))));
        }
    }

    CallbackList list(String id) {
        return lists.find(id)
                .orElseThrow(() -> new InvalidField(
                        "listId", "names no list; ask GET /api/v1/lists for those there are", "UNKNOWN_LIST"));
    }

    /** The files by the names they would be deployed under. */
    Map<String, byte[]> checked(@Nullable List<TrialFile> files) {
        var named = new TreeMap<String, byte[]>();
        if (files != null) {
            for (var file : files) {
                var name = checks.nameOf(file.name().strip());
                if (named.put(name, file.content().getBytes(StandardCharsets.UTF_8)) != null) {
                    throw new InvalidField("files", "must not hold %s twice".formatted(name));
                }
            }
        }
        var refusals = named.isEmpty() ? List.<ModelFinding>of() : checks.refusals(named);
        if (!refusals.isEmpty()) {
            throw new ModelsRefused(refusals);
        }
        return named;
    }

    private void checkStart(@Nullable Instant startAt) {
        if (startAt != null && Duration.between(clock.instant(), startAt).abs().compareTo(FURTHEST) > 0) {
            throw new InvalidField("example.startAt", "must be within ten years from now");
        }
    }
}
