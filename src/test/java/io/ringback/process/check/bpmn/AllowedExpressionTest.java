package io.ringback.process.check.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.process.check.bpmn.Condition.Literal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedExpressionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#{related}",
                "${related}",
                "#{!related}",
                "#{not related}",
                "#{empty agentId}",
                "#{not empty agentId}",
                "#{callStatus == 'ANSWERED'}",
                "#{callStatus eq \"ANSWERED\"}",
                "#{attempts >= 3}",
                "#{attempts lt 2.5}",
                "#{giveUp != null}",
                "#{decisionResult[0].giveUp}",
                "#{callStatus == 'BUSY' || callStatus == 'OTHER'}",
                "#{callStatus == 'BUSY' or callStatus == 'OTHER'}",
                "#{attempts > 2 && giveUp}",
                "#{attempts > 2 and giveUp}",
                "#{attempts gt 2 and not giveUp}",
                "#{!(attempts ge 2 or giveUp eq true)}",
                "#{(callStatus eq 'BUSY' || callStatus eq 'OTHER') && (attempts < 3)}",
                "#{'BUSY' == callStatus}",
                "#{!!giveUp}",
                "#{not(giveUp)}",
                "${ callStatus\n==\n'BUSY' }",
                "#{attempts>=1&&attempts<=3}",
                "#{empty agentId or empty allocationId}",
                "#{a == -1}"
            })
    void allowsVariablesAndTheirComparisonWithALiteral(String expression) {
        assertThat(AllowedExpression.allows(expression)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "related",
                "#{}",
                "#{a.b}",
                "#{a()}",
                "#{a[0]}",
                "#{a['b']}",
                "#{a == b}",
                "#{a == b.c}",
                "#{a == 'x' && b()}",
                "#{a == 1 == 2}",
                "#{a == 'it\\'s'}",
                "#{a ? b : c}",
                "#{''.getClass()}",
                "#{execution}",
                "#{task}",
                "#{decisionResult}",
                "#{decisionResult[1].giveUp}",
                "#{decisionResult[0].class.name}",
                "#{a}#{b}",
                "text #{a}",
                "#{a && b()}",
                "#{a || b.c}",
                "#{(a}",
                "#{a)}",
                "#{a &&}",
                "#{|| a}",
                "#{a & b}",
                "#{a = 1}",
                "#{a == 1 2}",
                "#{a and or b}",
                "#{a + 1 == 2}",
                "#{a == 'x' and execution}",
                "#{true}",
                "#{1 == 1}",
                "#{empty}",
                "#{a instanceof b}",
                "#{a mod 2 == 0}",
                "#{((((((((((((((((((((((a))))))))))))))))))))))}",
                "#{a == '${b}'}"
            })
    void refusesEverythingElse(String expression) {
        assertThat(AllowedExpression.allows(expression)).isFalse();
    }

    @Test
    void tellsWhatAConditionAsksOfWhichVariable() {
        assertThat(ConditionParser.parse("#{(callStatus eq 'BUSY' or !giveUp) and 3 <= attempts and empty agentId}"))
                .hasValueSatisfying(condition -> assertThat(condition.reads())
                        .containsExactly(
                                new Condition.Compared("callStatus", "==", new Literal(Literal.Kind.TEXT, "BUSY")),
                                new Condition.Bare("giveUp"),
                                new Condition.Compared("attempts", ">=", new Literal(Literal.Kind.NUMBER, "3")),
                                new Condition.Empty("agentId")));
    }
}
