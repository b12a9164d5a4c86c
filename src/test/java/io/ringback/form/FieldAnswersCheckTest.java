package io.ringback.form;

import static io.ringback.form.WrittenForms.check;
import static io.ringback.form.WrittenForms.component;
import static io.ringback.form.WrittenForms.form;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.platform.problem.FieldError;
import io.ringback.support.Bounds;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each component of form-js takes. */
class FieldAnswersCheckTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "textfield | | 'a'",
                "textarea | | 'a\\nb'",
                "textfield | 'validate':{'minLength':2,'maxLength':3} | ' ab  '",
                "textfield | 'validate':{'minLength':'=5','maxLength':'= a'} | 'abcdefg'",
                "textfield | 'validate':{'pattern':'[0-9]{4}'} | 'no 1234'",
                "textfield | 'validate':{'pattern':'^(.)\\\\1'} | 'the browser knows back references'",
                "textfield | 'validate':{'pattern':'['} | 'a'",
                "textfield | 'validate':{'pattern':'^\\\\u00e4+$'} | 'ää'",
                "textfield | 'validate':{'validationType':'email'} | 'a.b+c@d.example'",
                "textfield | 'validate':{'validationType':'phone'} | '+358401234567'",
                "textfield | 'validate':{'validationType':'phone'} | '00358401234567'",
                "number | | 0",
                "number | | -1.5e3",
                "number | | 123456789012345678901234567890",
                "number | 'decimalDigits':2 | 1.25",
                "number | 'decimalDigits':0 | 2.0",
                "number | 'decimalDigits':0 | 1e300",
                "number | 'increment':'0.05' | 1.15",
                "number | 'validate':{'min':1,'max':'10'} | 10",
                "number | 'validate':{'min':'=other'} | -10",
                "number | 'serializeToString':true | '0.30000000000000000004'",
                "number | 'serializeToString':true | 5",
                "datetime | 'subtype':'date' | '2024-02-29'",
                "datetime | 'subtype':'time' | '09:30'",
                "datetime | 'subtype':'time' | '07:30Z'",
                "datetime | 'subtype':'time' | '09:30+02:00'",
                "datetime | 'subtype':'datetime' | '2026-03-02T09:30'",
                "datetime | 'subtype':'datetime' | '2026-03-02T07:30Z'",
                "datetime | 'subtype':'datetime' | '2026-03-02T09:30-03:30'",
                "datetime | | '2026-03-02'",
                "checkbox | | true",
                "checkbox | | false",
                "select | OPTIONS | 'a'",
                "radio | OPTIONS | 2.0",
                "select | 'valuesKey':'known' | 'anything'",
                "select | 'valuesExpression':'=x' | {'id':1}",
                "checklist | OPTIONS | ['a',2]",
                "taglist | OPTIONS | ['c']",
                "taglist | 'valuesKey':'known' | ['x']"
            })
    void takesWhatTheBrowserTakes(String type, String properties, String answer) {
        assertThat(check(type, properties, answer)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "textfield | | 1 | must be a text",
                "textfield | | [] | must be a text",
                "textarea | | false | must be a text",
                "textarea | | {} | must be a text",
                "textfield | 'validate':{'minLength':2} | ' a ' | must have at least 2 characters",
                "textarea | 'validate':{'maxLength':2} | 'abc' | must have at most 2 characters",
                "textfield | 'validate':{'pattern':'^a$'} | 'a\\n' | must match the pattern ^a$",
                "textfield | 'validate':{'pattern':'^a','patternErrorMessage':'Begin with a'} | 'b' | Begin with a",
                "textfield | 'validate':{'validationType':'email'} | 'a b@c.d' | must be an e-mail address",
                "textfield | 'validate':{'validationType':'phone'} | '0401234567' | must be an international phone number like +358401234567",
                "number | | '5' | must be a number",
                "number | | true | must be a number",
                "number | | 1e999 | must be a number",
                "number | | [1] | must be a number",
                "number | 'decimalDigits':0 | 1.5 | must be a whole number",
                "number | 'decimalDigits':1 | 0.25 | must have at most 1 decimal digits",
                "number | 'increment':5 | 7 | must be a multiple of 5",
                "number | 'validate':{'min':1} | 0 | must be at least 1",
                "number | 'validate':{'max':10.5} | 10.51 | must be at most 10.5",
                "number | 'serializeToString':true | '1e9999999' | must be a number",
                "number | 'serializeToString':true | 'five' | must be a number",
                "datetime | 'subtype':'date' | '2026-02-29' | must be a date like 2026-03-02",
                "datetime | 'subtype':'date' | '2026-03-02T09:30' | must be a date like 2026-03-02",
                "datetime | 'subtype':'date' | 20260302 | must be a date like 2026-03-02",
                "datetime | 'subtype':'time' | '25:00' | must be a time like 09:30",
                "datetime | 'subtype':'datetime' | '2026-03-02 09:30' | must be a date and time like 2026-03-02T09:30",
                "datetime | | 'soon' | must be a date or time like 2026-03-02T09:30",
                "checkbox | | 'true' | must be true or false",
                "checkbox | | 1 | must be true or false",
                "checkbox | | '' | must be true or false",
                "select | OPTIONS | 'b' | must be one of the options",
                "select | OPTIONS | 'A' | must be one of the options",
                "radio | OPTIONS | '2' | must be one of the options",
                "radio | OPTIONS | ['a'] | must be one of the options",
                "select | | 'a' | must be one of the options",
                "select | 'valuesKey':'known' | ['a'] | must be one of the options",
                "checklist | OPTIONS | 'a' | must be a list of options",
                "checklist | OPTIONS | ['a','b'] | must be a list of options",
                "taglist | OPTIONS | [null] | must be a list of options",
                "taglist | OPTIONS | [['a']] | must be a list of options"
            })
    void refusesWhatTheBrowserWouldNotSend(String type, String properties, String answer, String message) {
        assertThat(check(type, properties, answer)).containsExactly(new FieldError("formData.a", message));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "textfield | ''",
                "textarea | null",
                "number | null",
                "number | ''",
                "datetime | null",
                "checkbox | false",
                "checkbox | null",
                "checklist | []",
                "taglist | null",
                "radio | null",
                "select | ''"
            })
    void whatIsUnsetIsNoAnswerToWhatIsRequired(String type, String unset) {
        var form = form(component(type, "'validate':{'required':true,'minLength':3,'min':1}"));

        assertThat(check(form, "{'a':%s}".formatted(unset), true))
                .containsExactly(new FieldError("formData.a", "is required"));
        assertThat(check(form, "{}", true)).hasSize(1);
        assertThat(check(form, "{'a':%s}".formatted(unset), false)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'conditional':{'hide':'=b'}",
                "'disabled':true",
                "'readonly':true",
                "'readonly':'=b'",
                "'valuesKey':'b'",
                "'valuesExpression':'=b'"
            })
    void whatTheAgentMayBeUnableToFillInIsNeverRequired(String property) {
        var form = form(component("select", "'validate':{'required':true}," + property));

        assertThat(check(form, "{}", true)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"^(a+)+$", "^(a|aa)+$", "(.*a){20}", "((a{1000}){1000}){1000}", "^(([a-z])+.)+[A-Z]([a-z])+$"})
    void noPatternTakesLong(String pattern) {
        var form = form(component("textfield", "'validate':{'pattern':'%s'}".formatted(pattern)));

        var took = Bounds.cpuTimeOf(() -> check(form, "{'a':'%s!'}".formatted("a".repeat(3_999)), false));

        assertThat(took).isLessThan(Duration.ofSeconds(5));
    }
}
