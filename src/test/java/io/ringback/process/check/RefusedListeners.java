package io.ringback.process.check;

import static io.ringback.process.check.EditedModel.callbackCase;

import io.ringback.process.check.rule.Rule;
import java.util.stream.Stream;

/** Listeners where the engine would call them at other times than drawn, or not at all. */
public final class RefusedListeners {

    private RefusedListeners() {}

    static Stream<Refusal> all() {
        return Stream.of(
                listening("a listener on a flow", "flow_resolvedNo", "take", "resolveCallbackDelegate"),
                listening("a listener to the start of the process", "callbackCase", "start", "expireCallbackDelegate"),
                listening("a listener to the end of the process", "callbackCase", "end", "resolveCallbackDelegate"),
                listening("a listener to the end of what is interrupted", "task_callCustomer", "end", "giveUpDelegate"),
                listening(
                        "a listener to the start of an event on an edge", "event_released", "start", "giveUpDelegate"),
                listening("a listener to the start of the start", "start_callbackRequested", "start", "giveUpDelegate"),
                listening("a listener behind a gateway of events", "event_allocated", "start", "giveUpDelegate"),
                listening("a listener to an event subprocess", "subprocess_due", "start", "giveUpDelegate"),
                listening("a listener to a beginning", "task_offerCallback", "begin", "markOverdueDelegate"),
                Refusal.of(
                        "a listener to no event",
                        callbackCase()
                                .prepend(
                                        "task_offerCallback",
                                        "<bpmn:extensionElements><camunda:executionListener"
                                                + " delegateExpression='#{markOverdueDelegate}'/></bpmn:extensionElements>"),
                        "task_offerCallback",
                        Rule.LISTENER),
                taskListening("create"),
                taskListening("done"),
                taskListening("timeout"));
    }

    private static Refusal taskListening(String event) {
        return Refusal.of(
                "a listener to the task: " + event,
                callbackCase().prepend("task_callCustomer", listener("taskListener", event, "markOverdueDelegate")),
                "task_callCustomer",
                Rule.LISTENER);
    }

    private static Refusal listening(String name, String element, String event, String delegate) {
        return Refusal.of(
                name,
                callbackCase().prepend(element, listener("executionListener", event, delegate)),
                element,
                Rule.LISTENER);
    }

    public static String listener(String kind, String event, String delegate) {
        return "<bpmn:extensionElements><camunda:%s event='%s' delegateExpression='#{%s}'/></bpmn:extensionElements>"
                .formatted(kind, event, delegate);
    }
}
