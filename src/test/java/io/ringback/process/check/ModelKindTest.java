package io.ringback.process.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelKindTest {

    @ParameterizedTest
    @CsvSource({
        "callbackCase.bpmn, PROCESS",
        "callbackCase.bpmn20.xml, PROCESS",
        "callbackCase.bpmn.xml, PROCESS",
        "CALLBACKCASE.BPMN, PROCESS",
        "Callback Case (3).Bpmn20.XML, PROCESS",
        "sales/2026/callbackCase.bpmn, PROCESS",
        "sales\\callbackCase.BPMN, PROCESS",
        "käsittely.bpmn, PROCESS",
        "retryPolicy.dmn, DECISION",
        "retryPolicy.DMN, DECISION",
        "retryPolicy.dmn11.xml, DECISION",
        "a.b.form, FORM",
        "Luokittelu.FORM, FORM"
    })
    void knowsFilesAsDesignersNameThem(String name, ModelKind kind) {
        assertThat(ModelKind.of(name)).contains(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "._callbackCase.bpmn",
                ".callbackCase.bpmn",
                ".git/callbackCase.bpmn",
                "sales/.hidden/a.dmn",
                "~callbackCase.bpmn",
                "~$form.form",
                "callbackCase.bpmn~",
                "callbackCase.bpmn.bak",
                "callbackCase.bpmn.swp",
                ".bpmn",
                "bpmn",
                "readme.txt",
                "model.xml",
                "form.json",
                "",
                "/"
            })
    void ignoresWhatIsNoModel(String name) {
        assertThat(ModelKind.of(name)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "callbackCase.bpmn, callbackCase.bpmn",
        "sales/callbackCase.BPMN, sales/callbackCase.BPMN.bpmn",
        "x.bpmn20.xml, x.bpmn20.xml.bpmn",
        "retry.dmn11.xml, retry.dmn11.xml.dmn",
        "retry.DMN, retry.DMN.dmn",
        "a.Form, a.Form.form"
    })
    void givesTheEngineANameItKnows(String name, String engineName) {
        assertThat(ModelKind.of(name).orElseThrow().engineName(name)).isEqualTo(engineName);
    }

    @Test
    void givesNoTwoFilesTheSameName() {
        assertThat(ModelKind.PROCESS.engineName("x.bpmn")).isNotEqualTo(ModelKind.PROCESS.engineName("x.bpmn20.xml"));
    }
}
