package io.ringback.process.check.flow;

import io.ringback.process.check.bpmn.AllowedExpression;
import io.ringback.process.check.bpmn.Condition;
import io.ringback.process.check.bpmn.ConditionParser;
import io.ringback.process.check.bpmn.Extensions;
import io.ringback.process.check.rule.Findings;
import io.ringback.process.check.rule.Rule;
import io.ringback.process.check.xml.SafeXml;
import io.ringback.process.contract.DecisionContract;
import io.ringback.process.contract.Interplay;
import io.ringback.process.contract.SharedVariable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** What a path does in a node: the delegates it calls, the decision it asks, the variables it reads and sets. */
class PathSteps {

    private final ProcessGraph graph;
    private final Interplay interplay;
    private final Set<String> deciding;
    private final KnownModels models;
    private final Findings findings;
    private final Set<String> setByModel;

    PathSteps(ProcessGraph graph, Interplay interplay, Set<String> deciding, KnownModels models, Findings findings) {
        this.graph = graph;
        this.interplay = interplay;
        this.deciding = deciding;
        this.models = models;
        this.findings = findings;
        this.setByModel = VariableUse.setByModel(graph.process());
    }

    /** The names of the delegates a node calls itself, listeners left out. */
    static List<String> delegates(FlowNode node) {
        return Stream.concat(
                        Stream.of(node.element()),
                        SafeXml.children(node.element()).stream()
                                .filter(child -> child.getLocalName().endsWith("EventDefinition")))
                .map(element -> Extensions.attribute(element, "delegateExpression"))
                .flatMap(expression -> AllowedExpression.delegate(expression).stream())
                .toList();
    }

    /** What is done on the way into a node and in it. */
    List<PathState> begin(FlowNode node, PathState state) {
        var states = List.of(state);
        for (var listener : listeners(node, "start")) {
            states = done(node, listener, states);
        }
        states = states.stream().flatMap(now -> entered(node, now).stream()).toList();
        for (var delegate : delegates(node)) {
            states = done(node, delegate, states);
        }
        return states;
    }

    /** Empty when the engine could not evaluate what it must. */
    private Optional<PathState> entered(FlowNode node, PathState state) {
        var now = state;
        var isSet = true;
        for (var input : Extensions.elements(node.element(), "inputParameter")) {
            isSet &= requireSet(node, "its input " + input.getAttribute("name"), SafeXml.ownText(input), now);
            now = now.knowing(Set.of(input.getAttribute("name")));
        }
        for (var read : VariableUse.evaluatedOnEntry(graph, node)) {
            isSet &= requireSet(read.node(), read.what(), read.text(), now);
        }
        for (var input : decision(node).map(known -> known.inputs().keySet()).orElse(Set.of())) {
            isSet &= isGivenByServer(node, input) || isKnownToDecision(node, input, now);
        }
        return isSet ? Optional.of(now) : Optional.empty();
    }

    /** What the server itself adds as the decision is asked. */
    private static boolean isGivenByServer(FlowNode node, String input) {
        return DecisionContract.RETRY_POLICY.decisionId().equals(Extensions.attribute(node.element(), "decisionRef"))
                && DecisionContract.RETRY_POLICY.gives(input);
    }

    private boolean isKnownToDecision(FlowNode node, String input, PathState state) {
        if (!isNamed(input)) {
            findings.error(
                    node.id(),
                    Rule.UNKNOWN_VARIABLE,
                    "the decision it asks reads %s, which nothing sets: read one of docs/processes/contract.md",
                    input);
            return false;
        }
        return requireSet(node.id(), "the decision it asks", new Condition.Bare(input), state);
    }

    private Optional<KnownModels.Decision> decision(FlowNode node) {
        return models.decision(Extensions.attribute(node.element(), "decisionRef"));
    }

    /** The timers of a scope's event subprocesses are set as it is entered. */
    void enterScope(Optional<FlowNode> scope, PathState state) {
        graph.eventStarts(scope)
                .forEach(event -> event.timer().ifPresent(text -> requireSet(event, "its time", text, state)));
    }

    /** What is done on the way out of a node; none if that cannot be told, which is reported as such. */
    List<PathState> finish(FlowNode node, PathState state) {
        if (ListenerRules.isRefusedAtEnd(node)) {
            return List.of();
        }
        var states = List.of(state);
        for (var listener : listeners(node, "end")) {
            states = done(node, listener, states);
        }
        for (var output : Extensions.elements(node.element(), "outputParameter")) {
            states = states.stream()
                    .flatMap(now -> output(node, output, now).stream())
                    .toList();
        }
        var result = Extensions.attribute(node.element(), "resultVariable");
        return result.isEmpty()
                ? states
                : states.stream().map(now -> now.knowing(Set.of(result))).toList();
    }

    private List<PathState> output(FlowNode node, Element output, PathState state) {
        var name = output.getAttribute("name");
        var text = SafeXml.ownText(output);
        if (!requireSet(node, "its output " + name, text, state)) {
            return List.of();
        }
        var after = state.knowing(Set.of(name)).forgetting(name);
        var values = SharedVariable.valuesOf(name);
        if (!deciding.contains(name) || values.isEmpty()) {
            return List.of(after);
        }
        var possible = values.contains(text) ? List.of(text) : values;
        return possible.stream()
                .map(value -> after.supposing(Map.of(name, value)))
                .toList();
    }

    private List<PathState> done(FlowNode node, String delegate, List<PathState> states) {
        var after = new ArrayList<PathState>();
        states.forEach(state -> after.addAll(done(node, delegate, state)));
        return after;
    }

    private List<PathState> done(FlowNode node, String delegate, PathState state) {
        var step = interplay.delegates().get(delegate);
        if (step == null) {
            reportOutOfPlace(node, delegate, "it is a step of another process");
            return List.of();
        }
        for (var variable : new TreeSet<>(step.reads())) {
            if (!requireSet(node.id(), delegate, new Condition.Bare(variable), state)) {
                return List.of();
            }
        }
        if (state.isAside()) {
            if (!step.aside()) {
                reportOutOfPlace(node, delegate, state.stage().words());
            }
            return step.aside() ? List.of(state.knowing(step.effects().get(0).sets())) : List.of();
        }
        if (!state.facts().entrySet().containsAll(step.given().entrySet())) {
            reportOutOfPlace(node, delegate, "it needs " + step.given() + " to be certain");
            return List.of();
        }
        var effects = step.from(state.stage());
        if (effects.isEmpty()) {
            reportOutOfPlace(node, delegate, state.stage().words());
        }
        return effects.stream()
                .flatMap(move -> move.combinations(deciding).stream()
                        .map(facts -> state.in(move.to()).knowing(move.sets()).supposing(facts)))
                .toList();
    }

    private static List<String> listeners(FlowNode node, String event) {
        return Extensions.elements(node.element(), "executionListener").stream()
                .filter(listener -> listener.getAttribute("event").equals(event))
                .map(listener -> listener.hasAttribute("delegateExpression")
                        ? listener.getAttribute("delegateExpression")
                        : Extensions.attribute(listener, "delegateExpression"))
                .flatMap(expression -> AllowedExpression.delegate(expression).stream())
                .toList();
    }

    private boolean requireSet(FlowNode node, String what, String text, PathState state) {
        return ConditionParser.parse(text)
                .map(read -> requireSet(node.id(), what, read, state))
                .orElse(true);
    }

    /** Whether every variable that the expression reads is set; what is not is reported. */
    boolean requireSet(String element, String what, Condition condition, PathState state) {
        var missing = condition
                .reads()
                .map(Condition.Read::variable)
                .filter(variable -> !state.known().contains(variable))
                .toList();
        missing.stream()
                .filter(this::isNamed)
                .forEach(variable -> findings.error(
                        element,
                        Rule.VARIABLE_NOT_SET,
                        "%s reads %s, which is not set on every way there, while %s%s: read it before, or another variable",
                        what,
                        variable,
                        state.stage().words(),
                        SharedVariable.isPassing(variable) ? " (it is gone as soon as the case waits)" : ""));
        return missing.isEmpty();
    }

    /** What nothing sets anywhere is reported as such. */
    private boolean isNamed(String variable) {
        return SharedVariable.find(variable).isPresent()
                || setByModel.contains(variable)
                || models.attributes().contains(variable);
    }

    private void reportOutOfPlace(FlowNode node, String delegate, String why) {
        findings.error(
                node.id(),
                Rule.STEP_OUT_OF_PLACE,
                "%s calls %s, which cannot be done here, since %s: see docs/processes/contract.md for its place",
                node.title(),
                delegate,
                why);
    }
}
