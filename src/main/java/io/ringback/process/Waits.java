package io.ringback.process;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.operaton.bpm.engine.impl.bpmn.parser.EventSubscriptionDeclaration;
import org.operaton.bpm.engine.impl.jobexecutor.TimerDeclarationImpl;
import org.operaton.bpm.engine.impl.pvm.process.ActivityImpl;
import org.operaton.bpm.engine.impl.pvm.process.ScopeImpl;

/** What an instance waits for at an element, as its model says. */
final class Waits {

    /** Those that an instance passes, or that stand for what it waits for elsewhere. */
    private static final Set<String> NOT_WAITED_AT = Set.of(
            "startEvent",
            "messageStartEvent",
            "startTimerEvent",
            "exclusiveGateway",
            "parallelGateway",
            "inclusiveGateway",
            "serviceTask",
            "sendTask",
            "scriptTask",
            "businessRuleTask",
            "noneEndEvent",
            "messageEndEvent",
            "escalationEndEvent",
            "errorEndEvent",
            "terminateEndEvent",
            "intermediateMessageThrowEvent",
            "intermediateNoneThrowEvent",
            "intermediateEscalationThrowEvent",
            "subProcess");

    private Waits() {}

    static String kind(ActivityImpl activity) {
        return String.valueOf(activity.getProperty("type"));
    }

    /** Whether instances can be found waiting there, as far as its kind tells. */
    static boolean isPlace(ActivityImpl activity) {
        var kind = kind(activity);
        return !NOT_WAITED_AT.contains(kind)
                && !kind.startsWith("boundary")
                && !kind.endsWith("StartEvent")
                && !isAfterGateway(activity);
    }

    private static boolean isAfterGateway(ActivityImpl activity) {
        return activity.getEventScope() instanceof ActivityImpl gateway
                && kind(gateway).equals("eventBasedGateway");
    }

    /** The messages that are caught while it waits there: by the element, on its edge, and around it. */
    static Set<String> messages(ActivityImpl activity) {
        var messages = new TreeSet<String>();
        for (ScopeImpl scope = activity; scope != null; scope = scope.getFlowScope()) {
            for (var word :
                    EventSubscriptionDeclaration.getDeclarationsForScope(scope).values()) {
                if (!word.isStartEvent() && word.hasEventName()) {
                    messages.add(word.getUnresolvedEventName());
                }
            }
        }
        return messages;
    }

    /** Whether the element itself ends its wait at some time. */
    static boolean hasTimer(ActivityImpl activity) {
        return !TimerDeclarationImpl.getDeclarationsForScope(activity).isEmpty();
    }

    /** Those that are caught at one and not at the other. */
    static Set<String> missing(ActivityImpl from, ActivityImpl to) {
        var missing = new HashSet<>(messages(from));
        missing.removeAll(messages(to));
        return new TreeSet<>(missing);
    }
}
