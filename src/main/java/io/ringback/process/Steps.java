package io.ringback.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** What a path does in a node: the delegates it calls, the decision it asks, the variables it reads and sets. */
class Steps {

    private final Graph graph;
    private final Script script;
    private final Set<String> deciding;
    private final KnownModels models;
    private final Findings findings;

    Steps(Graph graph, Script script, Set<String> deciding, KnownModels models, Findings findings) {
        this.graph = graph;
        this.script = script;
        this.deciding = deciding;
        this.models = models;
        this.findings = findings;
    }

    /** The names of the delegates a node calls itself, listeners left out. */
    static List<String> delegates(Node node) {
        return Stream.concat(
                        Stream.of(node.element()),
                        SafeXml.children(node.element()).stream()
                                .filter(child -> child.getLocalName().endsWith("EventDefinition")))
                .map(element -> Extensions.attribute(element, "delegateExpression"))
                .filter(expression -> !expression.isEmpty())
                .map(Expressions::delegate)
                .toList();
    }

    /** What is done on the way into a node and in it. */
    List<State> begin(Node node, State state) {
        List<State> states = List.of(state);
        for (var listener : listeners(node, "start")) {
            states = done(node, listener, states);
        }
        states = states.stream().map(now -> entered(node, now)).toList();
        for (var delegate : delegates(node)) {
            states = done(node, delegate, states);
        }
        return states;
    }

    private State entered(Node node, State state) {
        var now = state;
        for (var input : Extensions.elements(node.element(), "inputParameter")) {
            requireSet(node, "its input " + input.getAttribute("name"), SafeXml.ownText(input), now);
            now = now.knowing(Set.of(input.getAttribute("name")));
        }
        var reading = now;
        Expressions.evaluatedOnEntry(graph, node)
                .forEach(read -> requireSet(read.node(), read.what(), read.text(), reading));
        decision(node).ifPresent(decision -> decision.inputs().stream()
                .filter(input -> !reading.known().contains(input))
                .forEach(input -> reportNotSet(findings, node.id(), "the decision it asks", input, reading)));
        return now;
    }

    private Optional<KnownModels.Decision> decision(Node node) {
        return models.decision(Extensions.attribute(node.element(), "decisionRef"));
    }

    /** The timers of a scope's event subprocesses are set as it is entered. */
    void enterScope(Optional<Node> scope, State state) {
        graph.eventStarts(scope)
                .forEach(event -> Expressions.timer(event)
                        .ifPresent(text -> requireSet(event, "its time", text, state)));
    }

    /** What is done on the way out of a node. */
    List<State> finish(Node node, State state) {
        List<State> states = List.of(state);
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

    private List<State> output(Node node, Element output, State state) {
        var name = output.getAttribute("name");
        var text = SafeXml.ownText(output);
        requireSet(node, "its output " + name, text, state);
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

    private List<State> done(Node node, String delegate, List<State> states) {
        var after = new ArrayList<State>();
        states.forEach(state -> after.addAll(done(node, delegate, state)));
        return after;
    }

    private List<State> done(Node node, String delegate, State state) {
        var step = script.delegates().get(delegate);
        if (step == null) {
            reportOutOfPlace(node, delegate, "it is a step of another process");
            return List.of();
        }
        for (var variable : new TreeSet<>(step.reads())) {
            if (!state.known().contains(variable)) {
                reportNotSet(findings, node.id(), delegate, variable, state);
            }
        }
        if (state.isAside()) {
            if (!step.aside()) {
                reportOutOfPlace(node, delegate, state.stage().words());
            }
            return step.aside() ? List.of(state.knowing(step.moves().get(0).sets())) : List.of();
        }
        if (!state.facts().entrySet().containsAll(step.given().entrySet())) {
            reportOutOfPlace(node, delegate, "it needs " + step.given() + " to be certain");
            return List.of();
        }
        var moves = step.from(state.stage());
        if (moves.isEmpty()) {
            reportOutOfPlace(node, delegate, state.stage().words());
        }
        return moves.stream()
                .flatMap(move -> move.combinations(deciding).stream().map(facts -> state.in(move.to())
                        .knowing(move.sets())
                        .supposing(facts)))
                .toList();
    }

    private static List<String> listeners(Node node, String event) {
        return Extensions.elements(node.element(), "executionListener").stream()
                .filter(listener -> listener.getAttribute("event").equals(event))
                .map(listener -> listener.hasAttribute("delegateExpression")
                        ? listener.getAttribute("delegateExpression")
                        : Extensions.attribute(listener, "delegateExpression"))
                .map(Expressions::delegate)
                .toList();
    }

    private void requireSet(Node node, String what, String text, State state) {
        ConditionParser.parse(text)
                .ifPresent(read -> requireSet(findings, node.id(), what + " of " + node.title(), read, state));
    }

    /** Reports each variable that the expression reads and that is not set on every way to it. */
    static void requireSet(Findings findings, String element, String what, Condition condition, State state) {
        condition
                .reads()
                .map(Condition.Read::variable)
                .filter(variable -> !state.known().contains(variable))
                .forEach(variable -> reportNotSet(findings, element, what, variable, state));
    }

    private static void reportNotSet(Findings findings, String element, String what, String variable, State state) {
        findings.error(
                element,
                Rule.VARIABLE_NOT_SET,
                "%s reads %s, which is not set on every way there, while %s%s: read it before, or another variable",
                what,
                variable,
                state.stage().words(),
                SharedVariable.isPassing(variable) ? " (it is gone as soon as the case waits)" : "");
    }

    private void reportOutOfPlace(Node node, String delegate, String why) {
        findings.error(
                node.id(),
                Rule.STEP_OUT_OF_PLACE,
                "%s calls %s, which cannot be done here, since %s: see docs/processes/contract.md for its place",
                node.title(),
                delegate,
                why);
    }
}
