package io.ringback.process;

import static org.assertj.core.api.Assertions.assertThat;

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
                "#{decisionResult[0].giveUp}"
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
                "text #{a}"
            })
    void refusesEverythingElse(String expression) {
        assertThat(AllowedExpression.allows(expression)).isFalse();
    }
}
