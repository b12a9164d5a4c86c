package io.ringback.form;

import static io.ringback.support.Json.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The texts of a form in several languages. */
class FormTextsTest {

    private static final String FORM = """
            {'id':'f','type':'default','components':[
              {'type':'group','label':'Group','properties':{'label.sv':'Grupp'},'components':[
                {'type':'textfield','key':'a','label':'Name','description':'First','validate':{'patternErrorMessage':'No'},
                 'appearance':{'suffixAdorner':'years'},
                 'properties':{'label.fi':'Nimi','description.fi':'Ensin','patternErrorMessage.fi':'Ei',
                               'suffixAdorner.fi':'vuotta','color':'red'}}]},
              {'type':'radio','key':'b','label':'Which','values':[{'label':'One','value':'x.1'},'two'],
               'properties':{'option.x.1.fi':'Yksi','option.two.fi':'Kaksi','option.gone.fi':'Ei','label.fi':'Kumpi'}}
            ]}""";

    @ParameterizedTest
    @CsvSource({
        "fi, /components/0/label, Group",
        "sv, /components/0/label, Grupp",
        "fi, /components/0/components/0/label, Nimi",
        "sv, /components/0/components/0/label, Name",
        "en, /components/0/components/0/label, Name",
        "fi, /components/0/components/0/description, Ensin",
        "fi, /components/0/components/0/validate/patternErrorMessage, Ei",
        "fi, /components/0/components/0/appearance/suffixAdorner, vuotta",
        "fi, /components/0/components/0/properties/color, red",
        "fi, /components/1/values/0/label, Yksi",
        "fi, /components/1/values/0/value, x.1",
        "fi, /components/1/values/1/label, Kaksi",
        "fi, /components/1/values/1/value, two",
        "sv, /components/1/values/1, two",
    })
    void whatALanguageSaysStandsInPlaceOfTheText(String language, String place, String text) {
        var form = Form.of("f", 1, json(FORM));

        assertThat(tree(form.in(language)).at(place).asText()).isEqualTo(text);
    }

    @Test
    void aFormThatDoesNotSpeakALanguageIsLeftAsItWasMade() {
        assertThat(Form.of("f", 1, json(FORM)).in("de")).isEqualTo(json(FORM));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'label.fi':'Nimi'            | []",
                "'label.en':'Name'            | []",
                "'color':'red','label':'x'    | []",
                "'x.fi':3                     | []",
                "'option.A.sv':'Ett'          | []",
                "'option.2.fi':'Kaksi'        | []",
                "'label.de':'Name'            | no language of the desk",
                "'label.FI':'Nimi'            | no language of the desk",
                "'option.A.':'Yksi'           | no language of the desk",
                "'label.fi':''                | must be a text",
                "'label.fi':3                 | must be a text",
                "'label.fi':null              | must be a text",
                "'option.B.fi':'Toinen'       | an option that there is not",
                "'description.fi':'Kuvaus'    | a text that there is not",
                "'patternErrorMessage.fi':'x' | a text that there is not",
            })
    void aTextThatCannotBeShownIsTold(String properties, String complaint) {
        var component = tree(
                json("{'type':'select','key':'a','label':'Name','values':[{'label':'One','value':'A'},2],'properties':{"
                        + properties + "}}"));

        assertThat(FormTexts.complaints(component).toString()).contains(complaint);
    }

    private static JsonNode tree(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }
}
