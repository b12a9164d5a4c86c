package io.ringback.process.check.flow;

import static io.ringback.process.check.bpmn.BpmnVocabulary.BPMN;

import io.ringback.process.check.bpmn.DrawnPart;
import io.ringback.process.check.bpmn.Extensions;
import io.ringback.process.check.rule.Findings;
import io.ringback.process.check.rule.Rule;
import io.ringback.process.check.xml.SafeXml;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;

/** Every time in a process must be one the engine understands when it comes to it. */
class TimerRules {

    private final ModelVariables variables;
    private final Findings findings;

    TimerRules(ModelVariables variables, Findings findings) {
        this.variables = variables;
        this.findings = findings;
    }

    void check(Element process) {
        SafeXml.descendants(process, BPMN, "timerEventDefinition").forEach(this::checkTimer);
        SafeXml.descendants(process, BPMN, "userTask")
                .forEach(task -> List.of("dueDate", "followUpDate").forEach(attribute -> checkDate(task, attribute)));
        SafeXml.descendants(process, "*", "failedJobRetryTimeCycle")
                .forEach(retries -> report(retries, TimerText.complaintAboutRetries(SafeXml.ownText(retries))));
    }

    private void checkTimer(Element timer) {
        var times = SafeXml.children(timer).stream()
                .filter(child -> child.getLocalName().startsWith("time"))
                .toList();
        if (times.size() != 1) {
            report(
                    timer,
                    Optional.of(
                            times.isEmpty()
                                    ? "no time is given: set one, such as #{expiresAt} or PT10M"
                                    : "more than one time is given: keep one"));
            return;
        }
        var text = SafeXml.ownText(times.get(0));
        switch (times.get(0).getLocalName()) {
            case "timeDate" -> report(timer, TimerText.complaintAboutDate(timer, text, variables));
            case "timeDuration" -> report(timer, TimerText.complaintAboutDuration(timer, text, variables));
            default -> {
                // repeating ones are refused as such
            }
        }
    }

    private void checkDate(Element task, String attribute) {
        if (Extensions.has(task, attribute)) {
            report(task, TimerText.complaintAboutDate(task, Extensions.attribute(task, attribute), variables));
        }
    }

    private void report(Element element, Optional<String> complaint) {
        complaint.ifPresent(message -> findings.error(DrawnPart.idAround(element), Rule.TIMER, "%s", message));
    }
}
