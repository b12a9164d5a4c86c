package io.ringback.process.check;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.ringback.process.check.bpmn.BpmnVocabulary;
import io.ringback.process.check.flow.KnownModels;
import io.ringback.process.check.rule.Finding;
import io.ringback.process.check.rule.Rule;
import io.ringback.process.check.rule.VariableName;
import io.ringback.process.check.xml.SafeXml;
import io.ringback.process.contract.ProcessContract;
import io.ringback.process.contract.SharedNames;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** What a set of files holds, all together: each process, decision and form once, and those that the server needs. */
class ModelSet {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Set<String> files = new HashSet<>();

    /** Nobody can say what these would hold. */
    private final Set<ModelKind> unreadable = EnumSet.noneOf(ModelKind.class);

    private final Map<String, List<String>> processes = new TreeMap<>();
    private final Map<String, List<String>> decisions = new TreeMap<>();
    private final Map<String, List<String>> forms = new TreeMap<>();
    private final Map<String, KnownModels.Called> called = new HashMap<>();
    private final Map<String, KnownModels.Decision> shapes = new HashMap<>();
    private final Map<String, Set<String>> required = new HashMap<>();

    void addXml(String file, Element root) {
        files.add(file);
        SafeXml.descendants(root, BpmnVocabulary.BPMN, "process").stream()
                .filter(process -> !BpmnVocabulary.isDrawnOnly(process))
                .forEach(process -> {
                    add(processes, process.getAttribute("id"), file);
                    called.put(process.getAttribute("id"), called(process));
                });
        if (!BpmnVocabulary.BPMN.equals(SafeXml.namespace(root))) {
            SafeXml.descendants(root, "*", "decision").forEach(decision -> {
                add(decisions, decision.getAttribute("id"), file);
                shapes.put(decision.getAttribute("id"), shape(decision));
                required.put(decision.getAttribute("id"), required(decision));
            });
        }
    }

    void addForm(String file, byte[] content) {
        try {
            var id = JSON.readTree(content).path("id").asText();
            if (id.isEmpty()) {
                addUnreadable(ModelKind.FORM);
            } else {
                add(forms, id, file);
            }
        } catch (IOException e) {
            addUnreadable(ModelKind.FORM);
        }
    }

    /** It is refused by the check of the file, and nothing is missed that it may hold. */
    void addUnreadable(ModelKind kind) {
        unreadable.add(kind);
    }

    private static void add(Map<String, List<String>> found, String id, String file) {
        found.computeIfAbsent(id, key -> new ArrayList<>()).add(file);
    }

    private static KnownModels.Decision shape(Element decision) {
        var inputs = new HashMap<String, String>();
        SafeXml.descendants(decision, "*", "inputExpression")
                .forEach(expression -> SafeXml.children(expression).stream()
                        .map(SafeXml::ownText)
                        .filter(VariableName::isOne)
                        .forEach(name -> inputs.putIfAbsent(name, expression.getAttribute("typeRef"))));
        var outputs = new HashMap<String, String>();
        SafeXml.descendants(decision, "*", "output")
                .forEach(output -> outputs.put(output.getAttribute("name"), output.getAttribute("typeRef")));
        if (outputs.isEmpty()) {
            SafeXml.children(decision).stream()
                    .filter(child -> child.getLocalName().equals("variable"))
                    .forEach(variable -> outputs.put(variable.getAttribute("name"), variable.getAttribute("typeRef")));
        }
        return new KnownModels.Decision(Map.copyOf(inputs), Map.copyOf(outputs));
    }

    private static KnownModels.Called called(Element process) {
        var calls = SafeXml.descendants(process, BpmnVocabulary.BPMN, "callActivity").stream()
                .map(activity -> activity.getAttribute("calledElement"))
                .collect(Collectors.toSet());
        var isBegun = SafeXml.children(process).stream()
                .filter(child -> child.getLocalName().equals("startEvent"))
                .flatMap(start -> SafeXml.children(start).stream())
                .anyMatch(child -> child.getLocalName().endsWith("EventDefinition"));
        return new KnownModels.Called(calls, isBegun);
    }

    private static Set<String> required(Element decision) {
        return SafeXml.descendants(decision, "*", "requiredDecision").stream()
                .map(reference -> reference.getAttribute("href").replaceFirst("^.*#", ""))
                .collect(Collectors.toSet());
    }

    /** All there is, as far as it could be read. */
    KnownModels readable() {
        return known(true);
    }

    /** The same; but what may be in files that could not be read is not missed. */
    KnownModels known() {
        return known(unreadable.isEmpty());
    }

    private KnownModels known(boolean isComplete) {
        var decisions = new HashMap<String, KnownModels.Decision>();
        shapes.forEach((id, shape) -> decisions.put(id, new KnownModels.Decision(inputs(id), shape.outputs())));
        return new KnownModels(decisions, Set.copyOf(forms.keySet()), Map.copyOf(called), Set.of(), isComplete);
    }

    /** What a decision reads from the process: its own inputs, and those of the decisions it needs, but not their answers. */
    private Map<String, String> inputs(String id) {
        var all = new HashMap<String, String>();
        var answers = new HashSet<String>();
        var open = new ArrayDeque<>(List.of(id));
        var seen = new HashSet<String>();
        while (!open.isEmpty()) {
            var next = open.remove();
            var shape = shapes.get(next);
            if (shape != null && seen.add(next)) {
                shape.inputs().forEach(all::putIfAbsent);
                answers.addAll(next.equals(id) ? Set.of() : shape.outputs().keySet());
                open.addAll(required.getOrDefault(next, Set.of()));
            }
        }
        all.keySet().removeAll(answers);
        return all;
    }

    /** Ids that are there twice, and what is not there at all. */
    List<Finding> check(List<ProcessContract> contracts) {
        var findings = new ArrayList<Finding>();
        Map.of("process", processes, "decision", decisions, "form", forms)
                .forEach((kind, found) -> found.forEach((id, files) -> checkOnce(kind, id, files, findings)));
        checkKinds(findings);
        contracts.stream()
                .map(ProcessContract::processId)
                .filter(id -> isMissed(id, ModelKind.PROCESS, processes))
                .forEach(id -> findings.add(Finding.error(
                        id + ".bpmn",
                        id,
                        Rule.PROCESS_MISSING,
                        "no file holds the process %s, which the server starts: give it that id again".formatted(id))));
        if (isMissed(SharedNames.RETRY_POLICY, ModelKind.DECISION, decisions)) {
            findings.add(Finding.error(
                    SharedNames.RETRY_POLICY + ".dmn",
                    SharedNames.RETRY_POLICY,
                    Rule.DECISION_MISSING,
                    "no file holds the decision %s, which the server asks: give it that id again"
                            .formatted(SharedNames.RETRY_POLICY)));
        }
        return findings;
    }

    /** Not when a file is named so, whose own check tells of it. */
    private boolean isMissed(String id, ModelKind kind, Map<String, List<String>> found) {
        return !found.containsKey(id)
                && !unreadable.contains(kind)
                && files.stream().noneMatch(file -> kind.isNamed(file, id));
    }

    /** The finding stands with each of the files, since any of them may be the one that is too many. */
    private static void checkOnce(String kind, String id, List<String> files, List<Finding> findings) {
        if (id.isEmpty() || files.size() < 2) {
            return;
        }
        files.stream()
                .distinct()
                .forEach(file -> findings.add(Finding.error(
                        file,
                        id,
                        Rule.DUPLICATE_ID,
                        "the %s %s is in several files (%s): give the copy an id of its own, or remove it"
                                .formatted(kind, id, String.join(", ", files)))));
    }

    /** Versions are asked for by the id alone, so that what shares its id with something else could not be seen or restored. */
    private void checkKinds(List<Finding> findings) {
        checkKinds("process", processes, "decision", decisions, findings);
        checkKinds("process", processes, "form", forms, findings);
        checkKinds("decision", decisions, "form", forms, findings);
    }

    private static void checkKinds(
            String kind,
            Map<String, List<String>> found,
            String otherKind,
            Map<String, List<String>> others,
            List<Finding> findings) {
        found.forEach((id, files) -> {
            if (!id.isEmpty() && others.containsKey(id)) {
                var all = Stream.concat(files.stream(), others.get(id).stream())
                        .distinct()
                        .toList();
                all.forEach(file -> findings.add(Finding.error(
                        file,
                        id,
                        Rule.DUPLICATE_ID,
                        "%s is the id of a %s and of a %s (%s), which could not be told apart: give the new one another id"
                                .formatted(id, kind, otherKind, String.join(", ", all)))));
            }
        });
    }
}
