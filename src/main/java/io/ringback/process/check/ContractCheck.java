package io.ringback.process.check;

import static io.ringback.process.check.bpmn.BpmnVocabulary.BPMN;

import io.ringback.process.check.bpmn.BpmnVocabulary;
import io.ringback.process.check.rule.Finding;
import io.ringback.process.check.rule.Rule;
import io.ringback.process.check.xml.SafeXml;
import io.ringback.process.contract.ProcessContract;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/** Reports which of the server's messages a redrawn process no longer starts by or waits for. */
class ContractCheck {

    private static final Set<String> CATCHERS =
            Set.of("startEvent", "intermediateCatchEvent", "boundaryEvent", "receiveTask");

    private final String file;
    private final List<ProcessContract> contracts;

    ContractCheck(String file, List<ProcessContract> contracts) {
        this.file = file;
        this.contracts = contracts;
    }

    List<Finding> check(Element root) {
        var messageNames = messageNames(root);
        var findings = new ArrayList<>(missing(root));
        for (var process : SafeXml.descendants(root, BPMN, "process")) {
            if (!BpmnVocabulary.isDrawnOnly(process) || isOurs(process)) {
                ProcessContract.of(process.getAttribute("id"), starts(process, messageNames), contracts)
                        .ifPresent(contract -> findings.addAll(check(contract, process, messageNames)));
            }
        }
        return findings;
    }

    private boolean isOurs(Element process) {
        return contracts.stream().anyMatch(contract -> contract.processId().equals(process.getAttribute("id")));
    }

    private static Set<String> starts(Element process, Map<String, String> messageNames) {
        return SafeXml.children(process).stream()
                .filter(child -> "startEvent".equals(child.getLocalName()))
                .flatMap(start -> caught(start, messageNames).stream())
                .collect(Collectors.toSet());
    }

    /** A file in place of a shipped one must hold its process, or the server would start none. */
    private List<Finding> missing(Element root) {
        return contracts.stream()
                .filter(contract -> ModelKind.of(file)
                        .filter(kind -> kind.isNamed(file, contract.processId()))
                        .isPresent())
                .filter(contract -> SafeXml.descendants(root, BPMN, "process").stream()
                        .noneMatch(process -> contract.processId().equals(process.getAttribute("id"))))
                .map(contract -> Finding.error(
                        file,
                        contract.processId(),
                        Rule.PROCESS_MISSING,
                        "the file does not hold the process %s, which the server starts: give it that id again"
                                .formatted(contract.processId())))
                .toList();
    }

    private List<Finding> check(ProcessContract contract, Element process, Map<String, String> messageNames) {
        var findings = new ArrayList<Finding>();
        if (!starts(process, messageNames).contains(contract.startMessage())) {
            findings.add(Finding.error(
                    file,
                    contract.processId(),
                    Rule.START,
                    "no start event for %s: the server starts the process by it, add one"
                            .formatted(contract.startMessage())));
        }
        var missing = new TreeSet<>(contract.messages());
        CATCHERS.forEach(catcher -> SafeXml.descendants(process, BPMN, catcher)
                .forEach(event -> missing.removeAll(caught(event, messageNames))));
        missing.forEach(message -> findings.add(Finding.error(
                file,
                contract.processId(),
                Rule.MESSAGE_MISSING,
                "nothing waits for %s: the server sends it, add an event".formatted(message))));
        return findings;
    }

    private static Set<String> caught(Element event, Map<String, String> messageNames) {
        var references = SafeXml.descendants(event, BPMN, "messageEventDefinition").stream()
                .map(definition -> definition.getAttribute("messageRef"))
                .collect(Collectors.toSet());
        references.add(event.getAttribute("messageRef"));
        return references.stream()
                .map(reference -> messageNames.getOrDefault(SafeXml.withoutPrefix(reference), ""))
                .collect(Collectors.toSet());
    }

    private static Map<String, String> messageNames(Element root) {
        var names = new HashMap<String, String>();
        SafeXml.descendants(root, BPMN, "message")
                .forEach(message -> names.put(message.getAttribute("id"), message.getAttribute("name")));
        return names;
    }
}
