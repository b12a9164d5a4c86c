package io.ringback.trial;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.ringback.callback.DeployedModels;
import io.ringback.design.ModelFinding;
import io.ringback.list.ListPolicy;
import io.ringback.platform.database.Sha256;
import io.ringback.trial.ShippedExamples.Shipped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Plays the shipped examples, and those of the designers, on whatever is to be deployed: what the rules cannot see, such as a
 * decision that answers what no timer can read, is found by doing it.
 */
@Component
public class PlayedModels {

    /** How long all examples may take together: ten times what they do on a server that has little to do. */
    static final Duration LONGEST = Duration.ofSeconds(60);

    /** By which the findings are found, in docs/processes/contract.md. */
    static final String RULE = "played";

    /** Of more nobody reads. */
    private static final int MOST_FINDINGS = 10;

    private static final Logger log = LoggerFactory.getLogger(PlayedModels.class);

    private final Trials trials;
    private final DesignersExamples examples;
    private final DeployedModels deployed;

    /** What was found, by all that it depends on: who checks while drawing asks again and again. */
    private final Cache<String, List<ModelFinding>> known =
            Caffeine.newBuilder().maximumSize(200).build();

    PlayedModels(Trials trials, DesignersExamples examples, DeployedModels deployed) {
        this.trials = trials;
        this.examples = examples;
        this.deployed = deployed;
    }

    /**
     * What was found; empty if all went well.
     *
     * @param files those that are to be deployed, by the names they are deployed under; the rules have nothing against them
     */
    public List<ModelFinding> play(Map<String, byte[]> files) {
        if (files.keySet().stream().allMatch(name -> name.endsWith(".form"))) {
            return List.of(); // no step reads a form
        }
        var key = key(files);
        var before = known.getIfPresent(key);
        if (before != null) {
            return before;
        }
        var began = System.nanoTime();
        var deadline = Deadline.in(LONGEST);
        var findings = found(files, key, deadline);
        log.debug(
                "Played examples on {} in {} ms: {} findings",
                files.keySet(),
                (System.nanoTime() - began) / 1_000_000,
                findings.size());
        if (!deadline.isOver()) {
            known.put(key, findings); // what took too long may go faster when the server has less to do
        }
        return findings;
    }

    private List<ModelFinding> found(Map<String, byte[]> files, String key, Deadline deadline) {
        var usual = ListPolicy.DEFAULT.process();
        var found = new ArrayList<ModelFinding>();
        try {
            trials.with(files, usual, deadline, scene -> {
                var meanwhile = known.getIfPresent(key);
                if (meanwhile != null) {
                    return found.addAll(meanwhile); // by who asked the same, and was before
                }
                var cases = scene.cases().isEmpty() ? List.of(usual) : scene.cases();
                cases.forEach(process -> play(scene, process, deadline, found));
                return true;
            });
        } catch (TrialStopped stopped) {
            found.add(finding(firstOf(files), firstOf(files), String.valueOf(stopped.getMessage())));
        }
        return found.stream().distinct().limit(MOST_FINDINGS).toList();
    }

    private void play(Scene scene, String process, Deadline deadline, List<ModelFinding> found) {
        for (var shipped : ShippedExamples.ALL) {
            if (found.size() >= MOST_FINDINGS) {
                return;
            }
            deadline.check();
            played(scene, process, shipped, found);
        }
        examples.play(scene, process, deadline, found);
    }

    private static void played(Scene scene, String process, Shipped shipped, List<ModelFinding> found) {
        var result = scene.play(process, shipped.limited(), shipped.example(), play -> {
            shipped.then().accept(play);
            play.runOut();
        });
        var problem = result.problem();
        if (problem != null && problem.file() != null && isNew(problem, found)) {
            found.add(finding(
                    problem.file(),
                    problem.elementId() == null ? problem.file() : problem.elementId(),
                    "playing \"%s\"%s: %s"
                            .formatted(shipped.name(), step(shipped.example(), problem.event()), problem.message())));
        }
    }

    /** What is wrong is said once, however many examples come by. */
    private static boolean isNew(TrialFault problem, List<ModelFinding> found) {
        return found.stream()
                .noneMatch(finding -> finding.file().equals(problem.file())
                        && finding.message().endsWith(problem.message()));
    }

    /** Where in the example it is, in words. */
    static String step(TrialExample example, @Nullable Integer event) {
        if (event == null) {
            return ", as the request comes in";
        }
        return event < example.events().size()
                ? ", at %s. %s".formatted(event + 1, example.events().get(event).told())
                : ", after its last event";
    }

    static ModelFinding finding(String file, String element, String message) {
        return new ModelFinding(ModelFinding.Severity.ERROR, file, element, RULE, message);
    }

    private static String firstOf(Map<String, byte[]> files) {
        return files.keySet().stream()
                .filter(name -> !name.endsWith(".form"))
                .findFirst()
                .orElse("");
    }

    private String key(Map<String, byte[]> files) {
        var all = new StringBuilder();
        new TreeMap<>(files)
                .forEach((name, content) -> all.append(name)
                        .append(' ')
                        .append(HexFormat.of().formatHex(Sha256.of(content)))
                        .append('\n'));
        all.append(examples.state()).append(deployed.changedAt());
        return HexFormat.of().formatHex(Sha256.of(all.toString().getBytes(StandardCharsets.UTF_8)));
    }
}
