package io.ringback.process.check;

import static io.ringback.process.check.EditedModel.callbackCase;

import java.util.Map;
import java.util.TreeMap;

/** Variables and times of their own that designers may use, by what they are. */
public final class FreeKinds {

    private static final String TO_CALL = "subprocess_handleCallback";

    private FreeKinds() {}

    public static Map<String, EditedModel> all() {
        var models = new TreeMap<String, EditedModel>();
        models.put("half an hour until the expiry", RefusedLimits.lasting("timer_expired", "PT30M"));
        models.put("a minute until the expiry", RefusedLimits.lasting("timer_expired", "PT1M"));
        models.put("half a minute for the call", RefusedLimits.lasting("timer_noCallMade", "PT30S"));
        models.put("an hour in a call", RefusedLimits.lasting("timer_callTooLong", "PT1H"));
        models.put("ten minutes to save", RefusedLimits.lasting("timer_windowLeftOpen", "PT10M"));
        models.put("an expiry at the due time", callbackCase().with("#{expiresAt}", "#{dueAt}"));
        models.put("a duration in a variable", given("PT30M").with("#{autoStopAt}", "#{x}"));
        models.put(
                "a copy of the contract's time",
                given("#{autoStopAt}").with("#{autoStopAt}</bpmn:timeDate>", "#{x}</bpmn:timeDate>"));
        models.put(
                "a stop of the call at the expiry",
                callbackCase()
                        .append(
                                "callbackCase",
                                "<bpmn:boundaryEvent id='timer_late' attachedToRef='subprocess_handleCallback'>"
                                        + "<bpmn:timerEventDefinition><bpmn:timeDate xsi:type='bpmn:tFormalExpression'>#{expiresAt}</bpmn:timeDate>"
                                        + "</bpmn:timerEventDefinition></bpmn:boundaryEvent>"
                                        + EditedModel.flow("flow_late", "timer_late", "task_stopReception")));
        models.put(
                "a due date far ahead",
                callbackCase().set("task_callCustomer", "camunda:dueDate", "2099-01-01T00:00:00Z"));
        models.put("a priority in a variable", given("50").set("task_callCustomer", "camunda:priority", "#{x}"));
        models.put("a priority", callbackCase().set("task_callCustomer", "camunda:priority", "50"));
        models.put("a group in a variable", given("sales").set("task_callCustomer", "camunda:candidateGroups", "#{x}"));
        models.put("an agent as assignee", callbackCase().set("task_callCustomer", "camunda:assignee", "#{agentId}"));
        models.put("a comparison kept", deciding("#{attempts &gt; 3}", "#{x}"));
        models.put("a comparison kept and asked for", deciding("#{attempts &gt; 3}", "#{x == true or not giveUp}"));
        models.put("a copy of the answer", deciding("#{decisionResult[0].giveUp}", "#{x}"));
        models.put("a text compared with a text", deciding("gold", "#{x == 'gold' and giveUp}"));
        models.put("digits compared with a number", deciding("5", "#{x &gt;= 3 and giveUp}"));
        models.put("the word true compared", deciding("true", "#{x == true and giveUp}"));
        models.put("a copied status compared", deciding("#{callStatus}", "#{x == 'BUSY'}"));
        models.put("a copied number compared", deciding("#{attempts}", "#{x &gt; 5}"));
        models.put("a copied time that may be empty", deciding("#{expiresAt}", "#{x != null and giveUp}"));
        models.put("a number for the decision", asking("attempts", "3"));
        models.put("a status for the decision", asking("callStatus", "BUSY"));
        models.put("the same status for the decision", asking("callStatus", "#{callStatus}"));
        models.put("a comparison for the decision", asking("lastAttempt", "#{attempts &gt; 3}"));
        models.put(
                "the same name for a text here and a truth there",
                deciding("#{attempts &gt; 3}", "#{x}")
                        .append(
                                TO_CALL,
                                RefusedExpressions.extension(
                                        "<camunda:inputParameter name='x'>note</camunda:inputParameter>")));
        return models;
    }

    private static EditedModel given(String value) {
        return callbackCase()
                .append(
                        TO_CALL,
                        RefusedExpressions.extension(
                                "<camunda:inputParameter name='x'>" + value + "</camunda:inputParameter>"));
    }

    private static EditedModel deciding(String value, String condition) {
        return callbackCase()
                .with(
                        "<camunda:outputParameter name=\"giveUp\">",
                        "<camunda:outputParameter name=\"x\">" + value
                                + "</camunda:outputParameter><camunda:outputParameter name=\"giveUp\">")
                .with("#{giveUp}", condition);
    }

    private static EditedModel asking(String input, String value) {
        return callbackCase()
                .with(
                        "<camunda:outputParameter name=\"retryAfter\">",
                        "<camunda:inputParameter name=\"" + input + "\">" + value
                                + "</camunda:inputParameter><camunda:outputParameter name=\"retryAfter\">");
    }
}
