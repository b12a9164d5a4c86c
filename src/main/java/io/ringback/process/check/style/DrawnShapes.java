package io.ringback.process.check.style;

import io.ringback.process.check.bpmn.BpmnVocabulary;
import io.ringback.process.check.rule.Finding;
import io.ringback.process.check.rule.Rule;
import io.ringback.process.check.xml.SafeXml;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Element;

/** Whether everything that runs is in the picture, each beside the other. */
final class DrawnShapes {

    private static final String DI = "http://www.omg.org/spec/BPMN/20100524/DI";

    /** Nobody sees less, and drawing tools round. */
    private static final double TOUCHING = 2;

    private final String file;
    private final Element root;
    private final Map<String, Box> boxes = new HashMap<>();

    DrawnShapes(String file, Element root) {
        this.file = file;
        this.root = root;
    }

    private record Box(double x, double y, double width, double height) {

        boolean overlaps(Box other) {
            return x + TOUCHING < other.x + other.width
                    && other.x + TOUCHING < x + width
                    && y + TOUCHING < other.y + other.height
                    && other.y + TOUCHING < y + height;
        }
    }

    List<Finding> check() {
        var drawn = new HashSet<String>();
        SafeXml.descendants(root, DI, "*").forEach(shape -> {
            var id = SafeXml.withoutPrefix(shape.getAttribute("bpmnElement"));
            drawn.add(id);
            SafeXml.children(shape).stream()
                    .filter(bounds -> bounds.getLocalName().equals("Bounds"))
                    .map(DrawnShapes::box)
                    .forEach(box -> boxes.put(id, box));
        });
        var found = new ArrayList<Finding>();
        SafeXml.descendants(root, BpmnVocabulary.BPMN, "process").stream()
                .filter(process -> !BpmnVocabulary.isDrawnOnly(process))
                .forEach(process -> look(process, drawn, found));
        return found;
    }

    private void look(Element scope, Set<String> drawn, List<Finding> found) {
        var beside = new ArrayList<Element>();
        for (var node : SafeXml.children(scope)) {
            if (!isShown(node)) {
                continue;
            }
            var id = node.getAttribute("id");
            if (!drawn.contains(id)) {
                found.add(Finding.warning(
                        file, id, Rule.STYLE_SHAPE, "is not in the picture: draw it, or nobody sees that it runs"));
            }
            if (!node.getLocalName().equals("boundaryEvent")) {
                overlapped(node, beside, found);
                beside.add(node);
            }
            if (node.getLocalName().equals("subProcess")) {
                look(node, drawn, found);
            }
        }
    }

    private void overlapped(Element node, List<Element> beside, List<Finding> found) {
        var box = boxes.get(node.getAttribute("id"));
        if (box == null) {
            return;
        }
        for (var other : beside) {
            var there = boxes.get(other.getAttribute("id"));
            if (there != null && box.overlaps(there)) {
                found.add(Finding.warning(
                        file,
                        node.getAttribute("id"),
                        Rule.STYLE_OVERLAP,
                        "lies over %s: move it aside".formatted(other.getAttribute("id"))));
                return;
            }
        }
    }

    private static boolean isShown(Element node) {
        var type = node.getLocalName();
        return BpmnVocabulary.BPMN.equals(node.getNamespaceURI())
                && (type.endsWith("Event")
                        || type.endsWith("Gateway")
                        || type.endsWith("ask")
                        || type.equals("subProcess")
                        || type.equals("callActivity")
                        || type.equals("sequenceFlow"));
    }

    private static Box box(Element bounds) {
        try {
            return new Box(
                    Double.parseDouble(bounds.getAttribute("x")),
                    Double.parseDouble(bounds.getAttribute("y")),
                    Double.parseDouble(bounds.getAttribute("width")),
                    Double.parseDouble(bounds.getAttribute("height")));
        } catch (NumberFormatException unreadable) {
            return new Box(0, 0, 0, 0);
        }
    }
}
