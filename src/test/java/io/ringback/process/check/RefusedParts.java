package io.ringback.process.check;

import static io.ringback.process.check.EditedModel.callbackCase;
import static io.ringback.process.check.EditedModel.flow;
import static io.ringback.process.check.EditedModel.retryPolicy;

import io.ringback.process.check.rule.Rule;
import java.util.List;
import java.util.stream.Stream;

/** Decisions and forms that are not there, texts that are too long, and what hangs in the air. */
public final class RefusedParts {

    private RefusedParts() {}

    static Stream<Refusal> all() {
        return Stream.of(otherFiles(), texts(), drawing(), refusedByTheEngine()).flatMap(rows -> rows);
    }

    private static Stream<Refusal> otherFiles() {
        return Stream.of(
                Refusal.of(
                        "a decision that there is not",
                        callbackCase().set("task_decideRetry", "camunda:decisionRef", "retryPolicies"),
                        "task_decideRetry",
                        Rule.DECISION_MISSING),
                Refusal.of(
                        "no decision at all",
                        callbackCase().without("task_decideRetry", "camunda:decisionRef"),
                        "task_decideRetry",
                        Rule.DECISION_MISSING),
                Refusal.of(
                        "an output that the decision does not give",
                        callbackCase().with("decisionResult[0].giveUp", "decisionResult[0].stop"),
                        "task_decideRetry",
                        Rule.DECISION_OUTPUT),
                new Refusal(
                        "an output renamed in the decision",
                        List.of(callbackCase(), retryPolicy().with("name=\"giveUp\"", "name=\"stop\"")),
                        "task_decideRetry",
                        Rule.DECISION_OUTPUT),
                Refusal.of(
                        "another output in place of one that is needed",
                        callbackCase().with("outputParameter name=\"retryAfter\"", "outputParameter name=\"after\""),
                        "task_compareWithExpiry",
                        Rule.VARIABLE_NOT_SET),
                Refusal.of(
                        "the whole result as a variable",
                        callbackCase().set("task_decideRetry", "camunda:resultVariable", "retry"),
                        "task_decideRetry",
                        Rule.DECISION_OUTPUT),
                Refusal.of(
                        "a decision of a fixed version",
                        callbackCase().set("task_decideRetry", "camunda:decisionRefBinding", "version"),
                        "task_decideRetry",
                        Rule.REFERENCE),
                Refusal.of(
                        "a decision before there is an outcome",
                        callbackCase()
                                .onFlow(
                                        "flow_registered",
                                        "task_early",
                                        "<bpmn:businessRuleTask id='task_early' camunda:decisionRef='retryPolicy'/>"),
                        "task_early",
                        Rule.VARIABLE_NOT_SET),
                Refusal.of(
                        "a form that there is not",
                        callbackCase().set("task_recordOutcome", "camunda:formRef", "callClassificaton"),
                        "task_recordOutcome",
                        Rule.FORM_MISSING),
                Refusal.of(
                        "a task of the call without its form",
                        callbackCase().without("task_talkToCustomer", "camunda:formRef"),
                        "task_talkToCustomer",
                        Rule.FORM_MISSING),
                Refusal.of(
                        "a form of the deployment, where forms are not",
                        callbackCase().set("task_callCustomer", "camunda:formRefBinding", "deployment"),
                        "task_callCustomer",
                        Rule.REFERENCE));
    }

    private static Stream<Refusal> texts() {
        return Stream.of(
                Refusal.of(
                        "a name longer than its column",
                        callbackCase().set("task_callCustomer", "name", "Call ".repeat(52)),
                        "task_callCustomer",
                        Rule.TEXT_LENGTH),
                Refusal.of(
                        "a name of the process longer than its column",
                        callbackCase().set("callbackCase", "name", "C".repeat(256)),
                        "callbackCase",
                        Rule.TEXT_LENGTH),
                Refusal.of(
                        "a description longer than its column",
                        callbackCase()
                                .prepend(
                                        "task_recordOutcome",
                                        "<bpmn:documentation>" + "x".repeat(4001) + "</bpmn:documentation>"),
                        "task_recordOutcome",
                        Rule.TEXT_LENGTH),
                Refusal.of(
                        "a version tag longer than its column",
                        callbackCase().set("callbackCase", "camunda:versionTag", "v".repeat(65)),
                        "callbackCase",
                        Rule.TEXT_LENGTH),
                Refusal.of(
                        "a group longer than its column",
                        callbackCase().set("task_callCustomer", "camunda:candidateGroups", "a," + "g".repeat(256)),
                        "task_callCustomer",
                        Rule.TEXT_LENGTH),
                Refusal.of(
                        "an id longer than its column",
                        callbackCase().with("\"task_markOverdue\"", "\"" + "t".repeat(256) + "\""),
                        "t".repeat(255),
                        Rule.TEXT_LENGTH),
                Refusal.of(
                        "a time to live beyond the integer",
                        callbackCase().set("callbackCase", "camunda:historyTimeToLive", "P99999999999D"),
                        "callbackCase",
                        Rule.TIME_TO_LIVE),
                Refusal.of(
                        "a time to live of millions of years",
                        callbackCase().set("callbackCase", "camunda:historyTimeToLive", "2147483647"),
                        "callbackCase",
                        Rule.TIME_TO_LIVE),
                Refusal.of(
                        "a wordy time to live",
                        callbackCase().set("callbackCase", "camunda:historyTimeToLive", "one month"),
                        "callbackCase",
                        Rule.TIME_TO_LIVE),
                Refusal.of(
                        "a wordy priority",
                        callbackCase().set("task_callCustomer", "camunda:priority", "high"),
                        "task_callCustomer",
                        Rule.NUMBER));
    }

    private static Stream<Refusal> drawing() {
        return Stream.of(
                Refusal.of(
                        "a gateway without a way on",
                        callbackCase()
                                .without("gateway_callableYet", "default")
                                .append(
                                        "flow_callableNow",
                                        "<bpmn:conditionExpression xsi:type='bpmn:tFormalExpression'>#{callable == 'LATER'}"
                                                + "</bpmn:conditionExpression>"),
                        "gateway_callableYet",
                        Rule.NO_WAY_ON),
                Refusal.of(
                        "a flow without a condition that is not the default",
                        callbackCase().without("gateway_resolved", "default"),
                        "flow_resolvedNo",
                        Rule.GATEWAY),
                Refusal.of(
                        "a default flow of another gateway",
                        callbackCase().set("gateway_resolved", "default", "flow_giveUpNo"),
                        "gateway_resolved",
                        Rule.REFERENCE),
                Refusal.of(
                        "an island",
                        callbackCase()
                                .append(
                                        "callbackCase",
                                        "<bpmn:task id='task_island'/><bpmn:endEvent id='end_island'/>"
                                                + flow("flow_island", "task_island", "end_island")),
                        "task_island",
                        Rule.UNREACHABLE),
                Refusal.of(
                        "a flow from nowhere",
                        callbackCase().set("flow_resolved", "sourceRef", "task_closed"),
                        "flow_resolved",
                        Rule.REFERENCE),
                Refusal.of(
                        "a flow over the edge of a subprocess",
                        callbackCase().set("flow_savedAfterCall", "targetRef", "gateway_resolved"),
                        "flow_savedAfterCall",
                        Rule.REFERENCE),
                Refusal.of(
                        "an id that is there twice",
                        callbackCase().append("callbackCase", "<bpmn:textAnnotation id='task_callCustomer'/>"),
                        "task_callCustomer",
                        Rule.DUPLICATE_ID),
                Refusal.of(
                        "a start by the clock",
                        callbackCase()
                                .append(
                                        "callbackCase",
                                        "<bpmn:startEvent id='timer_start'>" + RefusedTimers.timer("P1D")
                                                + "</bpmn:startEvent>"
                                                + flow("flow_start", "timer_start", "task_registerCallback")),
                        "timer_start",
                        Rule.START),
                Refusal.of(
                        "a process that is not executable",
                        callbackCase().set("callbackCase", "isExecutable", "false"),
                        "callbackCase",
                        Rule.START),
                Refusal.of(
                        "another process by the same message",
                        new EditedModel("other.bpmn", other()),
                        "start_other",
                        Rule.START),
                Refusal.of(
                        "a process for some lists that misses a message",
                        callbackCase()
                                .named("salesCase.bpmn")
                                .with("\"callbackCase\"", "\"salesCase\"")
                                .withoutElement("event_released")
                                .withoutElement("flow_released"),
                        "salesCase",
                        Rule.MESSAGE_MISSING),
                Refusal.of(
                        "a step without a delegate",
                        callbackCase().without("task_closeResolved", "camunda:delegateExpression"),
                        "task_closeResolved",
                        Rule.DELEGATE),
                Refusal.of(
                        "a process with another id",
                        callbackCase().with("id=\"callbackCase\"", "id=\"callbackCase2\""),
                        "callbackCase",
                        Rule.PROCESS_MISSING));
    }

    private static Stream<Refusal> refusedByTheEngine() {
        return Stream.of(
                Refusal.of(
                        "a shape of what is gone",
                        callbackCase().append("plane_callbackCase", """
                                <bpmndi:BPMNShape id="task_gone_di" bpmnElement="task_gone">
                                <dc:Bounds x="1" y="2" width="3" height="4"/></bpmndi:BPMNShape>"""),
                        "task_gone_di",
                        Rule.REFERENCE),
                Refusal.of(
                        "an edge of what is gone",
                        callbackCase().append("plane_callbackCase", """
                                <bpmndi:BPMNEdge id="flow_gone_di" bpmnElement="flow_gone">
                                <di:waypoint x="1" y="2"/><di:waypoint x="3" y="4"/></bpmndi:BPMNEdge>"""),
                        "flow_gone_di",
                        Rule.REFERENCE),
                Refusal.of(
                        "a shape of nothing",
                        callbackCase().without("task_callCustomer_di", "bpmnElement"),
                        "task_callCustomer_di",
                        Rule.REFERENCE),
                Refusal.of(
                        "a drawing of another process",
                        callbackCase().set("plane_callbackCase", "bpmnElement", "otherCase"),
                        "plane_callbackCase",
                        Rule.REFERENCE),
                Refusal.of(
                        "a form of no version",
                        callbackCase().without("task_callCustomer", "camunda:formRefBinding"),
                        "task_callCustomer",
                        Rule.REFERENCE),
                Refusal.of(
                        "a compensation",
                        callbackCase().set("task_offerCallback", "isForCompensation", "true"),
                        "task_offerCallback",
                        Rule.ATTRIBUTE),
                Refusal.of(
                        "an output without a name",
                        callbackCase().with("outputParameter name=\"giveUp\"", "outputParameter"),
                        "task_decideRetry",
                        Rule.OUTPUT),
                Refusal.of(
                        "starters by an expression",
                        callbackCase().set("callbackCase", "camunda:candidateStarterGroups", "#{agentId}"),
                        "callbackCase",
                        Rule.EXPRESSION),
                Refusal.of(
                        "a wordy priority of steps",
                        callbackCase().set("callbackCase", "camunda:taskPriority", "high"),
                        "callbackCase",
                        Rule.NUMBER),
                Refusal.of(
                        "a condition behind a task",
                        callbackCase()
                                .withoutElement("gateway_giveUp")
                                .withoutElement("flow_retryDecided")
                                .set("flow_giveUpYes", "sourceRef", "task_decideRetry")
                                .set("flow_giveUpNo", "sourceRef", "task_decideRetry")
                                .set("task_decideRetry", "default", "flow_giveUpNo"),
                        "flow_giveUpYes",
                        Rule.GATEWAY));
    }

    private static String other() {
        return """
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="d" targetNamespace="own">
                  <bpmn:process id="other" isExecutable="true" camunda:historyTimeToLive="P1D">
                    <bpmn:startEvent id="start_other"><bpmn:messageEventDefinition messageRef="m"/></bpmn:startEvent>
                  </bpmn:process>
                  <bpmn:message id="m" name="message_receivingSwitchedOn"/>
                </bpmn:definitions>""";
    }
}
