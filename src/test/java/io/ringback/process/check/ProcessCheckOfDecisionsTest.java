package io.ringback.process.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.process.check.rule.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessCheckOfDecisionsTest {

    private static final String LITERAL = "<literalExpression id='node'><text>1 + 1</text></literalExpression>";

    private final ProcessCheck check = ShippedModels.processCheck();

    @Test
    void allowsLiteralExpressionsInFeel() {
        assertThat(findings(decision(LITERAL))).isEmpty();
        assertThat(findings(decision(LITERAL.replace("id=", "expressionLanguage='feel' id="))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"expressionLanguage", "typeLanguage"})
    void refusesOtherLanguages(String attribute) {
        var model = decision(LITERAL.replace("id=", attribute + "='juel' id="));

        assertRefused(model, "node", attribute + " juel is not allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"context", "invocation", "functionDefinition", "encapsulatedLogic", "relation", "list"})
    void refusesElementsOutsideTheAllowList(String element) {
        assertRefused(decision("<" + element + " id='node'/>"), "node", element + " is not allowed");
    }

    @Test
    void refusesFunctionsThatReachIntoJava() {
        var model = decision(LITERAL.replace("1 + 1", "function(a) external {java: {}}"));

        assertRefused(model, "node", "functions are not allowed");
    }

    @Test
    void refusesFunctionsHiddenBetweenQuotesInComments() {
        var model = decision(LITERAL.replace("1 + 1", "/* \" */ function(a) external {java: {}} /* \" */"));

        assertRefused(model, "node", "functions are not allowed");
    }

    @Test
    void allowsTheWordFunctionInsideAString() {
        var model = decision(LITERAL.replace("1 + 1", "\"external function\""));

        assertThat(findings(model)).isEmpty();
    }

    @Test
    void refusesDecisionsWithoutTimeToLive() {
        var model = decision(LITERAL).replace("camunda:historyTimeToLive='P30D'", "");

        assertRefused(model, "model", "historyTimeToLive");
    }

    @Test
    void refusesUnknownExtensions() {
        assertRefused(decision("<camunda:script id='node'/>"), "node", "camunda:script is not allowed");
        assertRefused(
                decision(LITERAL.replace("id=", "camunda:class='a.B' id=")), "node", "camunda:class is not allowed");
    }

    @Test
    void refusesRootsThatAreNotDmn() {
        assertRefused("<definitions id='d'/>", "d", "not a DMN");
    }

    @Test
    void refusesDocumentTypes() {
        assertRefused("<!DOCTYPE definitions>" + decision(LITERAL), "model.dmn", "DOCTYPE");
    }

    private void assertRefused(String model, String elementId, String message) {
        assertThat(findings(model)).anySatisfy(finding -> {
            assertThat(finding.elementId()).isEqualTo(elementId);
            assertThat(finding.message()).contains(message);
        });
    }

    private List<Finding> findings(String model) {
        return check.check("model.dmn", model.getBytes(UTF_8));
    }

    private static String decision(String content) {
        return """
                <definitions xmlns='https://www.omg.org/spec/DMN/20191111/MODEL/'
                    xmlns:camunda='http://camunda.org/schema/1.0/dmn' id='definitions' name='Test' namespace='test'>
                  <decision id='model' name='Model' camunda:historyTimeToLive='P30D'>%s</decision>
                </definitions>""".formatted(content);
    }
}
