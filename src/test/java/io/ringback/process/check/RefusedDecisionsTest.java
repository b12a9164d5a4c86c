package io.ringback.process.check;

import static io.ringback.process.check.EditedModel.retryPolicy;
import static io.ringback.process.check.EditedPolicy.BUSY;
import static io.ringback.process.check.EditedPolicy.after;
import static io.ringback.process.check.EditedPolicy.cell;
import static io.ringback.process.check.EditedPolicy.found;
import static io.ringback.process.check.EditedPolicy.literal;
import static io.ringback.process.check.EditedPolicy.withHitPolicy;
import static io.ringback.process.check.EditedPolicy.withoutGiveUp;
import static io.ringback.process.check.EditedPolicy.withoutLastAttempt;
import static io.ringback.process.check.EditedPolicy.withoutRules;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.ringback.process.check.rule.Rule;
import io.ringback.process.check.rule.Severity;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Edits of the shipped retry policy that would fail once it is asked: each is found before, at the element to mend. */
class RefusedDecisionsTest {

    private final ProcessCheck check = ShippedModels.processCheck();

    static Stream<Arguments> tables() {
        return Stream.of(
                edit(
                        "the decision renamed",
                        retryPolicy().set("retryPolicy", "id", "policy"),
                        "definitions_retryPolicy",
                        Rule.DECISION_MISSING),
                edit(
                        "an output renamed",
                        retryPolicy().set("output_retryAfter", "name", "retryIn"),
                        "table_retryPolicy",
                        Rule.DECISION_OUTPUT),
                edit(
                        "an output renamed in case only",
                        retryPolicy().set("output_giveUp", "name", "giveup"),
                        "table_retryPolicy",
                        Rule.DECISION_OUTPUT),
                edit(
                        "an output retyped to a number",
                        retryPolicy().set("output_retryAfter", "typeRef", "integer"),
                        "output_retryAfter",
                        Rule.DECISION_OUTPUT),
                edit(
                        "an output retyped to a text",
                        retryPolicy().set("output_giveUp", "typeRef", "string"),
                        "output_giveUp",
                        Rule.DECISION_OUTPUT),
                edit(
                        "an output of an unknown type",
                        retryPolicy().set("output_giveUp", "typeRef", "tBoolean"),
                        "output_giveUp",
                        Rule.DECISION),
                edit("an output removed with its cells", withoutGiveUp(), "table_retryPolicy", Rule.DECISION_OUTPUT),
                edit("a cell removed", retryPolicy().withoutElement("rule_busy_giveUp"), "rule_busy", Rule.DECISION),
                edit(
                        "two outputs of one name",
                        retryPolicy().set("output_giveUp", "name", "retryAfter"),
                        "output_giveUp",
                        Rule.DECISION_OUTPUT),
                edit(
                        "all rules removed",
                        withoutRules(
                                "rule_lastAttempt", "rule_busy", "rule_noAnswer", "rule_other", "rule_anythingElse"),
                        "table_retryPolicy",
                        Rule.NO_RULE),
                edit(
                        "no rule for a status",
                        withoutRules("rule_other", "rule_anythingElse"),
                        "table_retryPolicy",
                        Rule.NO_RULE),
                edit(
                        "no rule for many attempts",
                        withoutRules("rule_anythingElse")
                                .with(cell("rule_busy_attempts", "-"), cell("rule_busy_attempts", "<= 40")),
                        "table_retryPolicy",
                        Rule.NO_RULE),
                edit(
                        "no rule for the last attempt",
                        withoutRules("rule_lastAttempt", "rule_anythingElse")
                                .with(cell("rule_busy_lastAttempt", "-"), cell("rule_busy_lastAttempt", "false")),
                        "table_retryPolicy",
                        Rule.NO_RULE),
                edit(
                        "no rule that gives up",
                        withoutRules("rule_lastAttempt"),
                        "table_retryPolicy",
                        Rule.ATTEMPT_LIMIT),
                edit("the last attempt not asked for", withoutLastAttempt(), "table_retryPolicy", Rule.ATTEMPT_LIMIT),
                edit(
                        "a last attempt that goes on",
                        cell("rule_lastAttempt_giveUp", "true", "false")
                                .with(
                                        cell("rule_lastAttempt_retryAfter", "\"PT0S\""),
                                        cell("rule_lastAttempt_retryAfter", "\"PT5M\"")),
                        "table_retryPolicy",
                        Rule.ATTEMPT_LIMIT),
                edit(
                        "a last attempt that goes on for one status",
                        cell("rule_lastAttempt_callStatus", "-", "\"BUSY\", \"OTHER\""),
                        "table_retryPolicy",
                        Rule.ATTEMPT_LIMIT),
                edit(
                        "a last attempt that goes on at first",
                        cell("rule_lastAttempt_attempts", "-", "> 1"),
                        "table_retryPolicy",
                        Rule.ATTEMPT_LIMIT),
                edit(
                        "the other way round",
                        cell("rule_lastAttempt_lastAttempt", "true", "false"),
                        "table_retryPolicy",
                        Rule.ATTEMPT_LIMIT),
                edit(
                        "rules that overlap",
                        retryPolicy().set("table_retryPolicy", "hitPolicy", "UNIQUE"),
                        "rule_busy",
                        Rule.RULES_OVERLAP),
                edit(
                        "rules that overlap, since nothing is said",
                        retryPolicy().without("table_retryPolicy", "hitPolicy"),
                        "rule_busy",
                        Rule.RULES_OVERLAP),
                edit(
                        "rules that answer differently",
                        retryPolicy().set("table_retryPolicy", "hitPolicy", "ANY"),
                        "rule_busy",
                        Rule.RULES_OVERLAP),
                edit(
                        "a misspelt status",
                        cell("rule_busy_callStatus", "\"BUSY\"", "\"BUZY\""),
                        "rule_busy_callStatus",
                        Rule.VALUE),
                edit(
                        "a status in lower case",
                        cell("rule_busy_callStatus", "\"BUSY\"", "\"busy\", \"OTHER\""),
                        "rule_busy_callStatus",
                        Rule.VALUE),
                edit(
                        "a status without quotes",
                        cell("rule_busy_callStatus", "\"BUSY\"", "BUSY"),
                        "rule_busy_callStatus",
                        Rule.UNKNOWN_VARIABLE),
                edit("a text for a number", cell("rule_busy_attempts", "-", "\"3\""), "rule_busy_attempts", Rule.VALUE),
                edit(
                        "a word for true",
                        cell("rule_busy_lastAttempt", "-", "\"yes\""),
                        "rule_busy_lastAttempt",
                        Rule.VALUE),
                edit(
                        "an unknown input",
                        retryPolicy().with("<text>attempts</text>", "<text>attempt</text>"),
                        "expression_attempts",
                        Rule.UNKNOWN_VARIABLE),
                edit(
                        "an input of another type",
                        retryPolicy().set("expression_callStatus", "typeRef", "integer"),
                        "input_callStatus",
                        Rule.VARIABLE_KIND),
                edit(
                        "a flag read as a text",
                        retryPolicy().set("expression_lastAttempt", "typeRef", "string"),
                        "input_lastAttempt",
                        Rule.VARIABLE_KIND),
                edit(
                        "an input without expression",
                        retryPolicy().with("<text>attempts</text>", "<text></text>"),
                        "input_attempts",
                        Rule.DECISION),
                edit(
                        "unknown in an answer",
                        after("if attempt > 3 then \"PT1H\" else \"PT5M\""),
                        BUSY,
                        Rule.UNKNOWN_VARIABLE),
                edit("a list by COLLECT", withHitPolicy("COLLECT"), "table_retryPolicy", Rule.DECISION),
                edit("a list by RULE ORDER", withHitPolicy("RULE ORDER"), "table_retryPolicy", Rule.DECISION),
                edit("a list by OUTPUT ORDER", withHitPolicy("OUTPUT ORDER"), "table_retryPolicy", Rule.DECISION),
                edit(
                        "PRIORITY, which the engine does not know",
                        withHitPolicy("PRIORITY"),
                        "table_retryPolicy",
                        Rule.DECISION),
                edit("a cell without value", after(""), BUSY, Rule.DECISION_OUTPUT),
                edit(
                        "nothing for giving up",
                        cell("rule_busy_giveUp", "false", "null"),
                        "rule_busy_giveUp",
                        Rule.DECISION_OUTPUT),
                edit(
                        "a word for giving up",
                        cell("rule_busy_giveUp", "false", "\"no\""),
                        "rule_busy_giveUp",
                        Rule.DECISION_OUTPUT),
                edit("a number without unit", after("5"), BUSY, Rule.DECISION_OUTPUT),
                edit(
                        "a time that shrinks to nothing",
                        after("\"PT\" + string(10 - attempts) + \"M\""),
                        BUSY,
                        Rule.DECISION_OUTPUT),
                edit(
                        "a required decision that is not there",
                        retryPolicy()
                                .with(
                                        "<decisionTable id=",
                                        "<informationRequirement id='r'><requiredDecision href='#gone'/></informationRequirement><decisionTable id="),
                        "retryPolicy",
                        Rule.DECISION_MISSING),
                edit(
                        "a decision that needs itself",
                        retryPolicy()
                                .with(
                                        "<decisionTable id=",
                                        "<informationRequirement id='r'><requiredDecision href='#retryPolicy'/></informationRequirement><decisionTable id="),
                        "retryPolicy",
                        Rule.LOOP),
                edit("an expression for the table", literal(), "retryPolicy", Rule.DECISION_OUTPUT),
                edit(
                        "an id beyond the column",
                        retryPolicy().set("definitions_retryPolicy", "id", "d".repeat(256)),
                        "d".repeat(256),
                        Rule.TEXT_LENGTH),
                edit(
                        "a name beyond the column",
                        retryPolicy().set("retryPolicy", "name", "n".repeat(300)),
                        "retryPolicy",
                        Rule.TEXT_LENGTH),
                edit(
                        "a version tag beyond the column",
                        retryPolicy().set("retryPolicy", "camunda:versionTag", "1".repeat(65)),
                        "retryPolicy",
                        Rule.TEXT_LENGTH),
                edit(
                        "a time to live beyond the integer",
                        retryPolicy().set("retryPolicy", "camunda:historyTimeToLive", "P99999999999D"),
                        "retryPolicy",
                        Rule.TIME_TO_LIVE),
                edit(
                        "a time to live of nothing said",
                        retryPolicy().set("retryPolicy", "camunda:historyTimeToLive", ""),
                        "retryPolicy",
                        Rule.TIME_TO_LIVE),
                edit(
                        "two elements of one id",
                        retryPolicy().set("rule_busy", "id", "rule_other"),
                        "rule_other",
                        Rule.SCHEMA),
                edit(
                        "parts in another order",
                        retryPolicy()
                                .with(
                                        "<decisionTable",
                                        "<allowedAnswers><text>a</text></allowedAnswers><question>q</question><decisionTable"),
                        "retryPolicy",
                        Rule.SCHEMA));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tables")
    void isFoundAtTheElementToMend(String name, EditedModel model, String elementId, Rule rule) {
        var findings = check.check(model.file(), model.bytes());

        assertThat(findings).anySatisfy(finding -> {
            assertThat(finding.elementId()).isEqualTo(elementId);
            assertThat(finding.rule()).isEqualTo(rule);
            assertThat(finding.file()).isEqualTo("retryPolicy.dmn");
            assertThat(finding.severity()).isEqualTo(Severity.ERROR);
            assertThat(finding.message()).isNotBlank();
        });
    }

    @Test
    void oneMistakeIsOneFinding() {
        assertThat(found(withoutRules(
                        "rule_lastAttempt", "rule_busy", "rule_noAnswer", "rule_other", "rule_anythingElse")))
                .containsExactly("table_retryPolicy no-rule");
        assertThat(found(withoutRules("rule_other", "rule_anythingElse"))).containsExactly("table_retryPolicy no-rule");
        assertThat(found(withoutRules("rule_lastAttempt"))).containsExactly("table_retryPolicy attempt-limit");
        assertThat(found(withoutLastAttempt())).containsExactly("table_retryPolicy attempt-limit");
    }

    private static Arguments edit(String name, EditedModel model, String elementId, Rule rule) {
        return arguments(name, model, elementId, rule);
    }
}
