package io.ringback.process.check.flow;

import io.ringback.platform.input.GroupName;
import io.ringback.process.check.bpmn.AllowedExpression;
import io.ringback.process.check.bpmn.Extensions;
import io.ringback.process.check.rule.Findings;
import io.ringback.process.check.rule.Rule;
import io.ringback.process.check.rule.TextLength;
import java.util.List;
import java.util.regex.Pattern;

/** A task that is none of the call must be for somebody: only groups that accounts can be in see it. */
class TaskGroups {

    private static final Pattern GROUP = Pattern.compile(GroupName.PATTERN);

    private final ProcessGraph graph;
    private final Findings findings;

    TaskGroups(ProcessGraph graph, Findings findings) {
        this.graph = graph;
        this.findings = findings;
    }

    void check() {
        graph.nodes().values().stream()
                .filter(node -> node.is("userTask") && !WaitRules.isCallTask(graph, node))
                .forEach(this::check);
    }

    private void check(FlowNode node) {
        var groups = groups(node);
        groups.stream()
                .filter(group -> !AllowedExpression.isIn(group))
                .filter(group -> !GROUP.matcher(group).matches())
                .forEach(group -> findings.error(
                        node.id(),
                        Rule.TASK_UNSEEN,
                        "%s is for the group '%s', which no account can be in, so that nobody would ever see it: call the group"
                                + " by at most 64 letters, digits, spaces, dots, hyphens and underscores",
                        node.title(),
                        TextLength.quoted(group)));
        if (groups.size() > GroupName.MOST) {
            findings.error(
                    node.id(),
                    Rule.TASK_UNSEEN,
                    "%s is for more than %s groups: let some of them be one",
                    node.title(),
                    GroupName.MOST);
        }
    }

    private static List<String> groups(FlowNode node) {
        var text = Extensions.attribute(node.element(), "candidateGroups").strip();
        return text.isEmpty() || AllowedExpression.isIn(text)
                ? List.of()
                : Pattern.compile(",").splitAsStream(text).map(String::strip).toList();
    }
}
