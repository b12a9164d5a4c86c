package io.ringback.process.check.flow;

import io.ringback.process.check.bpmn.AllowedExpression;
import io.ringback.process.check.bpmn.DrawnPart;
import io.ringback.process.check.bpmn.Extensions;
import io.ringback.process.check.rule.Findings;
import io.ringback.process.check.rule.Rule;
import io.ringback.process.check.rule.TextLength;
import io.ringback.process.check.xml.SafeXml;
import io.ringback.process.contract.SharedVariable;
import java.util.List;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** Priorities must be numbers, and who and what a task is for must be texts, or the engine fails as it comes to them. */
class PriorityRules {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,9}");
    private static final List<String> TEXTS = List.of("assignee", "candidateUsers", "candidateGroups");

    private final ModelVariables variables;
    private final Findings findings;

    PriorityRules(ModelVariables variables, Findings findings) {
        this.variables = variables;
        this.findings = findings;
    }

    void check(Element process) {
        checkNumbers(process);
        SafeXml.descendants(process, "*", "*").forEach(this::checkNumbers);
        for (var task : SafeXml.descendants(process, "*", "userTask")) {
            TEXTS.forEach(attribute -> checkText(task, attribute, Extensions.attribute(task, attribute)));
            checkText(task, "name", task.getAttribute("name"));
        }
    }

    private void checkNumbers(Element element) {
        List.of("priority", "jobPriority", "taskPriority")
                .forEach(attribute -> checkNumber(element, attribute, Extensions.attribute(element, attribute)));
    }

    private void checkNumber(Element element, String attribute, String text) {
        var isFine = AllowedExpression.isIn(text)
                ? variables.given(element, text).stream().allMatch(value -> isNumber(attribute, value))
                : text.isEmpty() || NUMBER.matcher(text).matches();
        if (!isFine) {
            findings.error(
                    DrawnPart.idAround(element),
                    Rule.NUMBER,
                    "the %s '%s' is no number: write one such as 50",
                    attribute,
                    TextLength.quoted(text));
        }
    }

    /** The engine reads the digits of a text for a task, but not for a job. */
    private static boolean isNumber(String attribute, PossibleValue value) {
        return value.kind() == SharedVariable.Kind.NUMBER
                || attribute.equals("priority")
                        && (value.isUnknownText()
                                || value.text() != null
                                        && NUMBER.matcher(value.text()).matches());
    }

    private void checkText(Element task, String attribute, String text) {
        if (!AllowedExpression.isIn(text)) {
            return;
        }
        variables.given(task, text).stream()
                .filter(value -> switch (value.kind()) {
                    case TRUTH, NUMBER, DATE -> true;
                    default -> false;
                })
                .forEach(value -> findings.error(
                        DrawnPart.idAround(task),
                        Rule.VARIABLE_KIND,
                        "the %s %s is %s and no text: name a variable that holds a text",
                        attribute,
                        TextLength.quoted(text),
                        value.words()));
    }
}
