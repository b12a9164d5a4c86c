package io.ringback.process.check.bpmn;

import static io.ringback.process.check.bpmn.BpmnVocabulary.BPMN;

import io.ringback.process.check.rule.Findings;
import io.ringback.process.check.rule.Rule;
import io.ringback.process.check.rule.TextLength;
import io.ringback.process.check.xml.SafeXml;
import java.util.Set;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/** What is drawn must be there: the engine looks for it. */
class DrawingRules {

    private static final String DRAWING = "http://www.omg.org/spec/BPMN/20100524/DI";
    private static final Set<String> OF_AN_ELEMENT = Set.of("BPMNPlane", "BPMNShape", "BPMNEdge");

    private final Findings findings;

    DrawingRules(Findings findings) {
        this.findings = findings;
    }

    void check(Element root) {
        var ids = SafeXml.descendants(root, BPMN, "*").stream()
                .map(element -> element.getAttribute("id"))
                .filter(id -> !id.isEmpty())
                .collect(Collectors.toSet());
        SafeXml.descendants(root, DRAWING, "*").stream()
                .filter(shape -> OF_AN_ELEMENT.contains(shape.getLocalName()))
                .filter(shape -> !ids.contains(shape.getAttribute("bpmnElement")))
                .forEach(shape -> findings.report(
                        shape,
                        Rule.REFERENCE,
                        "draws the element '%s', which is not there: remove it from the drawing"
                                .formatted(TextLength.quoted(shape.getAttribute("bpmnElement")))));
    }
}
