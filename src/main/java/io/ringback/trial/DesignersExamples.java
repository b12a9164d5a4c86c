package io.ringback.trial;

import io.ringback.design.ModelFinding;
import io.ringback.list.Lists;
import io.ringback.platform.problem.Conflict;
import io.ringback.platform.problem.NotFound;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The examples that designers keep with their processes, and play again at each check. */
@Service
class DesignersExamples {

    /** Each of them is played at each check. */
    private static final int MOST = 50;

    private final JdbcExamples rows;
    private final Lists lists;
    private final Trials trials;

    DesignersExamples(JdbcExamples rows, Lists lists, Trials trials) {
        this.rows = rows;
        this.lists = lists;
        this.trials = trials;
    }

    List<DesignersExample> of(String process) {
        return rows.of(process);
    }

    /** @throws NotFound when there is none of this name */
    DesignersExample get(String process, String name) {
        return rows.find(process, name).orElseThrow(DesignersExamples::unknown);
    }

    /**
     * Adds it, or puts it in the place of that of the same name.
     *
     * @throws Conflict when the process has as many as are played
     */
    DesignersExample save(DesignersExample example) {
        if (rows.find(example.key(), example.name()).isEmpty() && rows.count(example.key()) >= MOST) {
            throw new Conflict("The process has %s examples, and no more are played; delete one.".formatted(MOST));
        }
        rows.save(example);
        return get(example.key(), example.name());
    }

    /** @throws NotFound when there is none of this name */
    void delete(String process, String name) {
        if (!rows.delete(process, name)) {
            throw unknown();
        }
    }

    String state() {
        return rows.state();
    }

    /**
     * Plays all of a process.
     *
     * @param files instead of what is deployed; checked before
     */
    Run run(String process, Map<String, byte[]> files) {
        var all = rows.of(process);
        var results = trials.with(files, Set.of(process), Deadline.start(), scene -> {
            var played = new ArrayList<Played>();
            for (var example : all) {
                played.add(played(scene, process, example));
            }
            return played;
        });
        return new Run((int) results.stream().filter(Played::asExpected).count(), results.size(), results);
    }

    /** Plays those of a process, and adds what has not ended as expected. */
    void play(Scene scene, String process, List<ModelFinding> found) {
        for (var example : rows.of(process)) {
            var played = played(scene, process, example);
            var problem = played.result().problem();
            var file = problem == null || problem.file() == null ? scene.file() : problem.file();
            var end = played.result().end();
            var place = problem != null && problem.elementId() != null
                    ? problem.elementId()
                    : end != null
                            ? end.elementId()
                            : played.result().waitingAt().stream().findFirst().orElse(file);
            if (!played.asExpected()) {
                found.add(PlayedModels.finding(
                        file,
                        place,
                        "the example \"%s\" of %s goes otherwise: %s"
                                .formatted(example.name(), process, played.difference())));
            }
        }
    }

    private Played played(Scene scene, String process, DesignersExample example) {
        var list =
                example.listId() == null ? null : lists.find(example.listId()).orElse(null);
        var result =
                list == null ? scene.play(process, example.example()) : scene.play(list, process, example.example());
        var difference = example.difference(result);
        return new Played(example.name(), difference == null, difference, result);
    }

    private static NotFound unknown() {
        return new NotFound("The process has no example of this name.");
    }

    /** @param passed how many have ended as expected */
    record Run(int passed, int total, List<Played> examples) {}

    /** @param difference null when it has ended as expected */
    record Played(String name, boolean asExpected, @Nullable String difference, TrialResult result) {}
}
