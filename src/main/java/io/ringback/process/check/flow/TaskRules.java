package io.ringback.process.check.flow;

import io.ringback.process.check.bpmn.AllowedExpression;
import io.ringback.process.check.bpmn.Extensions;
import io.ringback.process.check.rule.Findings;
import io.ringback.process.check.rule.Rule;
import io.ringback.process.check.xml.SafeXml;
import io.ringback.process.contract.SharedVariable;
import java.util.Set;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** Steps must name a delegate, and decisions and forms that there are. */
class TaskRules {

    private static final Set<String> DOING = Set.of("serviceTask");
    private static final Pattern OF_DECISION = Pattern.compile("[#$]\\{\\s*decisionResult\\[0]\\.(\\w+)\\s*}");

    private final ProcessGraph graph;
    private final KnownModels models;
    private final Findings findings;

    TaskRules(ProcessGraph graph, KnownModels models, Findings findings) {
        this.graph = graph;
        this.models = models;
        this.findings = findings;
    }

    /** @param isCase whether agents work on it at their desks */
    void check(boolean isCase) {
        for (var node : graph.nodes().values()) {
            checkDelegate(node);
            checkBinding(node, "formRef");
            checkBinding(node, "decisionRef");
            checkForm(node, isCase);
            checkDecision(node);
            Extensions.elements(node.element(), "outputParameter").forEach(output -> checkOutput(node, output));
        }
    }

    private void checkDelegate(FlowNode node) {
        var throwsMessage = Set.of("intermediateThrowEvent", "endEvent").contains(node.type())
                && node.definition("messageEventDefinition").isPresent();
        if ((throwsMessage || DOING.contains(node.type()))
                && PathSteps.delegates(node).isEmpty()) {
            findings.error(
                    node.id(),
                    Rule.DELEGATE,
                    "%s names no delegate: set camunda:delegateExpression to one, such as #{tellReceptionDelegate}",
                    node.title());
        }
        if (node.is("receiveTask") && graph.message(node).isEmpty()) {
            findings.error(
                    node.id(), Rule.REFERENCE, "%s waits for no message: choose one, or use a user task", node.title());
        }
    }

    private void checkBinding(FlowNode node, String attribute) {
        var binding = Extensions.attribute(node.element(), attribute + "Binding");
        if (binding.isEmpty() && attribute.equals("formRef") && Extensions.has(node.element(), attribute)) {
            findings.error(
                    node.id(),
                    Rule.REFERENCE,
                    "%s does not say which version of its form it shows: set camunda:formRefBinding to latest",
                    node.title());
        }
        if (!binding.isEmpty() && !binding.equals("latest")) {
            findings.error(
                    node.id(),
                    Rule.REFERENCE,
                    "%s is bound to a %s of its %s: bind it to latest, since files are deployed apart",
                    node.title(),
                    binding,
                    attribute);
        }
    }

    private void checkForm(FlowNode node, boolean isCase) {
        var form = Extensions.attribute(node.element(), "formRef");
        if (isCase && WaitRules.isCallTask(graph, node) && form.isEmpty()) {
            findings.error(
                    node.id(),
                    Rule.FORM_MISSING,
                    "%s is a task of the call without a form: set camunda:formRef, for instance to callClassification",
                    node.title());
        }
        var isKnown = !models.isComplete() || models.forms().contains(form);
        if (!form.isEmpty() && (!isKnown || AllowedExpression.isIn(form))) {
            findings.error(
                    node.id(),
                    Rule.FORM_MISSING,
                    "%s names the form '%s', which does not exist: add it, or name one of %s",
                    node.title(),
                    form,
                    models.forms().stream().sorted().limit(20).toList());
        }
    }

    private void checkDecision(FlowNode node) {
        if (!node.is("businessRuleTask")) {
            return;
        }
        var decision = Extensions.attribute(node.element(), "decisionRef");
        if (decision.isEmpty() && PathSteps.delegates(node).isEmpty()) {
            findings.error(
                    node.id(), Rule.DECISION_MISSING, "%s names no decision: set camunda:decisionRef", node.title());
            return;
        }
        var isKnown = !models.isComplete() || models.decision(decision).isPresent();
        if (!decision.isEmpty() && (!isKnown || AllowedExpression.isIn(decision))) {
            findings.error(
                    node.id(),
                    Rule.DECISION_MISSING,
                    "%s asks the decision '%s', which does not exist: add it, or name one of %s",
                    node.title(),
                    decision,
                    models.decisions().keySet().stream().sorted().limit(20).toList());
        }
        checkResultVariable(node, decision);
    }

    private void checkResultVariable(FlowNode node, String decision) {
        var variable = Extensions.attribute(node.element(), "resultVariable");
        if (variable.isEmpty()) {
            return;
        }
        var isSingle = Extensions.attribute(node.element(), "mapDecisionResult").equals("singleEntry")
                && models.decision(decision)
                        .map(found -> found.outputs().size() == 1)
                        .orElse(true);
        if (!isSingle || SharedVariable.find(variable).isPresent()) {
            findings.error(
                    node.id(),
                    Rule.DECISION_OUTPUT,
                    "%s keeps its whole result as %s, which cannot be stored or hides a variable of the server: take each"
                            + " value by an output, such as #{decisionResult[0].giveUp}",
                    node.title(),
                    variable);
        }
    }

    private void checkOutput(FlowNode node, Element output) {
        var value = OF_DECISION.matcher(SafeXml.ownText(output));
        if (!value.matches()) {
            return;
        }
        var decision = Extensions.attribute(node.element(), "decisionRef");
        if (decision.isEmpty()) {
            findings.error(
                    node.id(),
                    Rule.DECISION_OUTPUT,
                    "%s reads decisionResult and asks no decision: set camunda:decisionRef",
                    node.title());
            return;
        }
        models.decision(decision)
                .filter(found -> !found.outputs().containsKey(value.group(1)))
                .ifPresent(found -> findings.error(
                        node.id(),
                        Rule.DECISION_OUTPUT,
                        "%s reads %s, which the decision %s does not give: read one of %s",
                        node.title(),
                        value.group(1),
                        decision,
                        found.outputs().keySet().stream().sorted().toList()));
    }
}
