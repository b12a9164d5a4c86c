package io.ringback.process;

import io.ringback.design.ModelChecks;
import io.ringback.design.ModelFinding;
import io.ringback.list.Lists;
import io.ringback.platform.problem.Busy;
import io.ringback.platform.problem.DatabaseAway;
import io.ringback.process.check.PlayedCheck;
import io.ringback.process.check.ProcessCheck;
import io.ringback.process.check.rule.Finding;
import io.ringback.process.check.rule.Rule;
import io.ringback.process.check.rule.Severity;
import io.ringback.process.contract.ProcessContract;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The one check: first the rules, which evaluate nothing, and only if they find no error the games. */
@Component
class ModelCheck implements ModelChecks {

    private final ProcessCheck rules;
    private final Lists lists;
    private final ModelFiles models;
    private final JdbcDeployments deployments;
    private final ObjectProvider<PlayedCheck> games;

    ModelCheck(
            Delegates delegates,
            Lists lists,
            ModelFiles models,
            JdbcDeployments deployments,
            ObjectProvider<PlayedCheck> games) {
        this.rules = new ProcessCheck(
                delegates.names(), List.of(ProcessContract.CALLBACK_CASE, ProcessContract.AGENT_RECEPTION));
        this.lists = lists;
        this.models = models;
        this.deployments = deployments;
        this.games = games;
    }

    /** What looks at files as they are written; they may read the attributes of requests that some list names. */
    ProcessCheck rules() {
        return rules.reading(lists.processAttributes());
    }

    /** What would serve if nothing were deployed now: the newest of each, and what is shipped where nobody has replaced it. */
    Map<String, byte[]> serving() {
        var serving = new TreeMap<String, byte[]>();
        ModelFiles.FOLDERS.forEach(folder -> serving.putAll(models.shipped(folder)));
        serving.putAll(deployments.serving());
        return serving;
    }

    @Override
    public List<ModelFinding> check(Map<String, byte[]> files) {
        return told(findings(files));
    }

    private static List<ModelFinding> told(List<Finding> findings) {
        return findings.stream()
                .map(ModelCheck::told)
                .sorted(Comparator.comparing(ModelFinding::severity))
                .toList();
    }

    @Override
    public List<ModelFinding> checkWithoutPlaying(Map<String, byte[]> files) {
        var findings = new ArrayList<>(looked(files));
        if (findings.stream().noneMatch(ModelCheck::isError)) {
            files.keySet().stream()
                    .findFirst()
                    .ifPresent(file -> findings.add(Finding.warning(
                            file,
                            file,
                            Rule.PLAYED,
                            "no cases were played, as was asked for: check it again, with them")));
        }
        return told(findings);
    }

    @Override
    public List<ModelFinding> refusals(Map<String, byte[]> files) {
        return looked(files).stream()
                .map(ModelCheck::told)
                .filter(ModelFinding::isError)
                .toList();
    }

    @Override
    public String nameOf(String file) {
        var known = new TreeSet<>(deployments.servingNames());
        ModelFiles.FOLDERS.forEach(folder -> known.addAll(models.shipped(folder).keySet()));
        return ModelFiles.name(file, known);
    }

    private List<Finding> findings(Map<String, byte[]> files) {
        var findings = new ArrayList<>(looked(files));
        if (findings.stream().noneMatch(ModelCheck::isError)) {
            findings.addAll(played(files));
        }
        return findings;
    }

    /** A check that fails has not passed. */
    private List<Finding> looked(Map<String, byte[]> files) {
        try {
            return rules().check(files, serving());
        } catch (RuntimeException | StackOverflowError failure) {
            return failed(files, failure);
        }
    }

    /** What the games have found; empty if there are none. */
    List<Finding> played(Map<String, byte[]> files) {
        try {
            return games.orderedStream()
                    .flatMap(game -> game.play(files).stream())
                    .toList();
        } catch (RuntimeException | StackOverflowError failure) {
            return failed(files, failure);
        }
    }

    /** Unless it is only for a moment: then nothing is said, and it is to be tried again. */
    private static List<Finding> failed(Map<String, byte[]> files, Throwable failure) {
        if (failure instanceof RuntimeException passing
                && (passing instanceof Busy || DatabaseAway.isCauseOf(passing))) {
            throw passing;
        }
        return files.keySet().stream()
                .map(file -> Finding.error(file, file, Rule.FILE, "it cannot be checked: " + Faults.message(failure)))
                .toList();
    }

    static boolean isError(Finding finding) {
        return finding.severity() == Severity.ERROR;
    }

    private static ModelFinding told(Finding finding) {
        return new ModelFinding(
                ModelFinding.Severity.valueOf(finding.severity().name()),
                finding.file(),
                finding.elementId(),
                finding.rule().code(),
                finding.message());
    }
}
