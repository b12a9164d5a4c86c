package io.ringback.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.ringback.process.check.xml.SafeXml;
import io.ringback.process.check.xml.UnreadableXmlException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/** Whether two files of XML say the same, however they are written: prefixes, order of attributes, blanks, remarks. */
final class SameModel {

    private static final String DRAWING = "http://www.omg.org/spec/BPMN/20100524/DI";

    private SameModel() {}

    /** What is in one of them only. */
    static List<String> differences(String before, String after) {
        var gone = said(before);
        var come = new ArrayList<>(said(after));
        var missing = new ArrayList<String>();
        gone.forEach(line -> {
            if (!come.remove(line)) {
                missing.add("- " + line);
            }
        });
        come.forEach(line -> missing.add("+ " + line));
        return missing;
    }

    private static List<String> said(String file) {
        try {
            var lines = new ArrayList<String>();
            collect(SafeXml.parse(file.replace("\uFEFF", "").getBytes(UTF_8)), "", lines);
            return lines;
        } catch (UnreadableXmlException e) {
            throw new AssertionError("expected XML, but it is " + file, e);
        }
    }

    private static void collect(Element element, String parent, List<String> lines) {
        var own = element.hasAttribute("id") ? element.getAttribute("id") : parent + "/" + element.getLocalName();
        var attributes = SafeXml.attributes(element).stream()
                .filter(attribute -> !isDefault(attribute.getLocalName(), attribute.getValue()))
                .collect(Collectors.toMap(
                        attribute -> SafeXml.namespace(attribute) + " " + attribute.getLocalName(),
                        attribute -> attribute.getValue().replaceAll("\\s+", " "),
                        (one, other) -> one,
                        TreeMap::new));
        var text = SafeXml.ownText(element).replaceAll("\\s+", " ");
        if (!isEmptyLabel(element)) {
            lines.add("%s %s %s %s %s"
                    .formatted(own, element.getNamespaceURI(), element.getLocalName(), attributes, text));
        }
        SafeXml.children(element).forEach(child -> collect(child, own, lines));
    }

    /** The editor leaves out what says nothing. */
    private static boolean isDefault(String name, String value) {
        return name.equals("decisionRefBinding") && value.equals("latest");
    }

    /** The editor notes so that a label is where it is by itself. */
    private static boolean isEmptyLabel(Element element) {
        return DRAWING.equals(element.getNamespaceURI())
                && element.getLocalName().equals("BPMNLabel")
                && SafeXml.children(element).isEmpty();
    }
}
