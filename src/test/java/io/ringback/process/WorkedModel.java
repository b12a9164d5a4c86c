package io.ringback.process;

import io.ringback.process.check.EditedModel;
import io.ringback.process.check.ModelKind;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Models that must be accepted, and how cases go on them.
 *
 * @param settings of the list; values are JSON
 * @param answers what is answered in the form; values are JSON
 * @param passed elements that cases must have passed on these ways
 */
public record WorkedModel(
        String name,
        List<EditedModel> models,
        Set<Way> ways,
        Map<String, String> settings,
        Map<String, String> answers,
        Map<String, Set<Way>> passed) {

    static WorkedModel of(String name, EditedModel... models) {
        return new WorkedModel(name, List.of(models), EnumSet.allOf(Way.class), Map.of(), Map.of(), Map.of());
    }

    WorkedModel on(Set<Way> otherWays) {
        return new WorkedModel(name, models, otherWays, settings, answers, passed);
    }

    /** On a list with these settings. */
    WorkedModel with(Map<String, String> otherSettings) {
        return new WorkedModel(name, models, ways, otherSettings, answers, passed);
    }

    WorkedModel answering(Map<String, String> otherAnswers) {
        return new WorkedModel(name, models, ways, settings, otherAnswers, passed);
    }

    /** The new element is passed on the way to the end of the last case. */
    WorkedModel passing(String element, Way... on) {
        var all = new HashMap<>(passed);
        all.put(element, Set.of(on));
        return new WorkedModel(name, models, ways, settings, answers, all);
    }

    boolean changesTheCase() {
        return models.stream().anyMatch(model -> ModelKind.of(model.file()).orElseThrow() != ModelKind.FORM);
    }

    @Override
    public String toString() {
        return name;
    }
}
