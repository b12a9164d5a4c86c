package io.ringback.form;

import static io.ringback.support.Json.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ringback.platform.FieldError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each component of form-js takes. JSON is written with single quotes. */
class FormAnswersCheckTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OPTIONS = "'values':[{'label':'A','value':'a'},{'value':2},'c',{'label':'None'}]";

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
                "textfield | 'validate':{'pattern':'^(?=x)'} | 'the browser knows look-around'",
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

    @Test
    void whatMayBeHiddenWithItsGroupIsNeverRequired() {
        var required = component("textfield", "'validate':{'required':true}");
        var group = "{'type':'group','conditional':{'hide':'=b'},'components':[{'type':'group','components':[%s]}]}";

        assertThat(check(form(group.formatted(required)), "{}", true)).isEmpty();
        assertThat(check(form(group.formatted(required)), "{'a':1}", false)).hasSize(1);
        assertThat(check(form(group.formatted(required).replace("'hide'", "'other'")), "{}", true))
                .hasSize(1);
    }

    @Test
    void answersLieWhereFormJsPutsThem() {
        var form = form(
                "{'type':'textfield','key':'caller.name'}",
                "{'type':'group','path':'caller','components':[{'type':'number','key':'age'}]}",
                "{'type':'group','components':[{'type':'checkbox','key':'open'}]}",
                "{'type':'group','path':'a.b','components':[{'type':'number','key':'c.d'}]}");

        assertThat(check(form, "{'caller':{'name':'x','age':5},'open':true,'a':{'b':{'c':{'d':1}}}}", true))
                .isEmpty();
        assertThat(check(form, "{'caller':{'name':5,'age':'x','size':1},'a':{'b':{'c':{'d':'x'}}}}", true))
                .extracting(FieldError::field)
                .containsExactlyInAnyOrder(
                        "formData.caller.name", "formData.caller.age", "formData.caller.size", "formData.a.b.c.d");
        assertThat(check(form, "{'caller':'x','a':{'b':[]}}", true))
                .extracting(FieldError::field)
                .containsExactlyInAnyOrder("formData.caller", "formData.a.b");
    }

    @Test
    void eachEntryOfADynamicListIsChecked() {
        var form = form("""
                {'type':'dynamiclist','path':'items','components':[
                  {'type':'textfield','key':'name','validate':{'required':true}},
                  {'type':'dynamiclist','path':'parts','components':[{'type':'number','key':'count'}]}]}""");

        assertThat(check(form, "{'items':[{'name':'x','parts':[{'count':1},{}]}]}", true))
                .isEmpty();
        assertThat(check(form, "{}", true)).isEmpty();
        assertThat(check(form, "{'items':[]}", true)).isEmpty();
        assertThat(check(form, "{'items':[{'name':'x'},{'parts':[{'count':'x','y':1}]},null,5]}", true))
                .extracting(FieldError::field)
                .containsExactlyInAnyOrder(
                        "formData.items[1].name",
                        "formData.items[1].parts[0].count",
                        "formData.items[1].parts[0].y",
                        "formData.items[2].name",
                        "formData.items[3]");
        assertThat(check(form, "{'items':{'name':'x'}}", false))
                .containsExactly(new FieldError("formData.items", "must be a list"));
    }

    @Test
    void whatTheFormDoesNotAskForIsRefusedUnlessItIsUnset() {
        var form = form(component("textfield", ""), "{'type':'text','id':'t'}", "{'type':'button','key':'b'}");

        assertThat(check(form, "{'a':'x','gone':null,'old':'','tick':false,'tags':[],'group':{'c':null}}", true))
                .isEmpty();
        assertThat(check(form, "{'new':'x','b':1}", false))
                .containsExactlyInAnyOrder(
                        new FieldError("formData.new", "is not asked for by the form"),
                        new FieldError("formData.b", "is not asked for by the form"));
        assertThat(check(form, "{'+358 40 123':'x'}", false))
                .as("names of any kind are not repeated")
                .containsExactly(new FieldError("formData", "holds an answer the form does not ask for"));
    }

    @Test
    void fieldsThatGetInEachOthersWayDoNotBreakTheCheck() {
        var form = form(
                "{'type':'textfield','key':'a'}",
                "{'type':'textfield','key':'a.b'}",
                "{'type':'group','path':'a','components':[{'type':'number','key':'c'}]}",
                "{'type':'dynamiclist','components':[{'type':'number','key':'d'}]}",
                "{'type':'textfield'}",
                "{}");

        assertThat(check(form, "{'a':'x'}", true)).isEmpty();
        assertThat(check("{}", "{}", true)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"^(a+)+$", "^(a|aa)+$", "(.*a){20}", "((a{1000}){1000}){1000}", "^(([a-z])+.)+[A-Z]([a-z])+$"})
    void noPatternTakesLong(String pattern) {
        var form = form(component("textfield", "'validate':{'pattern':'%s'}".formatted(pattern)));

        assertThat(Duration.ofNanos(time(form))).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void theShippedFormIsUnderstood() throws Exception {
        var form = Files.readString(Path.of("forms/callClassification.form"));

        assertThat(check(form, "{'reason':'ORDER','result':'SETTLED','followUp':true,'topic':'x'}", true))
                .isEmpty();
        assertThat(check(
                        form,
                        "{'reason':'X','result':1,'followUp':'yes','topic':'%s'}".formatted("x".repeat(121)),
                        true))
                .hasSize(4);
        assertThat(check(form, "{}", true)).containsExactly(new FieldError("formData.reason", "is required"));
    }

    private static long time(String form) {
        long begin = System.nanoTime();
        check(form, "{'a':'%s!'}".formatted("a".repeat(3_999)), false);
        return System.nanoTime() - begin;
    }

    private static List<FieldError> check(String type, String properties, String answer) {
        return check(form(component(type, properties == null ? "" : properties)), "{'a':%s}".formatted(answer), true);
    }

    private static List<FieldError> check(String form, String answers, boolean demanded) {
        return FormAnswersCheck.check(
                FormSchema.parse(json(form.replace("%", "%%"))), map(answers), "formData", demanded);
    }

    private static String form(String... components) {
        return "{'id':'f','type':'default','components':[%s]}".formatted(String.join(",", components));
    }

    private static String component(String type, String properties) {
        var all = properties.isEmpty() ? "" : "," + properties.replace("OPTIONS", OPTIONS);
        return "{'type':'%s','key':'a'%s}".formatted(type, all);
    }

    private static Map<String, Object> map(String json) {
        try {
            return JSON.readValue(json.replace('\'', '"'), new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }
}
