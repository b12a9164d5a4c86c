package io.ringback.process.check;

import static io.ringback.process.check.EditedModel.callbackCase;

import io.ringback.process.check.rule.Rule;
import java.util.stream.Stream;

/** Conditions, inputs and outputs that name what there is not. */
final class RefusedExpressions {

    private RefusedExpressions() {}

    static Stream<Refusal> all() {
        return Stream.concat(conditions(), values());
    }

    private static Stream<Refusal> conditions() {
        return Stream.of(
                condition(
                        "a misspelt variable",
                        "#{callStatus == 'ANSWERED'}",
                        "#{callStatsu == 'ANSWERED'}",
                        "flow_resolvedYes",
                        Rule.UNKNOWN_VARIABLE),
                condition(
                        "a variable in other letters",
                        "#{giveUp}",
                        "#{giveup}",
                        "flow_giveUpYes",
                        Rule.UNKNOWN_VARIABLE),
                condition("an unknown variable", "#{related}", "#{vip}", "flow_relatedYes", Rule.UNKNOWN_VARIABLE),
                condition(
                        "an unknown variable behind and",
                        "#{giveUp}",
                        "#{giveUp and amount &gt; 3}",
                        "flow_giveUpYes",
                        Rule.UNKNOWN_VARIABLE),
                condition(
                        "an unknown variable in parentheses",
                        "#{giveUp}",
                        "#{not (giveUp or urgent)}",
                        "flow_giveUpYes",
                        Rule.UNKNOWN_VARIABLE),
                condition(
                        "emptiness of an unknown variable",
                        "#{giveUp}",
                        "#{empty lastDate}",
                        "flow_giveUpYes",
                        Rule.UNKNOWN_VARIABLE),
                condition(
                        "a status as condition",
                        "#{callStatus == 'ANSWERED'}",
                        "#{callStatus}",
                        "flow_resolvedYes",
                        Rule.VARIABLE_KIND),
                condition("a number as condition", "#{giveUp}", "#{attempts}", "flow_giveUpYes", Rule.VARIABLE_KIND),
                condition(
                        "a negated text as condition",
                        "#{giveUp}",
                        "#{!retryAfter}",
                        "flow_giveUpYes",
                        Rule.VARIABLE_KIND),
                condition("a word as condition", "#{giveUp}", "giveUp", "flow_giveUpYes", Rule.EXPRESSION),
                condition(
                        "a variable of a step that comes later",
                        "#{related}",
                        "#{giveUp}",
                        "flow_relatedYes",
                        Rule.VARIABLE_NOT_SET),
                condition(
                        "an outcome before there is one",
                        "#{callable == 'LATER'}",
                        "#{callStatus == 'BUSY'}",
                        "flow_callableLater",
                        Rule.VARIABLE_NOT_SET),
                condition(
                        "a variable of the other process",
                        "#{related}",
                        "#{callbackFound}",
                        "flow_relatedYes",
                        Rule.VARIABLE_NOT_SET));
    }

    private static Stream<Refusal> values() {
        return Stream.of(
                condition(
                        "a status that there is not",
                        "#{callStatus == 'ANSWERED'}",
                        "#{callStatus == 'ANSWERD'}",
                        "flow_resolvedYes",
                        Rule.VALUE),
                condition(
                        "a status in small letters",
                        "#{callStatus == 'ANSWERED'}",
                        "#{callStatus != 'answered'}",
                        "flow_resolvedYes",
                        Rule.VALUE),
                condition(
                        "a status of something else",
                        "#{callable == 'LATER'}",
                        "#{callable == 'SCHEDULED'}",
                        "flow_callableLater",
                        Rule.VALUE),
                condition(
                        "a status that is a number",
                        "#{callStatus == 'ANSWERED'}",
                        "#{callStatus == 1}",
                        "flow_resolvedYes",
                        Rule.VALUE),
                condition(
                        "a status in an order",
                        "#{callStatus == 'ANSWERED'}",
                        "#{callStatus &gt; 'ANSWERED'}",
                        "flow_resolvedYes",
                        Rule.VALUE),
                condition("a number in quotes", "#{giveUp}", "#{attempts &gt;= '3'}", "flow_giveUpYes", Rule.VALUE),
                condition("a truth that is a word", "#{giveUp}", "#{giveUp == 'yes'}", "flow_giveUpYes", Rule.VALUE),
                condition(
                        "a date compared with a text",
                        "#{giveUp}",
                        "#{expiresAt &lt; '2027-01-01'}",
                        "flow_giveUpYes",
                        Rule.VALUE),
                Refusal.of(
                        "an unknown variable as assignee",
                        callbackCase().set("task_callCustomer", "camunda:assignee", "#{agent}"),
                        "task_callCustomer",
                        Rule.UNKNOWN_VARIABLE),
                Refusal.of(
                        "an unknown variable in the name of a task",
                        callbackCase().set("task_callCustomer", "name", "#{customer}"),
                        "task_callCustomer",
                        Rule.UNKNOWN_VARIABLE),
                Refusal.of(
                        "an unknown variable in an input",
                        callbackCase()
                                .append(
                                        "task_scheduleRetry",
                                        extension(
                                                "<camunda:inputParameter name='note'>#{remark}</camunda:inputParameter>")),
                        "task_scheduleRetry",
                        Rule.UNKNOWN_VARIABLE),
                Refusal.of(
                        "an output over a variable of the server",
                        callbackCase()
                                .append(
                                        "task_registerCallback",
                                        extension(
                                                "<camunda:outputParameter name='callable'>LATER</camunda:outputParameter>")),
                        "task_registerCallback",
                        Rule.OUTPUT),
                Refusal.of(
                        "a wordy delay as output",
                        callbackCase().with("#{decisionResult[0].retryAfter}", "ten minutes"),
                        "task_decideRetry",
                        Rule.OUTPUT),
                Refusal.of(
                        "an input that hides who has it in hand",
                        callbackCase()
                                .append(
                                        "task_stopReception",
                                        extension(
                                                "<camunda:inputParameter name='agentId'>anna</camunda:inputParameter>")),
                        "task_stopReception",
                        Rule.OUTPUT));
    }

    static String extension(String parameters) {
        return "<bpmn:extensionElements><camunda:inputOutput>%s</camunda:inputOutput></bpmn:extensionElements>"
                .formatted(parameters);
    }

    private static Refusal condition(String name, String shipped, String edited, String element, Rule rule) {
        return Refusal.of(name, callbackCase().with(shipped, edited), element, rule);
    }
}
