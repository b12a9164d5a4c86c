package io.ringback.process.check.dmn;

import io.ringback.process.check.feel.Feel;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * A decision of a file as it is drawn: a table, or one expression.
 *
 * @param required ids of the decisions whose answers it reads
 * @param table null for an expression
 * @param expression null for a table
 * @param variable the name under which others read the answer of an expression
 */
record Decision(
        Element element,
        List<String> required,
        @Nullable Element table,
        List<Input> inputs,
        List<Output> outputs,
        List<Row> rules,
        @Nullable Entry expression,
        String variable) {

    /** @param asked null if it could not be read */
    record Input(
            Element element, Element expression, @Nullable Feel asked, String kind) {}

    record Output(Element element, String name, String kind) {}

    record Row(Element element, List<Entry> tests, List<Entry> values) {}

    /** @param feel null if it is empty or could not be read */
    record Entry(Element element, @Nullable Feel feel) {}

    String id() {
        return element.getAttribute("id");
    }

    /** UNIQUE where nothing is said. */
    String hitPolicy() {
        var policy = table == null ? "" : table.getAttribute("hitPolicy");
        return policy.isEmpty() ? "UNIQUE" : policy;
    }

    /** Whether it asks for the variable, or a cell of it does. */
    boolean reads(String variable) {
        return Stream.of(
                        inputs.stream().map(input -> new Entry(input.expression(), input.asked())),
                        rules.stream().flatMap(rule -> Stream.concat(rule.tests().stream(), rule.values().stream())),
                        Stream.ofNullable(expression))
                .flatMap(entries -> entries)
                .anyMatch(entry ->
                        entry.feel() != null && entry.feel().variables().contains(variable));
    }

    /** The element to show for what is wrong with the whole. */
    Element whole() {
        return table != null && table.hasAttribute("id") ? table : element;
    }
}
