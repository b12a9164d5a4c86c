package io.ringback.process.check.flow;

import io.ringback.process.check.bpmn.Extensions;
import io.ringback.process.check.rule.Findings;
import io.ringback.process.check.rule.Rule;
import io.ringback.process.check.xml.SafeXml;
import io.ringback.process.contract.SharedVariable;
import java.util.List;
import org.w3c.dom.Element;

/** What a decision is given must be of the kind that it asks for, or the engine fails as it asks. */
class DecisionInputRules {

    private final ModelVariables variables;
    private final KnownModels models;
    private final Findings findings;

    DecisionInputRules(ModelVariables variables, KnownModels models, Findings findings) {
        this.variables = variables;
        this.models = models;
        this.findings = findings;
    }

    void check(Element process) {
        SafeXml.descendants(process, "*", "businessRuleTask").forEach(this::checkTask);
    }

    private void checkTask(Element task) {
        for (var input : Extensions.elements(task, "inputParameter")) {
            var name = input.getAttribute("name");
            SharedVariable.find(name)
                    .ifPresent(shared ->
                            require(task, name, variables.given(input), shared.kind(), SharedVariable.valuesOf(name)));
        }
        models.decision(Extensions.attribute(task, "decisionRef"))
                .ifPresent(decision -> decision.inputs()
                        .forEach((name, typeRef) -> ModelVariables.kind(typeRef)
                                .ifPresent(kind -> require(
                                        task, name, variables.valuesOf(name, task), kind, List.of("true", "false")))));
    }

    private void require(
            Element task, String name, List<PossibleValue> values, SharedVariable.Kind kind, List<String> allowed) {
        values.stream()
                .filter(value -> !value.fits(kind, allowed))
                .forEach(value -> findings.error(
                        task.getAttribute("id"),
                        Rule.OUTPUT,
                        "gives its decision %s as %s: %s is wanted%s",
                        value.words(),
                        name,
                        kind.words(),
                        kind == SharedVariable.Kind.ONE_OF ? ", %s".formatted(allowed) : ""));
    }
}
