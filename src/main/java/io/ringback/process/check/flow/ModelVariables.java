package io.ringback.process.check.flow;

import io.ringback.process.check.bpmn.AllowedExpression;
import io.ringback.process.check.bpmn.Condition;
import io.ringback.process.check.bpmn.ConditionParser;
import io.ringback.process.check.bpmn.DrawnPart;
import io.ringback.process.check.bpmn.Extensions;
import io.ringback.process.check.xml.SafeXml;
import io.ringback.process.contract.SharedNames;
import io.ringback.process.contract.SharedVariable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The variables of a process and what they may hold, wherever they are read. */
class ModelVariables {

    private static final Pattern OF_DECISION = Pattern.compile("[#$]\\{\\s*decisionResult\\[0]\\.(\\w+)\\s*}");
    private static final Map<String, SharedVariable.Kind> KINDS = Map.of(
            "boolean", SharedVariable.Kind.TRUTH,
            "integer", SharedVariable.Kind.NUMBER,
            "long", SharedVariable.Kind.NUMBER,
            "double", SharedVariable.Kind.NUMBER,
            "number", SharedVariable.Kind.NUMBER,
            "date", SharedVariable.Kind.DATE,
            "string", SharedVariable.Kind.TEXT);

    private final KnownModels models;
    private final Set<String> names;
    private final Map<String, List<Element>> outputs = new HashMap<>();
    private final Map<Element, Map<String, Element>> inputs = new HashMap<>();

    ModelVariables(Element process, KnownModels models) {
        this.models = models;
        this.names = VariableUse.setByModel(process);
        SafeXml.descendants(process, "*", "outputParameter")
                .forEach(output -> outputs.computeIfAbsent(output.getAttribute("name"), name -> new ArrayList<>())
                        .add(output));
        SafeXml.descendants(process, "*", "inputParameter")
                .forEach(input -> inputs.computeIfAbsent(DrawnPart.around(input), part -> new HashMap<>())
                        .put(input.getAttribute("name"), input));
    }

    /** Those of the request that processes may read. */
    Set<String> attributes() {
        return models.attributes();
    }

    /** Those that the process sets itself. */
    Set<String> names() {
        return names;
    }

    /**
     * What the variable may hold where it is read: the input of the nearest part around, or what any output sets. What is
     * not known is left out.
     */
    List<PossibleValue> valuesOf(String name, Element reader) {
        return valuesOf(name, reader, new HashSet<>());
    }

    /** What the text of an input or output gives. */
    List<PossibleValue> given(Element parameter) {
        return given(parameter, new HashSet<>());
    }

    /** What an attribute or another text of the part gives. */
    List<PossibleValue> given(Element part, String text) {
        return given(part, text, new HashSet<>());
    }

    private List<PossibleValue> given(Element parameter, Set<Object> seen) {
        return SafeXml.children(parameter).isEmpty() ? given(parameter, SafeXml.ownText(parameter), seen) : List.of();
    }

    private List<PossibleValue> valuesOf(String name, Element reader, Set<Object> seen) {
        var input = input(name, reader);
        if (input != null) {
            return seen.add(input) ? given(input, seen) : List.of();
        }
        var shared = SharedVariable.find(name);
        if (shared.isPresent()) {
            return List.of(PossibleValue.of(shared.get()));
        }
        if (models.attributes().contains(name) && !outputs.containsKey(name)) {
            return List.of(PossibleValue.attribute(name));
        }
        return outputs.getOrDefault(name, List.of()).stream()
                .filter(seen::add)
                .flatMap(output -> given(output, seen).stream())
                .toList();
    }

    private @Nullable Element input(String name, Element reader) {
        for (var node = (Node) reader; node instanceof Element part; node = part.getParentNode()) {
            var found = inputs.getOrDefault(part, Map.of()).get(name);
            if (found != null && found != reader) {
                return found;
            }
        }
        return null;
    }

    private List<PossibleValue> given(Element part, String text, Set<Object> seen) {
        var answer = OF_DECISION.matcher(text);
        if (answer.matches()) {
            var decision = Extensions.attribute(DrawnPart.around(part), "decisionRef");
            return answer(decision, answer.group(1)).stream().toList();
        }
        if (!AllowedExpression.isIn(text)) {
            return text.isEmpty() ? List.of() : List.of(PossibleValue.written(text));
        }
        var condition = ConditionParser.parse(text);
        if (condition.isEmpty()) {
            return List.of();
        }
        return condition.get() instanceof Condition.Bare bare
                ? valuesOf(bare.variable(), part, seen)
                : List.of(PossibleValue.of(SharedVariable.Kind.TRUTH));
    }

    /** The outputs of the server's own decision are held to its contract where its file is looked at. */
    private Optional<PossibleValue> answer(String decision, String output) {
        var shared = SharedVariable.find(output).filter(SharedVariable::isSetByModels);
        if (decision.equals(SharedNames.RETRY_POLICY) && shared.isPresent()) {
            return shared.map(SharedVariable::kind).map(PossibleValue::of);
        }
        return models.decision(decision)
                .flatMap(found -> kind(found.outputs().getOrDefault(output, "")))
                .map(PossibleValue::of);
    }

    /** The kind that a {@code typeRef} of a decision means; empty if it asks for none. */
    static Optional<SharedVariable.Kind> kind(String typeRef) {
        return Optional.ofNullable(KINDS.get(SafeXml.withoutPrefix(typeRef).toLowerCase(Locale.ROOT)));
    }
}
