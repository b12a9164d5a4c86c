package io.ringback.process.check;

import static io.ringback.process.check.EditedModel.callbackCase;
import static io.ringback.process.check.EditedModel.retryPolicy;

import io.ringback.process.BackOfficeModels;
import io.ringback.process.check.rule.Rule;
import java.util.List;
import java.util.stream.Stream;

/** Values that are of another kind than what reads them. */
final class RefusedKinds {

    private static final String GIVE_UP = "#{decisionResult[0].giveUp}";
    private static final String RETRY_AFTER = "#{decisionResult[0].retryAfter}";

    private RefusedKinds() {}

    static Stream<Refusal> all() {
        return Stream.of(outputs(), conditions(), times(), numbersAndTexts(), decisions())
                .flatMap(rows -> rows);
    }

    private static Stream<Refusal> outputs() {
        return Stream.of(
                output(
                        "swapped answers",
                        callbackCase()
                                .with(GIVE_UP, "#{swapped}")
                                .with(RETRY_AFTER, GIVE_UP)
                                .with("#{swapped}", RETRY_AFTER)),
                output("a duration as giving up", callbackCase().with(GIVE_UP, RETRY_AFTER)),
                output("giving up as a duration", callbackCase().with(RETRY_AFTER, GIVE_UP)),
                output("a status as giving up", callbackCase().with(GIVE_UP, "#{callStatus}")),
                output("a number as a duration", callbackCase().with(RETRY_AFTER, "#{attempts}")),
                output("a comparison as a duration", callbackCase().with(RETRY_AFTER, "#{attempts &gt; 3}")),
                output(
                        "the word true, which the engine takes for a text",
                        callbackCase().with(GIVE_UP, "true")),
                output("a duration of nothing", callbackCase().with(RETRY_AFTER, "PT0S")));
    }

    private static Stream<Refusal> conditions() {
        return Stream.of(
                condition("a text of the model", "many", "#{x}", Rule.VARIABLE_KIND),
                condition("the word true of the model", "true", "#{x}", Rule.VARIABLE_KIND),
                condition("a copied status", "#{callStatus}", "#{x}", Rule.VARIABLE_KIND),
                condition("a copied number", "#{attempts}", "#{not x}", Rule.VARIABLE_KIND),
                condition("a copied duration of a decision", RETRY_AFTER, "#{x and ownDate}", Rule.VARIABLE_KIND),
                condition("a text of the model with a number", "many", "#{x &gt; 5}", Rule.VALUE),
                condition("a text of the model with the same number", "many", "#{5 == x}", Rule.VALUE),
                condition("a text of the model with true", "many", "#{x == true}", Rule.VALUE),
                condition("a copied status that there is not", "#{callStatus}", "#{x == 'BUZY'}", Rule.VALUE),
                condition("a comparison with a word", "#{attempts &gt; 3}", "#{x == 'many'}", Rule.VALUE),
                condition("a copied date with a text", "#{expiresAt}", "#{x &lt; '2027'}", Rule.VALUE),
                condition("a copied number with a text", "#{attempts}", "#{x &gt; 'few'}", Rule.VALUE));
    }

    private static Stream<Refusal> times() {
        return Stream.of(
                time("a word", "soon"),
                time("a duration of nothing", "PT0S"),
                time("a date that has passed", "2001-01-01T00:00:00Z"),
                time("a copied id", "#{agentId}"),
                time("a comparison", "#{agentId == 'anna'}"));
    }

    private static Stream<Refusal> numbersAndTexts() {
        return Stream.of(
                attribute("an id as priority", "task_callCustomer", "priority", "#{agentId}", Rule.NUMBER),
                attribute("a time as priority", "task_callCustomer", "priority", "#{autoStopAt}", Rule.NUMBER),
                attribute("a comparison as priority", "task_callCustomer", "priority", "#{dueAt != null}", Rule.NUMBER),
                attribute("a time as priority of a job", "timer_expired", "jobPriority", "#{expiresAt}", Rule.NUMBER),
                attribute("an id as priority of a job", "timer_noCallMade", "jobPriority", "#{agentId}", Rule.NUMBER),
                attribute("an id as priority of the process", "callbackCase", "jobPriority", "#{agentId}", Rule.NUMBER),
                Refusal.of(
                        "a text of digits as priority of a job",
                        given("50").set("timer_noCallMade", "camunda:jobPriority", "#{x}"),
                        "timer_noCallMade",
                        Rule.NUMBER),
                Refusal.of(
                        "a word as priority",
                        given("high").set("task_callCustomer", "camunda:priority", "#{x}"),
                        "task_callCustomer",
                        Rule.NUMBER),
                Refusal.of(
                        "a task for a group that nobody can be in",
                        BackOfficeModels.of("letters/parcels").get(0).with("\"letter\"", "\"callClassification\""),
                        "task_writeLetter",
                        Rule.TASK_UNSEEN),
                attribute("a time as assignee", "task_callCustomer", "assignee", "#{dueAt}", Rule.VARIABLE_KIND),
                attribute(
                        "a comparison as candidates",
                        "task_callCustomer",
                        "candidateGroups",
                        "#{agentId == 'anna'}",
                        Rule.VARIABLE_KIND),
                Refusal.of(
                        "a time as the name of a task",
                        callbackCase().set("task_callCustomer", "name", "#{dueAt}"),
                        "task_callCustomer",
                        Rule.VARIABLE_KIND));
    }

    private static Stream<Refusal> decisions() {
        return Stream.of(
                input("a word as number", "attempts", "many"),
                input("a word as truth", "lastAttempt", "perhaps"),
                input("a number as truth", "lastAttempt", "#{attempts}"),
                input("a status that there is not", "callStatus", "BUZY"),
                input("a truth as status", "callStatus", "#{ownDate}"),
                new Refusal(
                        "a status where the table asks for a number",
                        List.of(
                                asking("x"),
                                given("#{callStatus}").set("task_decideRetry", "camunda:decisionRef", "other")),
                        "task_decideRetry",
                        Rule.OUTPUT));
    }

    /** A decision of its own that reads the variable as a number. */
    private static EditedModel asking(String variable) {
        return retryPolicy()
                .named("other.dmn")
                .with("id=\"retryPolicy\"", "id=\"other\"")
                .with("<text>attempts</text>", "<text>" + variable + "</text>");
    }

    /** The model sets x as soon as the request is registered. */
    private static EditedModel given(String value) {
        return callbackCase()
                .onFlow(
                        "flow_relatedNo",
                        "task_note",
                        "<bpmn:serviceTask id='task_note' camunda:delegateExpression='#{offerCallbackDelegate}'>"
                                + RefusedExpressions.extension(
                                        "<camunda:outputParameter name='x'>" + value + "</camunda:outputParameter>")
                                + "</bpmn:serviceTask>");
    }

    private static Refusal output(String name, EditedModel model) {
        return Refusal.of(name + " as output", model, "task_decideRetry", Rule.OUTPUT);
    }

    private static Refusal condition(String name, String value, String condition, Rule rule) {
        var model = callbackCase()
                .with(
                        "<camunda:outputParameter name=\"giveUp\">",
                        "<camunda:outputParameter name=\"x\">" + value
                                + "</camunda:outputParameter><camunda:outputParameter name=\"giveUp\">")
                .with("#{giveUp}", condition);
        return Refusal.of(name + " as condition " + condition, model, "flow_giveUpYes", rule);
    }

    private static Refusal time(String name, String value) {
        return Refusal.of(
                name + " by a variable of the model as time",
                callbackCase()
                        .append(
                                "subprocess_handleCallback",
                                RefusedExpressions.extension(
                                        "<camunda:inputParameter name='x'>" + value + "</camunda:inputParameter>"))
                        .with("#{autoStopAt}", "#{x}"),
                "timer_noCallMade",
                Rule.TIMER);
    }

    private static Refusal attribute(String name, String element, String attribute, String value, Rule rule) {
        return Refusal.of(name, callbackCase().set(element, "camunda:" + attribute, value), element, rule);
    }

    private static Refusal input(String name, String input, String value) {
        return Refusal.of(
                name + " given to the decision",
                callbackCase()
                        .with(
                                "<camunda:outputParameter name=\"retryAfter\">",
                                "<camunda:inputParameter name=\"" + input + "\">" + value
                                        + "</camunda:inputParameter><camunda:outputParameter name=\"retryAfter\">"),
                "task_decideRetry",
                Rule.OUTPUT);
    }
}
