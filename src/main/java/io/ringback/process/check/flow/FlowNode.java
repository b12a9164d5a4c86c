package io.ringback.process.check.flow;

import static io.ringback.process.check.bpmn.BpmnVocabulary.BPMN;

import io.ringback.process.check.bpmn.Extensions;
import io.ringback.process.check.xml.SafeXml;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * A task, gateway, event or subprocess of a process, with what leads to and from it.
 *
 * @param scope the subprocess it lies in; null for the process itself
 */
record FlowNode(
        String id,
        Element element,
        @Nullable FlowNode scope,
        List<SequenceFlow> out,
        List<SequenceFlow> in,
        List<FlowNode> boundary,
        List<FlowNode> inside) {

    private static final Set<String> ACTIVITIES = Set.of(
            "task",
            "userTask",
            "serviceTask",
            "businessRuleTask",
            "receiveTask",
            "manualTask",
            "subProcess",
            "scriptTask",
            "sendTask",
            "callActivity",
            "transaction",
            "adHocSubProcess");

    static FlowNode of(Element element, @Nullable FlowNode scope) {
        return new FlowNode(
                element.getAttribute("id"),
                element,
                scope,
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>());
    }

    String type() {
        return element.getLocalName();
    }

    boolean is(String type) {
        return type().equals(type);
    }

    boolean isActivity() {
        return ACTIVITIES.contains(type());
    }

    /** A subprocess that an event starts. */
    boolean isEventSubProcess() {
        return is("subProcess") && Boolean.parseBoolean(element.getAttribute("triggeredByEvent"));
    }

    /** Whether it ends what it stands on, or the scope around it, when it occurs. */
    boolean interrupts() {
        var attribute = is("boundaryEvent") ? "cancelActivity" : "isInterrupting";
        return !element.getAttribute(attribute).equals("false");
    }

    boolean isAsyncBefore() {
        return isTrue("asyncBefore") || isTrue("async");
    }

    boolean isAsyncAfter() {
        return isTrue("asyncAfter");
    }

    private boolean isTrue(String attribute) {
        return Extensions.attribute(element, attribute).equals("true");
    }

    /** What kind of event it is, such as {@code timerEventDefinition}; empty for none of a kind. */
    Optional<Element> definition(String kind) {
        return SafeXml.children(element).stream()
                .filter(child -> child.getLocalName().equals(kind) && BPMN.equals(child.getNamespaceURI()))
                .findFirst();
    }

    /** The name with the id, as people find it in the picture. */
    String title() {
        var name = element.getAttribute("name").strip();
        return name.isEmpty() ? id : "'%s' (%s)".formatted(name.length() > 60 ? name.substring(0, 60) + "…" : name, id);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    @Override
    public String toString() {
        return id;
    }

    /** The text of its timer, such as {@code #{dueAt}}; empty if it has none. */
    Optional<String> timer() {
        return definition("timerEventDefinition")
                .flatMap(definition -> SafeXml.children(definition).stream()
                        .filter(child -> BPMN.equals(child.getNamespaceURI())
                                && child.getLocalName().startsWith("time"))
                        .findFirst())
                .map(SafeXml::ownText);
    }
}
