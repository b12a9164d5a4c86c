package io.ringback.process.check.style;

import io.ringback.process.check.bpmn.BpmnVocabulary;
import io.ringback.process.check.rule.Finding;
import io.ringback.process.check.rule.Rule;
import io.ringback.process.check.xml.SafeXml;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/**
 * Warns of drawings that people read wrongly or not at all, after the recommended rules of bpmnlint and the conventions of
 * docs/processes. What it finds keeps nothing from being deployed.
 */
public final class StyleCheck {

    private static final int MOST = 100;
    private static final Set<String> ACTIVITIES =
            Set.of("task", "userTask", "serviceTask", "businessRuleTask", "receiveTask", "manualTask", "callActivity");
    private static final Set<String> DECIDING = Set.of("exclusiveGateway", "inclusiveGateway");

    /** As modelers give them out. */
    private static final Pattern GENERATED =
            Pattern.compile("(Activity|Task|UserTask|ServiceTask|Gateway|Event|StartEvent|EndEvent|Flow|SequenceFlow"
                    + "|Process|Decision|InputClause|OutputClause)_[0-9a-z]{7}");

    private final String file;
    private final List<Finding> found = new ArrayList<>();

    private StyleCheck(String file) {
        this.file = file;
    }

    /** Warnings only, at most {@value #MOST}. */
    public static List<Finding> check(String file, Element root) {
        var check = new StyleCheck(file);
        if (BpmnVocabulary.BPMN.equals(SafeXml.namespace(root))) {
            SafeXml.descendants(root, BpmnVocabulary.BPMN, "process").stream()
                    .filter(process -> !BpmnVocabulary.isDrawnOnly(process))
                    .forEach(check::look);
            check.found.addAll(new DrawnShapes(file, root).check());
        } else {
            SafeXml.descendants(root, "*", "decision").forEach(check::lookAtDecision);
        }
        return check.found.stream().limit(MOST).toList();
    }

    private void look(Element process) {
        var nodes = SafeXml.descendants(process, BpmnVocabulary.BPMN, "*");
        var out = new HashMap<String, List<Element>>();
        var in = new HashMap<String, List<Element>>();
        SafeXml.descendants(process, BpmnVocabulary.BPMN, "sequenceFlow").forEach(flow -> {
            out.computeIfAbsent(flow.getAttribute("sourceRef"), source -> new ArrayList<>())
                    .add(flow);
            in.computeIfAbsent(flow.getAttribute("targetRef"), target -> new ArrayList<>())
                    .add(flow);
        });
        checkId(process);
        nodes.forEach(node -> look(node, flows(out, node), flows(in, node)));
    }

    private static List<Element> flows(Map<String, List<Element>> flows, Element node) {
        return flows.getOrDefault(node.getAttribute("id"), List.of());
    }

    private void look(Element node, List<Element> out, List<Element> in) {
        var type = node.getLocalName();
        if (ACTIVITIES.contains(type) || type.equals("subProcess") || type.endsWith("Event")) {
            lookAtStep(node, out, in);
        } else if (type.endsWith("Gateway")) {
            lookAtGateway(node, out, in);
        } else if (!type.equals("sequenceFlow")) {
            return;
        }
        checkId(node);
    }

    private void lookAtStep(Element node, List<Element> out, List<Element> in) {
        if (isNameless(node) && !isPlainStart(node)) {
            warn(
                    node,
                    Rule.STYLE_LABEL,
                    "has no name: say what is done, such as 'Offer callback', or what has come about");
        }
        if (in.size() > 1) {
            warn(node, Rule.STYLE_JOIN, "is reached by several flows: let a gateway join them before it");
        }
        if (out.size() > 1) {
            warn(node, Rule.STYLE_JOIN, "is left by several flows at once: let a gateway split them behind it");
        }
    }

    /** Of a subprocess, which begins where the flow to it comes. */
    private static boolean isPlainStart(Element node) {
        return node.getLocalName().equals("startEvent")
                && SafeXml.children(node).stream()
                        .noneMatch(child -> child.getLocalName().endsWith("EventDefinition"));
    }

    private void lookAtGateway(Element gateway, List<Element> out, List<Element> in) {
        if (out.size() > 1 && in.size() > 1) {
            warn(gateway, Rule.STYLE_JOIN, "joins and splits: draw a gateway for each");
        }
        if (out.size() == 1 && in.size() == 1) {
            warn(gateway, Rule.STYLE_JOIN, "neither joins nor splits: remove it");
        }
        if (out.size() < 2 || !DECIDING.contains(gateway.getLocalName())) {
            return;
        }
        if (isNameless(gateway)) {
            warn(gateway, Rule.STYLE_LABEL, "decides without a name: ask the question, such as 'Resolved?'");
        }
        out.stream()
                .filter(StyleCheck::isNameless)
                .forEach(flow -> warn(
                        flow,
                        Rule.STYLE_LABEL,
                        "leaves a gateway that decides and has no name: say the answer, such as 'Yes'"));
    }

    private void lookAtDecision(Element decision) {
        if (isNameless(decision)) {
            warn(decision, Rule.STYLE_LABEL, "has no name: say what is decided, such as 'When to try again'");
        }
        checkId(decision);
    }

    private void checkId(Element element) {
        var id = element.getAttribute("id");
        if (GENERATED.matcher(id).matches()) {
            warn(
                    element,
                    Rule.STYLE_ID,
                    "has an id that a modeler made up: give it one that says what it is, such as task_offerCallback, since"
                            + " histories and figures name it");
        }
    }

    private static boolean isNameless(Element element) {
        return element.getAttribute("name").isBlank();
    }

    private void warn(Element element, Rule rule, String message) {
        found.add(Finding.warning(file, SafeXml.nearestId(element, file), rule, message));
    }
}
