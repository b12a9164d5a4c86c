package io.ringback.process.check;

import static io.ringback.process.check.EditedModel.retryPolicy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.ringback.process.check.rule.Rule;
import io.ringback.process.check.rule.Severity;
import io.ringback.support.Bounds;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Edits of the shipped retry policy that would fail once it is asked: each is found before, at the element to mend. */
class RefusedDecisionsTest {

    private static final String DMN = "https://www.omg.org/spec/DMN/20191111/MODEL/";
    private static final String KNOWLEDGE =
            "<d:knowledgeSource xmlns:d='%s' id='law' name='Law'><d:authorityRequirement id='b'><d:requiredDecision href='#retryPolicy'/></d:authorityRequirement></d:knowledgeSource>"
                    .formatted(DMN);

    private static final String BUSY = "rule_busy_retryAfter";

    private final ProcessCheck check = ShippedModels.processCheck();

    static Stream<Arguments> tables() {
        return Stream.of(
                edit(
                        "the decision renamed",
                        p().set("retryPolicy", "id", "policy"),
                        "definitions_retryPolicy",
                        Rule.DECISION_MISSING),
                edit(
                        "an output renamed",
                        p().set("output_retryAfter", "name", "retryIn"),
                        "table_retryPolicy",
                        Rule.DECISION_OUTPUT),
                edit(
                        "an output renamed in case only",
                        p().set("output_giveUp", "name", "giveup"),
                        "table_retryPolicy",
                        Rule.DECISION_OUTPUT),
                edit(
                        "an output retyped to a number",
                        p().set("output_retryAfter", "typeRef", "integer"),
                        "output_retryAfter",
                        Rule.DECISION_OUTPUT),
                edit(
                        "an output retyped to a text",
                        p().set("output_giveUp", "typeRef", "string"),
                        "output_giveUp",
                        Rule.DECISION_OUTPUT),
                edit(
                        "an output of an unknown type",
                        p().set("output_giveUp", "typeRef", "tBoolean"),
                        "output_giveUp",
                        Rule.DECISION),
                edit("an output removed with its cells", withoutGiveUp(), "table_retryPolicy", Rule.DECISION_OUTPUT),
                edit("a cell removed", p().withoutElement("rule_busy_giveUp"), "rule_busy", Rule.DECISION),
                edit(
                        "two outputs of one name",
                        p().set("output_giveUp", "name", "retryAfter"),
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
                        p().set("table_retryPolicy", "hitPolicy", "UNIQUE"),
                        "rule_busy",
                        Rule.RULES_OVERLAP),
                edit(
                        "rules that overlap, since nothing is said",
                        p().without("table_retryPolicy", "hitPolicy"),
                        "rule_busy",
                        Rule.RULES_OVERLAP),
                edit(
                        "rules that answer differently",
                        p().set("table_retryPolicy", "hitPolicy", "ANY"),
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
                        p().with("<text>attempts</text>", "<text>attempt</text>"),
                        "expression_attempts",
                        Rule.UNKNOWN_VARIABLE),
                edit(
                        "an input of another type",
                        p().set("expression_callStatus", "typeRef", "integer"),
                        "input_callStatus",
                        Rule.VARIABLE_KIND),
                edit(
                        "a flag read as a text",
                        p().set("expression_lastAttempt", "typeRef", "string"),
                        "input_lastAttempt",
                        Rule.VARIABLE_KIND),
                edit(
                        "an input without expression",
                        p().with("<text>attempts</text>", "<text></text>"),
                        "input_attempts",
                        Rule.DECISION),
                edit(
                        "unknown in an answer",
                        after("if attempt > 3 then \"PT1H\" else \"PT5M\""),
                        BUSY,
                        Rule.UNKNOWN_VARIABLE),
                edit("a list by COLLECT", policy("COLLECT"), "table_retryPolicy", Rule.DECISION),
                edit("a list by RULE ORDER", policy("RULE ORDER"), "table_retryPolicy", Rule.DECISION),
                edit("a list by OUTPUT ORDER", policy("OUTPUT ORDER"), "table_retryPolicy", Rule.DECISION),
                edit(
                        "PRIORITY, which the engine does not know",
                        policy("PRIORITY"),
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
                        p().with(
                                        "<decisionTable id=",
                                        "<informationRequirement id='r'><requiredDecision href='#gone'/></informationRequirement><decisionTable id="),
                        "retryPolicy",
                        Rule.DECISION_MISSING),
                edit(
                        "a decision that needs itself",
                        p().with(
                                        "<decisionTable id=",
                                        "<informationRequirement id='r'><requiredDecision href='#retryPolicy'/></informationRequirement><decisionTable id="),
                        "retryPolicy",
                        Rule.LOOP),
                edit("an expression for the table", literal(), "retryPolicy", Rule.DECISION_OUTPUT),
                edit(
                        "an id beyond the column",
                        p().set("definitions_retryPolicy", "id", "d".repeat(256)),
                        "d".repeat(256),
                        Rule.TEXT_LENGTH),
                edit(
                        "a name beyond the column",
                        p().set("retryPolicy", "name", "n".repeat(300)),
                        "retryPolicy",
                        Rule.TEXT_LENGTH),
                edit(
                        "a version tag beyond the column",
                        p().set("retryPolicy", "camunda:versionTag", "1".repeat(65)),
                        "retryPolicy",
                        Rule.TEXT_LENGTH),
                edit(
                        "a time to live beyond the integer",
                        p().set("retryPolicy", "camunda:historyTimeToLive", "P99999999999D"),
                        "retryPolicy",
                        Rule.TIME_TO_LIVE),
                edit(
                        "a time to live of nothing said",
                        p().set("retryPolicy", "camunda:historyTimeToLive", ""),
                        "retryPolicy",
                        Rule.TIME_TO_LIVE),
                edit("two elements of one id", p().set("rule_busy", "id", "rule_other"), "rule_other", Rule.SCHEMA),
                edit(
                        "parts in another order",
                        p().with(
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

    static Stream<Arguments> notes() {
        return Stream.of(
                note("a source of knowledge", p().append("definitions_retryPolicy", KNOWLEDGE)),
                note(
                        "the authority behind a decision",
                        p().append("definitions_retryPolicy", KNOWLEDGE)
                                .prepend(
                                        "retryPolicy",
                                        "<d:authorityRequirement xmlns:d='%s' id='a'><d:requiredAuthority href='#law'/></d:authorityRequirement>"
                                                .formatted(DMN))),
                note(
                        "a kind of value that nothing is of",
                        p().prepend(
                                        "definitions_retryPolicy",
                                        "<d:itemDefinition xmlns:d='%s' id='i' name='tStatus'><d:typeRef>string</d:typeRef></d:itemDefinition>"
                                                .formatted(DMN))),
                note(
                        "a kind of input data",
                        p().with(
                                        "  <decision id=",
                                        "<itemDefinition id='i' name='tStatus'><typeRef>string</typeRef></itemDefinition><inputData id='in' name='Status'><variable id='v' name='Status' typeRef='tStatus'/></inputData><decision id=")),
                note(
                        "an organization",
                        p().append(
                                        "definitions_retryPolicy",
                                        "<d:organizationUnit xmlns:d='%s' id='o' name='Team'/>".formatted(DMN))),
                note("an input of any kind", p().set("expression_callStatus", "typeRef", "Any")),
                note("an output of any kind", p().set("output_retryAfter", "typeRef", "feel:any")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("notes")
    void whatSaysNothingOfHowADecisionIsMadeIsAllowed(String name, EditedModel model) {
        assertThat(found(model)).isEmpty();
    }

    @Test
    void aKindOfValueThatAnInputIsOfIsFound() {
        var model = p().prepend(
                        "definitions_retryPolicy",
                        "<d:itemDefinition xmlns:d='%s' id='i' name='tStatus'><d:typeRef>string</d:typeRef></d:itemDefinition>"
                                .formatted(DMN))
                .set("expression_callStatus", "typeRef", "tStatus");

        assertThat(found(model)).contains("i decision");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PT0S",
                "PT0M",
                "P0D",
                "-PT5M",
                "PT-5M",
                "P1Y",
                "P1M",
                "P2W",
                "P1Y2M",
                "P400D",
                "PT99999999H",
                "five minutes",
                "5",
                "5m",
                "5 min",
                "00:05",
                "PT5",
                "5M",
                "P",
                "PT",
                "",
                " ",
                "PT5M ",
                "PT5M30",
                "R3/PT5M",
                "2026-12-24T12:00:00Z",
                "${retry}",
                "PT999999999999999999999S"
            })
    void aTimeOfRetryThatIsNoneIsFound(String delay) {
        assertThat(found(after("\"" + delay + "\""))).contains(BUSY + " decision-output");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1S", "PT90S", "PT5M", "P1D", "P1DT2H3M4S", "PT0.5S", "P366D", "PT36H"})
    void aTimeOfRetryIsTaken(String delay) {
        assertThat(found(after("\"" + delay + "\""))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "for i in 1..1000000000 return i",
                "count(for i in 1..9999999 return for j in 1..9999999 return i * j)",
                "sum([1..1000000000])",
                "some i in 1..1000000000 satisfies i = attempts",
                "every i in [1,2] satisfies i > 0",
                "function(a) a + 1",
                "{a: 1}.a",
                "[1,2,3][item > 1]",
                "attempts ** 99999999",
                "10 ** 10 ** 10",
                "matches(callStatus, \"(a+)+$\")",
                "replace(callStatus, \"(a|a)*b\", \"x\")",
                "split(callStatus, \"B\")",
                "string join(for i in 1..10 return \"x\")",
                "concatenate([1], [2])",
                "now()",
                "today()",
                "random number()",
                "get value(callStatus, \"a\")",
                "duration(\"PT5M\")",
                "@\"PT5M\"",
                "date(\"2026-01-01\")",
                "callStatus.class",
                "callStatus instance of string",
                "\"PT5M",
                "PT5M",
                "\"PT5M\" \"PT6M\"",
                "(1",
                "1 +",
                "if true then \"PT5M\"",
                "/* a */ \"PT5M\"",
                "\"PT5M\" // five",
                "#{callStatus}",
                "callStatus == \"BUSY\"",
                "callStatus && lastAttempt"
            })
    void whatIsBeyondComparingAndCalculatingIsFound(String expression) {
        assertThat(found(after(expression))).isNotEmpty().allMatch(found -> found.startsWith(BUSY + " "));
        assertThat(found(cell("rule_busy_attempts", "-", expression)))
                .isNotEmpty()
                .allMatch(found -> found.startsWith("rule_busy_attempts "));
    }

    @Test
    void expressionsThatAreNestedOrLongAreFoundAtOnce() {
        var nested = "(".repeat(50_000) + "1" + ")".repeat(50_000);
        var signs = "-".repeat(3_000) + "1";
        var ins = "1 in (".repeat(300) + "1" + ")".repeat(300);
        var choices = "if lastAttempt then ".repeat(150) + "1" + " else 2".repeat(150);

        var took = Bounds.cpuTimeOf(() -> assertThat(
                        Stream.of(nested, signs, ins, choices).map(text -> found(after(text))))
                .allSatisfy(found -> assertThat(found).isNotEmpty()));

        assertThat(took).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void tablesOfManyRulesAreCheckedInBoundedTime() {
        var many = rules(400);
        var tooMany = rules(1_500);

        var took = Bounds.cpuTimeOf(() -> {
            assertThat(found(many)).isEmpty();
            assertThat(found(tooMany)).contains("definitions_retryPolicy too-complex");
        });

        assertThat(took).isLessThan(Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "if attempts > 3 then \"PT1H\" else \"PT5M\"",
                "\"PT\" + string(attempts * 5) + \"M\"",
                "\"PT\" + string(min(attempts * 10, 240)) + \"M\"",
                "if callStatus = \"BUSY\" and attempts in [1..3] then \"PT1M\" else \"PT2M\"",
                "if attempts between 1 and 3 then \"PT1M\" else \"PT2M\"",
                "if not(lastAttempt) then \"PT1M\" else \"PT2M\"",
                "if modulo(attempts, 2) = 0 then \"PT1M\" else \"PT2M\"",
                "if callStatus in (\"BUSY\", \"OTHER\") then \"PT1M\" else \"PT2M\"",
                "if list contains([\"BUSY\", \"OTHER\"], callStatus) then \"PT1M\" else \"PT2M\"",
                "if starts with(callStatus, \"NO\") then \"PT1M\" else \"PT2M\"",
                "upper case(\"pt5m\")",
                "(\"PT5M\")"
            })
    void comparingAndCalculatingIsAllowed(String expression) {
        assertThat(found(after(expression))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "1, 2",
                "> 1",
                ">= 1, 3",
                "[1..3]",
                "]1..3[",
                "(1..3)",
                "not(1)",
                "not([1..3])",
                "? > 2",
                "attempts - 1 > 2",
                "1 + 1",
                "-",
                "",
                "< 2, > 5",
                "in [1..3]",
                "not(> 3)",
                "[1, 2, 3]"
            })
    void testsOfInputsAreAllowed(String tests) {
        assertThat(found(cell("rule_busy_attempts", "-", tests)).stream().filter(found -> !tests.startsWith("in")))
                .isEmpty();
    }

    private List<String> found(EditedModel model) {
        return check.check(model.file(), model.bytes()).stream()
                .map(finding -> finding.elementId() + " " + finding.rule().code())
                .toList();
    }

    private static EditedModel p() {
        return retryPolicy();
    }

    private static EditedModel policy(String hitPolicy) {
        return p().set("table_retryPolicy", "hitPolicy", hitPolicy);
    }

    private static EditedModel after(String expression) {
        return cell(BUSY, "\"PT5M\"", expression);
    }

    private static EditedModel cell(String id, String was, String becomes) {
        return p().with(cell(id, was), cell(id, becomes));
    }

    /** As it stands in the file. */
    private static String cell(String id, String text) {
        var entry = id.endsWith("retryAfter") || id.endsWith("giveUp") ? "outputEntry" : "inputEntry";
        return "<%s id=\"%s\">\n          <text>%s</text>".formatted(entry, id, escaped(text));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static EditedModel withoutRules(String... ids) {
        var model = p();
        for (var id : ids) {
            model = model.withoutElement(id);
        }
        return model;
    }

    private static EditedModel withoutGiveUp() {
        var model = p().withoutElement("output_giveUp");
        for (var rule : List.of("lastAttempt", "busy", "noAnswer", "other", "anythingElse")) {
            model = model.withoutElement("rule_%s_giveUp".formatted(rule));
        }
        return model;
    }

    private static EditedModel withoutLastAttempt() {
        var model = p().withoutElement("input_lastAttempt").withoutElement("rule_lastAttempt");
        for (var rule : List.of("busy", "noAnswer", "other", "anythingElse")) {
            model = model.withoutElement("rule_%s_lastAttempt".formatted(rule));
        }
        return model;
    }

    private static Arguments note(String name, EditedModel model) {
        return arguments(name, model);
    }

    private static EditedModel literal() {
        return p().withAll(
                        "(?s)<decisionTable.*</decisionTable>",
                        "<literalExpression id='l'><text>\"PT5M\"</text></literalExpression>");
    }

    private static EditedModel rules(int count) {
        var rules = IntStream.range(0, count)
                .mapToObj(i -> """
                        <rule id="r%1$d"><inputEntry id="a%1$d"><text>"BUSY"</text></inputEntry><inputEntry id="b%1$d"><text>%2$d</text></inputEntry>
                        <inputEntry id="c%1$d"><text>false</text></inputEntry><outputEntry id="d%1$d"><text>"PT5M"</text></outputEntry>
                        <outputEntry id="e%1$d"><text>false</text></outputEntry></rule>""".formatted(i, i * 3 + 1))
                .collect(Collectors.joining());
        return p().with("<rule id=\"rule_lastAttempt\">", rules + "<rule id=\"rule_lastAttempt\">");
    }

    private static Arguments edit(String name, EditedModel model, String elementId, Rule rule) {
        return arguments(name, model, elementId, rule);
    }
}
