package io.ringback.process.check;

import static io.ringback.process.check.EditedPolicy.BUSY;
import static io.ringback.process.check.EditedPolicy.after;
import static io.ringback.process.check.EditedPolicy.cell;
import static io.ringback.process.check.EditedPolicy.found;
import static io.ringback.process.check.EditedPolicy.rules;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.support.Bounds;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the cells of the retry policy may say: times that are times, and comparing and calculating in bounded time. */
class DecisionExpressionsTest {

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
                "not(> 3)",
                "[1, 2, 3]"
            })
    void testsOfInputsAreAllowed(String tests) {
        assertThat(found(cell("rule_busy_attempts", "-", tests))).isEmpty();
    }
}
