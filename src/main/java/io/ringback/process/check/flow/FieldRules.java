package io.ringback.process.check.flow;

import io.ringback.process.check.bpmn.AllowedExpression;
import io.ringback.process.check.bpmn.BpmnVocabulary;
import io.ringback.process.check.bpmn.Condition;
import io.ringback.process.check.bpmn.ConditionParser;
import io.ringback.process.check.bpmn.DrawnPart;
import io.ringback.process.check.bpmn.Extensions;
import io.ringback.process.check.rule.Findings;
import io.ringback.process.check.rule.Rule;
import io.ringback.process.check.xml.SafeXml;
import io.ringback.process.contract.ProcessContract;
import io.ringback.process.contract.SharedNames;
import io.ringback.process.contract.StepField;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;

/** What a step is told where it is called must be there, and be nothing that other programs must not know. */
class FieldRules {

    private final ProcessGraph graph;
    private final Findings findings;

    FieldRules(ProcessGraph graph, Findings findings) {
        this.graph = graph;
        this.findings = findings;
    }

    void check() {
        graph.nodes()
                .values()
                .forEach(node -> PathSteps.delegates(node)
                        .forEach(delegate -> fields(delegate).forEach(field -> check(node, delegate, field))));
        SafeXml.descendants(graph.process(), BpmnVocabulary.CAMUNDA, "executionListener")
                .forEach(this::checkListener);
    }

    private static List<StepField> fields(String delegate) {
        var step = ProcessContract.CALLBACK_CASE.interplay().delegates().get(delegate);
        return step == null ? List.of() : step.fields();
    }

    private void check(FlowNode node, String delegate, StepField field) {
        var given = Extensions.elements(node.element(), "inputParameter").stream()
                .filter(input -> input.getAttribute("name").equals(field.name()))
                .map(SafeXml::ownText)
                .findFirst();
        given.map(text -> complaint(field, text))
                .orElse(Optional.of("it is not there"))
                .ifPresent(complaint -> findings.error(
                        node.id(),
                        Rule.FIELD,
                        "%s calls %s, which needs %s as an input or field: %s",
                        node.title(),
                        delegate,
                        field.name(),
                        complaint));
    }

    private static Optional<String> complaint(StepField field, String text) {
        if (text.length() > field.most()) {
            return Optional.of("it has more than %s characters: shorten it".formatted(field.most()));
        }
        if (field.constant()) {
            return field.allows(text)
                    ? Optional.empty()
                    : Optional.of("write it out in small letters, digits and _, such as shop_informed");
        }
        return AllowedExpression.isIn(text) ? variableComplaint(text) : Optional.empty();
    }

    private static Optional<String> variableComplaint(String text) {
        if (!(ConditionParser.parse(text).orElse(null) instanceof Condition.Bare bare)) {
            return Optional.of("write a text, or the name of one variable, such as #{callStatus}");
        }
        return bare.variable().equals(SharedNames.REASON)
                ? Optional.of("what somebody has written may name people: tell something else")
                : Optional.empty();
    }

    private void checkListener(Element listener) {
        var expression = listener.hasAttribute("delegateExpression")
                ? listener.getAttribute("delegateExpression")
                : Extensions.attribute(listener, "delegateExpression");
        AllowedExpression.delegate(expression)
                .filter(delegate -> !fields(delegate).isEmpty())
                .ifPresent(delegate -> findings.error(
                        DrawnPart.idAround(listener),
                        Rule.LISTENER,
                        "a listener calls %s, which is told something where it is called: use a service task",
                        delegate));
    }
}
