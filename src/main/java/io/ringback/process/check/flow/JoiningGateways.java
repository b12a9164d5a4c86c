package io.ringback.process.check.flow;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Gateways that wait until several paths that went on at once have come, and the forks at which those parted. */
final class JoiningGateways {

    private static final Set<String> CHOOSING = Set.of("exclusiveGateway", "eventBasedGateway");
    private static final Set<String> WAITING =
            Set.of("userTask", "receiveTask", "intermediateCatchEvent", "eventBasedGateway");

    private JoiningGateways() {}

    /** Whether it waits for the paths that lead to it. */
    static boolean isJoin(FlowNode node) {
        return node.in().size() > 1 && (node.is("parallelGateway") || node.is("inclusiveGateway"));
    }

    /** The nodes from which several paths lead to the join at once. */
    static List<FlowNode> forks(FlowNode join) {
        var before = before(join);
        return before.stream()
                .filter(node -> !CHOOSING.contains(node.type()))
                .filter(node -> node.out().stream()
                                .filter(link -> link.to() == join || before.contains(link.to()))
                                .count()
                        > 1)
                .toList();
    }

    /** Whether one of the paths between its fork and the join waits for something. */
    static boolean waits(FlowNode join) {
        return forks(join).stream()
                .anyMatch(fork -> between(fork, join).stream().anyMatch(JoiningGateways::isWait));
    }

    private static boolean isWait(FlowNode node) {
        return WAITING.contains(node.type())
                || node.isAsyncBefore()
                || node.isAsyncAfter()
                || node.inside().stream().anyMatch(inner -> !inner.isEventSubProcess() && isWait(inner));
    }

    private static Set<FlowNode> between(FlowNode fork, FlowNode join) {
        var ahead = new HashSet<FlowNode>();
        var open = new ArrayDeque<FlowNode>();
        fork.out().forEach(link -> open.add(link.to()));
        while (!open.isEmpty()) {
            var node = open.remove();
            if (node != join && node != fork && ahead.add(node)) {
                node.out().forEach(link -> open.add(link.to()));
            }
        }
        ahead.retainAll(before(join));
        return ahead;
    }

    /** The nodes of the same scope from which flows lead to this one. */
    private static Set<FlowNode> before(FlowNode target) {
        var before = new HashSet<FlowNode>();
        var open = new ArrayDeque<FlowNode>();
        open.add(target);
        while (!open.isEmpty()) {
            for (var link : open.remove().in()) {
                if (before.add(link.from())) {
                    open.add(link.from());
                }
            }
        }
        return before;
    }
}
