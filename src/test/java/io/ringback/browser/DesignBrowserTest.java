package io.ringback.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.ringback.support.Centre;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.operaton.bpm.engine.RepositoryService;
import org.operaton.bpm.engine.RuntimeService;
import org.springframework.beans.factory.annotation.Autowired;

/** What designers see of the deployed processes, decisions and forms. */
@BrowserTest
class DesignBrowserTest {

    private static final String KEY = "seenInBrowser";

    /** dmn-js writes the styles of its mark as attributes, which the policy refuses, and is built with remarks for developers. */
    private static final String OF_DMN_JS =
            "inline style|infernojs|policy violated: style-src-attr by inline in .*dmn-js";

    @Autowired
    private Centre centre;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @BeforeEach
    void twoVersions() {
        deploy(drawn("PT5M", 120));
        deploy(drawn("PT10M", 200).replace("<!-- more -->", MORE).replace("<!-- drawn -->", MORE_DRAWN));
    }

    @AfterEach
    void takeThemAway() {
        repository
                .createDeploymentQuery()
                .deploymentName(KEY)
                .list()
                .forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
    }

    @Test
    void aProcessIsFoundAndWhatWaitsInItIsSeenAsItComes(Browsers browsers) {
        var root = browsers.inOffice(centre.person("DESIGNER"), "/design");
        var page = root.page();
        assertThat(page.locator("#models")).containsText("callbackCase.bpmn");
        assertThat(EveryLook.faults("the list of models", page)).isEmpty();

        page.locator("#q").fill(KEY);
        assertThat(page.locator("#models tbody tr")).hasCount(1);
        page.locator("#models a").first().click();

        var waiting = page.locator("#viewer .waiting-here");
        assertThat(page.locator("#viewer .djs-shape[data-element-id=pause]")).isVisible();
        assertThat(page.locator("#viewer .bjs-powered-by")).isVisible();
        assertThat(waiting).hasCount(0);

        runtime.startProcessInstanceByKey(KEY, Map.of());
        assertThat(waiting).hasText("1");
        runtime.startProcessInstanceByKey(KEY, Map.of());
        assertThat(waiting).hasText("2");
        assertThat(page.locator("tr[data-element=pause] [data-count]")).hasText("2");

        page.locator("[data-select=pause]").press("Enter");
        assertThat(page.locator("#element")).containsText("PT10M");
        page.locator("#only-waiting").check();
        assertThat(page.locator("#elements tbody tr:visible")).hasCount(1);
        assertThat(EveryLook.faults("a version", page)).isEmpty();

        runtime.startProcessInstanceById(version(1));
        root.go("/design");
        assertThat(page.locator("#model-PROCESS-" + KEY + " .open-by-version a"))
                .hasCount(2);
        assertThat(EveryLook.faults("models with open cases on two versions", page))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Changed: Event that is waited for | now waits PT10M instead of PT5M | 1 added, 0 removed, 1 changed, 1 moved",
                "fi | Muutettu: Odotettava tapahtuma | odottaa nyt PT10M, ennen PT5M | Lisätty 1, poistettu 0, muutettu 1, siirretty 1",
                "sv | Ändrat: Händelse som inväntas | väntar nu PT10M i stället för PT5M | 1 tillagda, 0 borttagna, 1 ändrade, 1 flyttade"
            })
    void twoVersionsAreSeenBesideEachOtherAndToldInWords(
            String language, String changed, String how, String summary, Browsers browsers) {
        var root = browsers.inOffice(centre.person("AUDITOR"), "/design/%s/compare?lang=%s".formatted(KEY, language));
        var page = root.page();
        var before = page.locator("[data-side]").first();
        var after = page.locator("[data-side]").last();
        var differences = page.locator("[data-differences]");

        assertThat(page.locator("[data-summary]")).hasText(summary);
        assertThat(differences).containsText(changed);
        assertThat(differences).containsText(how);
        assertThat(before.locator("[data-element-id=pause].is-changed")).hasCount(1);
        assertThat(after.locator("[data-element-id=remark].is-added")).hasCount(1);
        assertThat(after.locator(".sign.moved")).hasText("→");
        assertThat(before.locator(".bjs-powered-by")).isVisible();

        differences.getByText(changed).click();
        assertThat(before.locator("[data-element-id=pause].is-chosen")).hasCount(1);
        assertThat(after.locator("[data-element-id=pause].is-chosen")).hasCount(1);
        assertThat(viewport(before)).hasAttribute("transform", viewport(after).getAttribute("transform"));
        if (language.equals("en")) {
            assertThat(EveryLook.faults("two versions", page)).isEmpty();
        }
    }

    @Test
    void decisionsAndFormsHaveViewersOfTheirOwn(Browsers browsers) {
        var root = browsers.inOffice(centre.person("DESIGNER"), "/design/callClassification/versions/1")
                .expects(OF_DMN_JS);
        var page = root.page();
        assertThat(page.locator("#viewer")).containsText("Reason for the call");
        assertThat(EveryLook.faults("a form", page)).isEmpty();

        root.go("/design/retryPolicy/versions/1?lang=fi");
        assertThat(page.locator("#viewer .hit-policy")).containsText("Osumasääntö");
        assertThat(page.locator("#viewer td").getByText("\"BUSY\"")).isVisible();
        assertThat(page.locator("#viewer .bjs-powered-by")).isVisible();
        page.locator("[data-views] button").first().press("Enter");
        assertThat(page.locator("#viewer [data-element-id=retryPolicy]")).isVisible();
        assertThat(page.locator("[data-views] button").first()).hasAttribute("aria-pressed", "true");
        page.locator("[data-views] button").last().press("Enter");
        assertThat(EveryLook.faults("a decision", page)).isEmpty();
    }

    private static Locator viewport(Locator side) {
        return side.locator("g.viewport");
    }

    private String version(int version) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(KEY)
                .processDefinitionVersion(version)
                .singleResult()
                .getId();
    }

    private void deploy(String content) {
        repository
                .createDeployment()
                .name(KEY)
                .addString(KEY + ".bpmn", content)
                .deploy();
    }

    private static final String MORE =
            "<textAnnotation id=\"remark\"><text>As the caller has asked for it</text></textAnnotation>";
    private static final String MORE_DRAWN =
            "<di:BPMNShape id=\"remark_di\" bpmnElement=\"remark\"><dc:Bounds x=\"160\" y=\"40\" width=\"100\" height=\"40\"/></di:BPMNShape>";

    private static String drawn(String pause, int place) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="test"
                             xmlns:di="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"
                             xmlns:camunda="http://camunda.org/schema/1.0/bpmn">
                  <process id="%s" name="Seen in a browser" isExecutable="true" camunda:historyTimeToLive="P1D">
                    <startEvent id="start"/><sequenceFlow id="a" sourceRef="start" targetRef="pause"/>
                    <intermediateCatchEvent id="pause" name="Pause"><timerEventDefinition>
                      <timeDuration>%s</timeDuration></timerEventDefinition></intermediateCatchEvent>
                    <sequenceFlow id="b" sourceRef="pause" targetRef="end"/><endEvent id="end" name="Done"/><!-- more -->
                  </process>
                  <di:BPMNDiagram id="diagram"><di:BPMNPlane id="plane" bpmnElement="%s">
                    <di:BPMNShape id="start_di" bpmnElement="start"><dc:Bounds x="100" y="100" width="36" height="36"/></di:BPMNShape>
                    <di:BPMNShape id="pause_di" bpmnElement="pause"><dc:Bounds x="200" y="100" width="36" height="36"/></di:BPMNShape>
                    <di:BPMNShape id="end_di" bpmnElement="end"><dc:Bounds x="300" y="%s" width="36" height="36"/></di:BPMNShape>
                    <!-- drawn -->
                  </di:BPMNPlane></di:BPMNDiagram>
                </definitions>""".formatted(KEY, pause, KEY, place);
    }
}
