package io.ringback.process.check;

import static io.ringback.process.check.EditedModel.shipped;

import io.ringback.process.check.rule.Rule;
import java.util.stream.Stream;

/** Receptions that would leave their agent waiting. */
final class RefusedReceptions {

    private RefusedReceptions() {}

    static Stream<Refusal> all() {
        return Stream.of(
                Refusal.of(
                        "a reception that ends by itself",
                        reception()
                                .leading("flow_callbackClosed", "end_done")
                                .append("agentReception", "<bpmn:endEvent id='end_done'/>"),
                        "end_done",
                        Rule.END),
                Refusal.of(
                        "a reception that pauses between callbacks",
                        reception()
                                .onFlow(
                                        "flow_callbackClosed",
                                        "timer_pause",
                                        "<bpmn:intermediateCatchEvent id='timer_pause'>" + RefusedTimers.timer("PT1M")
                                                + "</bpmn:intermediateCatchEvent>"),
                        "timer_pause",
                        Rule.WAIT),
                Refusal.of(
                        "a reception that allocates later",
                        reception().set("task_allocateCallback", "camunda:asyncBefore", "true"),
                        "task_allocateCallback",
                        Rule.WAIT),
                Refusal.of(
                        "a stop that does not release",
                        reception().leading("flow_stopReceiving", "end_receptionEnded"),
                        "end_receptionEnded",
                        Rule.END),
                Refusal.of(
                        "a stop that does not interrupt",
                        reception().set("event_stopReceiving", "isInterrupting", "false"),
                        "event_stopReceiving",
                        Rule.INTERRUPTING),
                Refusal.of(
                        "waiting for the wrong word",
                        reception().with("name=\"yes\"", "name=\"no\"").with("#{callbackFound}", "#{!callbackFound}"),
                        "event_callbackClosed",
                        Rule.MESSAGE_NOT_CAUGHT),
                Refusal.of(
                        "a loop that allocates for ever",
                        reception().leading("flow_callbackFoundNo", "gateway_allocate"),
                        "gateway_allocate",
                        Rule.LOOP),
                Refusal.of(
                        "a variable of the case",
                        reception().with("#{callbackFound}", "#{giveUp}"),
                        "flow_callbackFoundYes",
                        Rule.VARIABLE_NOT_SET));
    }

    private static EditedModel reception() {
        return shipped("agentReception.bpmn");
    }
}
