package io.ringback.process.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.process.check.rule.Finding;
import io.ringback.process.check.rule.Rule;
import io.ringback.support.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fields of a form that nobody could answer, and expressions that nothing could work out. */
class RefusedFieldsTest {

    private final ProcessCheck check = ShippedModels.processCheck();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'type': 'textfield', 'validate': {'required': true, 'minLength': 10, 'maxLength': 5}",
                "'type': 'textarea', 'validate': {'minLength': '10', 'maxLength': '5'}",
                "'type': 'textfield', 'validate': {'minLength': 5000}",
                "'type': 'textfield', 'validate': {'minLength': -1}",
                "'type': 'textfield', 'validate': {'maxLength': 'many'}",
                "'type': 'textfield', 'validate': {'maxLength': 1.5}",
                "'type': 'textfield', 'validate': {'maxLength': [5]}",
                "'type': 'textfield', 'validate': {'required': true, 'maxLength': 0}",
                "'type': 'textfield', 'validate': {'required': 'yes'}",
                "'type': 'textfield', 'validate': 'required'",
                "'type': 'textfield', 'validate': ['required']",
                "'type': 'textfield', 'validate': true",
                "'type': 'textfield', 'conditional': '=a'",
                "'type': 'textfield', 'label': {'en': 'Topic'}",
                "'type': 'textfield', 'label': ['Topic']",
                "'type': 'textfield', 'label': 5",
                "'type': 'textfield', 'description': {}",
                "'type': 'number', 'validate': {'min': 10, 'max': 5}",
                "'type': 'number', 'validate': {'min': '10', 'max': '5'}",
                "'type': 'number', 'validate': {'max': 1e400}",
                "'type': 'number', 'validate': {'min': -1e300}",
                "'type': 'number', 'validate': {'max': 'ten'}",
                "'type': 'number', 'validate': {'max': '1e400'}",
                "'type': 'number', 'validate': {'min': 1, 'max': 9}, 'increment': 10",
                "'type': 'number', 'validate': {'min': 0.1, 'max': 0.9}, 'decimalDigits': 0",
                "'type': 'number', 'increment': '0'",
                "'type': 'number', 'increment': 'x'",
                "'type': 'number', 'increment': -1",
                "'type': 'number', 'decimalDigits': -3",
                "'type': 'number', 'decimalDigits': 1.5",
                "'type': 'number', 'decimalDigits': 5000",
                "'type': 'select', 'values': [], 'validate': {'required': true}",
                "'type': 'select', 'validate': {'required': true}",
                "'type': 'radio', 'values': [], 'validate': {'required': true}",
                "'type': 'checklist', 'values': [{'label': 'A'}], 'validate': {'required': true}",
                "'type': 'taglist', 'values': {'a': 'b'}, 'validate': {'required': true}",
                "'type': 'select', 'values': 'a,b'"
            })
    void aFieldThatNobodyCouldAnswerIsFound(String members) {
        assertThat(of(field(members))).anySatisfy(finding -> {
            assertThat(finding.elementId()).isEqualTo("field_x");
            assertThat(finding.rule()).isEqualTo(Rule.FORM);
            assertThat(finding.message()).isNotBlank();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'type': 'textfield', 'validate': {'minLength': 5, 'maxLength': 5, 'required': true}",
                "'type': 'textfield', 'validate': {'minLength': '', 'maxLength': null}",
                "'type': 'textfield', 'validate': {'minLength': '=least', 'maxLength': '=most'}",
                "'type': 'textfield', 'validate': {'maxLength': 100000}",
                "'type': 'textarea', 'validate': {'minLength': 4000}",
                "'type': 'textfield', 'validate': {}, 'conditional': null, 'label': ''",
                "'type': 'number', 'validate': {'min': 5, 'max': 5}, 'increment': 2.5",
                "'type': 'number', 'validate': {'min': -3, 'max': 3}, 'increment': '10'",
                "'type': 'number', 'validate': {'min': '=a', 'max': 1}, 'decimalDigits': 0",
                "'type': 'number', 'validate': {'min': 0.25, 'max': 0.25}, 'decimalDigits': 2, 'increment': 0.05",
                "'type': 'number', 'serializeToString': true, 'increment': ''",
                "'type': 'select', 'values': []",
                "'type': 'select', 'valuesExpression': '=options', 'validate': {'required': true}",
                "'type': 'radio', 'values': [{'label': 'A', 'value': 'a'}], 'validate': {'required': true}",
                "'type': 'checklist', 'values': ['a'], 'validate': {'required': false}"
            })
    void aFieldThatCanBeAnsweredIsAllowed(String members) {
        assertThat(of(field(members))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a ==",
                "a =",
                "= a",
                "a = = b",
                "a and",
                "and a",
                "a or or b",
                "a +",
                "* a",
                "(a",
                "a)",
                "(a]",
                "f.",
                "a .",
                "min(a,)",
                "if a then",
                "if a then b else",
                "a < > b",
                "a - = b",
                "not(",
                "[a",
                "a in",
                "a and)"
            })
    void anExpressionThatStopsHalfwayIsFound(String expression) {
        assertThat(of(field("'type': 'textfield', 'conditional': {'hide': '=%s'}".formatted(expression))))
                .anySatisfy(finding -> assertThat(finding.elementId()).isEqualTo("field_x"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a = -1",
                "a - -1",
                "a in (1, 2)",
                "a in [1..3]",
                "a in ]1..3[",
                "a in (1..3]",
                "a in (< 5, > 9)",
                "a in > 3",
                "if a then b else if c then d else -1",
                "not(a) and (b or c)",
                "date and time(a) < now()",
                "a.b = x[1]",
                "is defined(a)",
                "-a",
                "a between 1 and 3",
                "contains(a, x) = false",
                "this.a",
                "a = null"
            })
    void anExpressionThatIsWholeIsAllowed(String expression) {
        assertThat(of(field("'type': 'textfield', 'conditional': {'hide': '=%s'}".formatted(expression))))
                .isEmpty();
    }

    private List<Finding> of(String form) {
        return check.check("f.form", form.getBytes(StandardCharsets.UTF_8));
    }

    private static String field(String members) {
        return Json.json("{'id':'f','type':'default','components':[{'id':'field_x','key':'x',%s}]}".formatted(members));
    }
}
