package io.ringback.process.check.dmn;

import io.ringback.process.check.dmn.Decision.Entry;
import io.ringback.process.check.dmn.Decision.Input;
import io.ringback.process.check.dmn.Decision.Output;
import io.ringback.process.check.dmn.Decision.Row;
import io.ringback.process.check.feel.Feel;
import io.ringback.process.check.feel.FeelUnreadable;
import io.ringback.process.check.rule.Findings;
import io.ringback.process.check.rule.Rule;
import io.ringback.process.check.rule.TextLength;
import io.ringback.process.check.xml.SafeXml;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Reads the decisions of a file, and reports what of their expressions cannot be read. */
final class DecisionReader {

    private static final Feel ANYTHING = new Feel(values -> true, java.util.Set.of(), List.of(), List.of());

    private final Findings findings;

    DecisionReader(Findings findings) {
        this.findings = findings;
    }

    /** By their ids, in the order of the file. */
    Map<String, Decision> read(Element root) {
        var decisions = new LinkedHashMap<String, Decision>();
        for (var element : SafeXml.descendants(root, SafeXml.namespace(root), "decision")) {
            decisions.putIfAbsent(element.getAttribute("id"), decision(element));
        }
        return decisions;
    }

    private Decision decision(Element element) {
        var required = SafeXml.descendants(element, SafeXml.namespace(element), "requiredDecision").stream()
                .map(reference -> reference.getAttribute("href").replaceFirst("^#", ""))
                .toList();
        var table = child(element, "decisionTable");
        if (table == null) {
            var literal = child(element, "literalExpression");
            var variable = child(element, "variable");
            var name = variable == null ? "" : variable.getAttribute("name");
            return new Decision(
                    element,
                    required,
                    null,
                    List.of(),
                    List.of(),
                    List.of(),
                    literal == null ? null : new Entry(literal, expression(literal)),
                    name);
        }
        var inputs = children(table, "input").stream().map(this::input).toList();
        var outputs = children(table, "output").stream()
                .map(output -> new Output(output, output.getAttribute("name"), output.getAttribute("typeRef")))
                .toList();
        var rules = children(table, "rule").stream()
                .map(row -> row(row, inputs.size(), outputs.size()))
                .toList();
        return new Decision(element, required, table, inputs, outputs, rules, null, "");
    }

    private Input input(Element element) {
        var asked = child(element, "inputExpression");
        return asked == null
                ? new Input(element, element, null, "")
                : new Input(element, asked, expression(asked), asked.getAttribute("typeRef"));
    }

    private Row row(Element element, int inputs, int outputs) {
        var tests = children(element, "inputEntry").stream()
                .map(entry -> new Entry(entry, tests(entry)))
                .toList();
        var values = children(element, "outputEntry").stream()
                .map(entry -> new Entry(entry, expression(entry)))
                .toList();
        if (tests.size() != inputs || values.size() != outputs) {
            findings.report(
                    element,
                    Rule.DECISION,
                    "has %s inputs and %s outputs, but its table %s and %s: give it one cell for each"
                            .formatted(tests.size(), values.size(), inputs, outputs));
        }
        return new Row(element, tests, values);
    }

    private @Nullable Feel tests(Element element) {
        var text = text(element);
        if (text.isEmpty()) {
            return ANYTHING;
        }
        return reading(element, () -> Feel.tests(text));
    }

    private @Nullable Feel expression(Element element) {
        var text = text(element);
        if (text.isEmpty()) {
            return null;
        }
        return reading(element, () -> Feel.expression(text));
    }

    private interface Reading {

        Feel read() throws FeelUnreadable;
    }

    private @Nullable Feel reading(Element element, Reading reading) {
        try {
            return reading.read();
        } catch (FeelUnreadable e) {
            findings.report(
                    element,
                    Rule.DECISION,
                    "expression '%s' is not allowed, since it %s: compare and calculate only"
                            .formatted(TextLength.quoted(text(element)), e.getMessage()));
            return null;
        }
    }

    static String text(Element element) {
        var text = child(element, "text");
        return text == null ? "" : SafeXml.ownText(text);
    }

    /** The kind of value that a {@code typeRef} names, such as {@code string}. */
    static String kind(String typeRef) {
        return SafeXml.withoutPrefix(typeRef).toLowerCase(Locale.ROOT);
    }

    private static @Nullable Element child(Element parent, String name) {
        var found = children(parent, name);
        return found.isEmpty() ? null : found.get(0);
    }

    private static List<Element> children(Element parent, String name) {
        var found = new ArrayList<Element>();
        for (var child : SafeXml.children(parent)) {
            if (name.equals(child.getLocalName())) {
                found.add(child);
            }
        }
        return found;
    }
}
