package io.ringback.form;

import static io.ringback.support.Json.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people read of answers to a form. */
class ReadableAnswersTest {

    private static final String FORM = """
            {'id':'f','type':'default','components':[
              {'type':'select','key':'reason','label':'Reason',
               'values':[{'label':'Invoice','value':'INVOICE'},{'label':'Order, delivery','value':'ORDER'},{'value':7}],
               'properties':{'label.fi':'Syy','option.INVOICE.fi':'Lasku','option.7.fi':'Seitsemän'}},
              {'type':'taglist','key':'tags','label':'Tags','values':[{'label':'A','value':'a'},'b']},
              {'type':'checkbox','key':'again','label':'Again'},
              {'type':'number','key':'count'},
              {'type':'datetime','key':'day','dateLabel':'Day','subtype':'date'},
              {'type':'textarea','key':'text','label':'=worked out'},
              {'type':'group','path':'who','label':'Who','components':[{'type':'textfield','key':'name','label':'Name'}]},
              {'type':'textfield','key':'deep.er','label':'Deeper'},
              {'type':'dynamiclist','path':'items','label':'Item','components':[{'type':'textfield','key':'no','label':'No'}]}
            ]}""";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'reason':'INVOICE'}                        | en | Reason: Invoice",
                "{'reason':'INVOICE'}                        | fi | Syy: Lasku",
                "{'reason':'ORDER'}                          | fi | Syy: Order, delivery",
                "{'reason':7}                                | fi | Syy: Seitsemän",
                "{'reason':7}                                | de | Reason: 7",
                "{'reason':'GONE'}                           | en | Reason: GONE",
                "{'reason':null,'tags':[],'again':false,'text':''} | en | \"\"",
                "{'tags':['a','b','x']}                      | en | Tags: A, b, x",
                "{'again':true}                              | en | Again: yes",
                "{'count':0}                                 | en | count: 0",
                "{'day':'2026-03-02'}                        | en-GB | Day: 2 Mar 2026",
                "{'day':'soon'}                              | en | Day: soon",
                "{'text':'as typed'}                         | en | text: as typed",
                "{'who':{'name':'Ville'}}                    | en | Who › Name: Ville",
                "{'deep':{'er':'down'}}                      | en | Deeper: down",
                "{'items':[{'no':'1'},{'no':'2'}]}           | en | Item 1 › No: 1; Item 2 › No: 2",
                "{'old':'kept','who':{'age':3}}              | en | old: kept; who.age: 3",
                "{'text':'last','reason':'ORDER'}            | en | Reason: Order, delivery; text: last",
                "{'reason':{'a':1},'who':'nobody'}           | en | \"Reason: {\"\"a\"\":1}; who: nobody\"",
            })
    void answersAreReadWithTheLabelsOfTheirFormInItsOrder(String answers, String language, String read) {
        assertThat(read(Form.of("f", 1, json(FORM)), answers, language)).isEqualTo(read);
    }

    @Test
    void withoutItsFormAnAnswerIsReadUnderItsKey() {
        assertThat(read(null, "{'reason':'INVOICE','tags':['a']}", "en")).isEqualTo("reason: INVOICE; tags: [\"a\"]");
    }

    private static String read(@Nullable Form form, String answers, String language) {
        return ReadableAnswers.of(form, map(answers), Locale.forLanguageTag(language)).stream()
                .map(answer -> answer.label() + ": " + (answer.text() == null ? "yes" : answer.text()))
                .collect(Collectors.joining("; "));
    }

    private static Map<String, Object> map(String json) {
        try {
            return new ObjectMapper().readValue(json(json), new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }
}
