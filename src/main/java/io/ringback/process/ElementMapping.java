package io.ringback.process;

import io.ringback.platform.problem.FieldError;
import io.ringback.platform.problem.InvalidField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.operaton.bpm.engine.RuntimeService;
import org.operaton.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.operaton.bpm.engine.migration.MigrationInstruction;
import org.operaton.bpm.engine.migration.MigrationPlan;
import org.operaton.bpm.engine.migration.MigrationPlanBuilder;
import org.operaton.bpm.engine.migration.MigrationPlanValidationException;

/**
 * Which element of one version stands for which of the other, as the engine goes by it. Messages are waited for by their new
 * names. Timers that run already keep the time they run to: setting them anew would begin every pause again.
 *
 * @param targets by the elements of the old version
 */
record ElementMapping(Map<String, String> targets, MigrationPlan plan) {

    /**
     * @param changes what designers say of elements that do not stand for the one of the same id
     * @throws InvalidField when one cannot stand for the other
     */
    static ElementMapping of(
            RuntimeService runtime,
            ProcessDefinitionEntity from,
            ProcessDefinitionEntity to,
            Map<String, String> changes) {
        refuseUnlike(from, to, changes);
        var targets = equal(runtime, from, to);
        targets.putAll(changes);
        targets.values().removeIf(String::isBlank);
        targets.entrySet()
                .removeIf(pair -> !changes.containsKey(pair.getKey()) && isElsewhere(pair, targets, from, to));
        MigrationPlanBuilder builder = runtime.createMigrationPlan(from.getId(), to.getId());
        for (var pair : targets.entrySet()) {
            var one = builder.mapActivities(pair.getKey(), pair.getValue());
            var kind = Waits.kind(from.findActivity(pair.getKey()));
            builder = kind.contains("Message") && !kind.contains("Throw") ? one.updateEventTrigger() : one;
        }
        try {
            return new ElementMapping(targets, builder.build());
        } catch (MigrationPlanValidationException invalid) {
            throw new InvalidField(invalid.getValidationReport().getInstructionReports().stream()
                    .map(report ->
                            new FieldError("mapping", told(report.getMigrationInstruction(), report.getFailures())))
                    .toList());
        }
    }

    /** The elements of the same id and kind. */
    static Map<String, String> equal(RuntimeService runtime, ProcessDefinitionEntity from, ProcessDefinitionEntity to) {
        var equal = new TreeMap<String, String>();
        runtime.createMigrationPlan(from.getId(), to.getId())
                .mapEqualActivities()
                .build()
                .getInstructions()
                .forEach(one -> equal.put(one.getSourceActivityId(), one.getTargetActivityId()));
        return equal;
    }

    /** What is on the edge of an element, or behind a gateway, goes where the element goes, or is begun anew there. */
    private static boolean isElsewhere(
            Map.Entry<String, String> pair,
            Map<String, String> targets,
            ProcessDefinitionEntity from,
            ProcessDefinitionEntity to) {
        var holder = from.findActivity(pair.getKey()).getEventScope();
        var other = to.findActivity(pair.getValue()).getEventScope();
        return holder != null
                && other != null
                && from.findActivity(holder.getId()) != null
                && !other.getId().equals(targets.get(holder.getId()));
    }

    private static void refuseUnlike(
            ProcessDefinitionEntity from, ProcessDefinitionEntity to, Map<String, String> changes) {
        var errors = new ArrayList<FieldError>();
        changes.forEach((old, other) -> {
            var source = from.findActivity(old);
            var target = other.isBlank() ? null : to.findActivity(other);
            if (source == null) {
                errors.add(error("there is no element \"%s\" in version %s".formatted(old, from.getVersion())));
            } else if (target == null && !other.isBlank()) {
                errors.add(error("there is no element \"%s\" in version %s".formatted(other, to.getVersion())));
            } else if (target != null && !Waits.kind(source).equals(Waits.kind(target))) {
                errors.add(error("\"%s\" cannot stand for \"%s\": one is a %s, the other a %s"
                        .formatted(other, old, Waits.kind(target), Waits.kind(source))));
            }
        });
        if (!errors.isEmpty()) {
            throw new InvalidField(errors);
        }
    }

    private static String told(MigrationInstruction pair, List<String> failures) {
        return "\"%s\" cannot stand for \"%s\": %s"
                .formatted(pair.getTargetActivityId(), pair.getSourceActivityId(), String.join("; ", failures));
    }

    private static FieldError error(String message) {
        return new FieldError("mapping", message);
    }
}
