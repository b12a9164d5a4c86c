package io.ringback.process.check.flow;

import io.ringback.process.check.bpmn.Condition;
import io.ringback.process.check.bpmn.ConditionParser;
import io.ringback.process.check.bpmn.Truth;
import io.ringback.process.check.rule.Findings;
import io.ringback.process.check.rule.Rule;
import io.ringback.process.contract.Interplay;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Chooses the flows on which a path goes on out of a node: by their conditions, or all at once. */
class PathFlows {

    private final ProcessGraph graph;
    private final Interplay interplay;
    private final PathSteps steps;
    private final PathWaits waits;
    private final PathWalk walk;
    private final Findings findings;
    private final CaseSteps caseSteps;
    private final Map<SequenceFlow, Optional<Condition>> conditions = new HashMap<>();

    PathFlows(
            ProcessGraph graph,
            Interplay interplay,
            PathSteps steps,
            PathWaits waits,
            PathWalk walk,
            Findings findings) {
        this.graph = graph;
        this.interplay = interplay;
        this.steps = steps;
        this.waits = waits;
        this.walk = walk;
        this.findings = findings;
        this.caseSteps = new CaseSteps(graph, interplay);
    }

    void choose(FlowNode node, PathState state) {
        walk.spend(node.out().size() / 4);
        if (!areSet(node, state)) {
            return;
        }
        if (JoiningGateways.isJoin(node) && (isAbsorbed(node, state) || !waits.mayJoin(node, state))) {
            return;
        }
        switch (node.type()) {
            case "exclusiveGateway" -> one(node, state);
            case "parallelGateway" -> fork(node, node.out(), state);
            default -> several(node, state);
        }
    }

    /** A path beside the case ends where it comes to it again. */
    private boolean isAbsorbed(FlowNode join, PathState state) {
        return state.isAside() && state.aside().equals(waits.scopeOf(join));
    }

    private void one(FlowNode node, PathState state) {
        SequenceFlow otherwise = null;
        for (var link : node.out()) {
            if (link.isDefault()) {
                otherwise = link;
                continue;
            }
            var truth = truth(link, state);
            if (truth != Truth.NO) {
                walk.arrive(link.to(), state);
            }
            if (truth == Truth.YES) {
                return;
            }
        }
        otherwise(node, Optional.ofNullable(otherwise), state);
    }

    private void otherwise(FlowNode node, Optional<SequenceFlow> link, PathState state) {
        link.ifPresentOrElse(
                found -> walk.arrive(found.to(), state),
                () -> findings.error(
                        node.id(),
                        Rule.NO_WAY_ON,
                        "%s has no way on when none of its conditions is true%s: make one of its flows the default flow",
                        node.title(),
                        state.facts().isEmpty() ? "" : ", for instance with " + state.facts()));
    }

    /** Inclusive gateways, and tasks and events with several flows: each flow whose condition is true. */
    private void several(FlowNode node, PathState state) {
        var taken = new ArrayList<SequenceFlow>();
        var sure = false;
        SequenceFlow otherwise = null;
        for (var link : node.out()) {
            if (link.isDefault()) {
                otherwise = link;
                continue;
            }
            var truth = truth(link, state);
            sure |= truth == Truth.YES;
            if (truth != Truth.NO) {
                taken.add(link);
            }
        }
        if (!sure) {
            otherwise(node, Optional.ofNullable(otherwise), state);
        }
        fork(node, taken, state);
    }

    /** The engine goes on with no flow when it cannot evaluate the condition of one. */
    private boolean areSet(FlowNode node, PathState state) {
        var areSet = true;
        for (var link : node.out()) {
            var condition = condition(link);
            if (condition.isPresent()) {
                areSet &= steps.requireSet(link.id(), "its condition", condition.get(), state);
            }
        }
        return areSet;
    }

    private Truth truth(SequenceFlow link, PathState state) {
        return link.hasCondition()
                ? condition(link)
                        .map(condition -> condition.given(state.facts()))
                        .orElse(Truth.MAYBE)
                : Truth.YES;
    }

    private Optional<Condition> condition(SequenceFlow link) {
        return conditions.computeIfAbsent(link, asked -> ConditionParser.parse(asked.condition()));
    }

    /** All of the flows at once: one of them carries the case, the others run beside it. */
    private void fork(FlowNode node, List<SequenceFlow> flows, PathState state) {
        if (flows.size() < 2 || state.isAside() || interplay.ends().contains(state.stage())) {
            flows.forEach(link -> walk.arrive(link.to(), state));
            return;
        }
        walk.spend(flows.size());
        var carrying =
                flows.stream().filter(link -> caseSteps.isAhead(link.to())).toList();
        if (carrying.size() > 1) {
            findings.error(
                    node.id(),
                    Rule.PATHS_AT_ONCE,
                    "%s lets several paths go on with the case at once (%s): let one carry it, and draw the others so that"
                            + " they join before, or only begin when it is closed",
                    node.title(),
                    carrying);
        }
        var first = carrying.isEmpty() ? flows.get(0) : carrying.get(0);
        flows.forEach(link -> walk.arrive(link.to(), link == first ? state : state.beside(waits.scopeOf(node))));
    }
}
