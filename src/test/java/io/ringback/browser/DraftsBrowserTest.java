package io.ringback.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import io.ringback.process.ExportedProcesses;
import io.ringback.process.WorkedModel;
import io.ringback.support.Centre;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Designers draw in the browser: processes, decisions and forms, saved as they work. */
@BrowserTest
class DraftsBrowserTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Those in which the step that is renamed is drawn where it is in the shipped file. */
    private static final Set<String> DRAWN_ALIKE = Set.of(
            "labels in another language",
            "the namespace operaton",
            "BPMN as the namespace without a prefix",
            "Signavio",
            "colours of bpmn.io",
            "element templates",
            "annotations, groups, data and their drawing",
            "a schema named, a byte order mark, lines of Windows");

    @Autowired
    private Centre centre;

    @Test
    void aStepOfTheServerIsAppendedTakenBackDoneAgainAndKept(Browsers browsers) throws IOException {
        var dee = centre.person("DESIGNER");
        var designer = browsers.inOffice(dee, "/design/drafts");
        var page = designer.page();
        assertThat(EveryLook.faults("drafts", page)).isEmpty();
        page.locator("#import")
                .setInputFiles(new FilePayload(
                        "callbackCase.bpmn", "text/xml", Files.readAllBytes(shipped("callbackCase.bpmn"))));
        var editor = DraftEditor.opened(designer);
        assertThat(page.locator("#findings-summary")).hasText("Nothing is wrong.");
        editor.choose("task_offerCallback");
        assertThat(editor.field("Step of the server")).hasValue("offerCallbackDelegate");

        page.locator(".djs-context-pad [data-action=append]").click();
        page.locator(".djs-popup").getByText("Steps of Ringback").click();
        page.locator(".djs-popup").getByText("Tell other programs", exactText()).click();

        await().untilAsserted(() -> assertThat(editor.content(centre.as(dee))).contains("#{notifyDelegate}"));
        assertThat(editor.field("Step of the server")).hasValue("notifyDelegate");
        editor.button("Undo").click();
        await().untilAsserted(() -> assertThat(editor.content(centre.as(dee))).doesNotContain("notifyDelegate"));
        editor.button("Redo").click();
        await().untilAsserted(() -> assertThat(editor.content(centre.as(dee))).contains("#{notifyDelegate}"));
        editor.awaitSaved();
        editor.reload();
        assertThat(page.locator("g.djs-element").getByText("Tell other")).isVisible();
    }

    @Test
    void onlyWhatCanBeDeployedIsOfferedAndChosenByItsName(Browsers browsers) throws IOException {
        var dee = centre.person("DESIGNER");
        var designer = browsers.inOffice(dee, "/design/drafts");
        var page = designer.page();
        var editor = DraftEditor.open(designer, draft(dee, "callbackCase.bpmn"));
        editor.choose("task_offerCallback");

        page.locator(".djs-context-pad [data-action=replace]").click();

        var menu = page.locator(".djs-popup");
        assertThat(menu.getByText("User task")).isVisible();
        assertThat(menu.getByText("Script task")).hasCount(0);
        assertThat(menu.locator("[data-id=toggle-parallel-mi]")).hasCount(0);
        page.keyboard().press("Escape");
        assertThat(page.locator("#panel [data-group-id='group-general']")).isVisible();
        assertThat(page.locator("#panel [data-group-id*=Implementation], #panel [data-group-id*=Listener]"))
                .hasCount(0);

        editor.field("Step of the server").selectOption("markOverdueDelegate");

        await().untilAsserted(() -> assertThat(editor.content(centre.as(dee))).doesNotContain("offerCallbackDelegate"));
        assertThat(page.locator("#meaning")).containsText("Shows on boards");
        editor.finding("callbackCase").first().waitFor();
        editor.field("Step of the server").selectOption("");
        var finding = editor.finding("task_offerCallback").first();
        finding.waitFor();
        assertThat(page.locator(".djs-overlay .found-badge").first()).isVisible();
        assertThat(editor.element("task_offerCallback")).hasClass(Pattern.compile(".*found-error.*"));
        editor.choose("task_expireCallback");
        finding.locator("button").press("Enter");
        assertThat(editor.element("task_offerCallback")).hasClass(Pattern.compile(".*selected.*"));
        Axe.check(page);

        designer.go("/design/drafts");
        designer.go("/design/drafts/" + editor.id() + "#task_expireCallback");
        assertThat(editor.element("task_expireCallback")).hasClass(Pattern.compile(".*selected.*"));
    }

    @Test
    void twoWhoWorkOnOneFileAreToldAndNoneOverwritesTheOther(Browsers browsers) throws IOException {
        var dee = centre.named(centre.person("DESIGNER"), "Dee Draws");
        var otto = centre.named(centre.person("DESIGNER"), "Otto Other");
        var one = browsers.inOffice(dee, "/design/drafts");
        var editor = DraftEditor.open(one, draft(dee, "callbackCase.bpmn"));

        var other = browsers.inOffice(otto, "/design/drafts/" + editor.id());
        other.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Take a copy"))
                .click();
        other.page().waitForURL(url -> !url.endsWith(editor.id()));
        var copy = DraftEditor.opened(other);

        assertThat(other.page().locator("#others")).containsText("Dee Draws");
        assertThat(one.page().locator("#others")).containsText("Otto Other");
        assertThat(copy.id()).isNotEqualTo(editor.id());

        var second = browsers.inOffice(dee, "/design/drafts");
        var again = DraftEditor.open(second, editor.id());
        editor.rename("task_offerCallback", "Offer by one");
        await().untilAsserted(() -> assertThat(editor.content(centre.as(dee))).contains("Offer by one"));
        second.expects("status of 409");
        again.rename("task_offerCallback", "Offer by the other");
        assertThat(second.page().locator("#conflict")).containsText("Dee Draws has saved this draft");
        assertThat(editor.content(centre.as(dee))).contains("Offer by one");
        second.page().locator("#keep-mine").click();
        await().untilAsserted(() -> assertThat(editor.content(centre.as(dee))).contains("Offer by the other"));
    }

    @Test
    void whatIsDrawnWithoutANetworkIsKeptAndSentWhenThereIsOne(Browsers browsers) throws IOException {
        var dee = centre.person("DESIGNER");
        var designer = browsers.inOffice(dee, "/design/drafts");
        var editor = DraftEditor.open(designer, draft(dee, "callbackCase.bpmn"));
        designer.goOffline();

        editor.rename("task_offerCallback", "Offered offline");

        assertThat(editor.state()).hasAttribute("data-state", "kept");
        designer.comeBackOnline();
        await().untilAsserted(() -> assertThat(editor.content(centre.as(dee))).contains("Offered offline"));
        editor.awaitSaved();
    }

    @Test
    void aCellOfADecisionAndAFieldOfAFormAreChanged(Browsers browsers) throws IOException {
        var dee = centre.person("DESIGNER");
        var designer = browsers.inOffice(dee, "/design/drafts");
        var page = designer.page();
        var decision = DraftEditor.open(designer, draft(dee, "retryPolicy.dmn"));

        var cell = page.locator("td[data-element-id]").getByText("\"PT5M\"");
        cell.click();
        page.keyboard().press("Control+a");
        page.keyboard().type("\"PT7M\"");
        page.keyboard().press("Enter");

        await().untilAsserted(() ->
                assertThat(decision.content(centre.as(dee))).contains("PT7M").doesNotContain("PT5M"));
        while (decision.button("Undo").isEnabled()) {
            decision.button("Undo").click(); // a step for each letter
        }
        await().untilAsserted(() -> assertThat(decision.content(centre.as(dee))).contains("PT5M"));
        Axe.check(page);

        var form = DraftEditor.open(designer, draft(dee, "callClassification.form"));
        assertThat(page.locator(".fjs-palette-field[data-field-type=textfield]"))
                .isVisible();
        assertThat(page.locator(".fjs-palette-field[data-field-type=html]")).isHidden();
        // The editor shows its fields disabled.
        page.locator(".fjs-element[data-id=field_topic]").click(new Locator.ClickOptions().setForce(true));
        page.locator("[data-group-id=group-general] .bio-properties-panel-group-header-title")
                .click();
        page.locator("#bio-properties-panel-label").fill("Topic of the call");

        await().untilAsserted(() -> assertThat(form.content(centre.as(dee))).contains("Topic of the call"));
        Axe.check(page);
    }

    @Test
    void aNewOneIsBegunUnderAKeyOfItsOwnAndAsksWhatItMay(Browsers browsers) {
        var dee = centre.person("DESIGNER");
        var designer = browsers.inOffice(dee, "/design");
        var page = designer.page();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("New …"))
                .click();
        assertThat(EveryLook.faults("a new draft", page)).isEmpty();

        begin(page, new SelectOption().setValue("callbackCase"), "Complaints first");
        var process = DraftEditor.opened(designer);
        assertThat(page.locator("#findings-summary")).hasText("Nothing is wrong.");
        assertThat(process.content(centre.as(dee))).contains("id=\"complaintsFirst\" name=\"Complaints first\"");

        designer.go("/design/drafts#new");
        begin(page, new SelectOption().setLabel("Decision with one rule"), "Which desk");
        var decision = DraftEditor.opened(designer);
        assertThat(page.locator("#findings-summary")).hasText("Nothing is wrong.");
        page.getByLabel("Add a column: Where the request came from").click();
        await().untilAsserted(() -> assertThat(decision.content(centre.as(dee))).contains("<text>source</text>"));
        Axe.check(page);
        decision.button("Undo").click();
        await().untilAsserted(() -> assertThat(decision.content(centre.as(dee))).doesNotContain("<text>source</text>"));
    }

    private static void begin(Page page, SelectOption pattern, String name) {
        page.getByLabel("Begin with").selectOption(pattern);
        page.locator("#new-name").fill(name);
        page.keyboard().press("Enter");
    }

    @Test
    void inANarrowWindowADiagramIsOnlyLookedAt(Browsers browsers) throws IOException {
        var dee = centre.person("DESIGNER");
        var designer = browsers.inOffice(dee, "/design/drafts");
        designer.page().setViewportSize(900, 700);

        DraftEditor.open(designer, draft(dee, "callbackCase.bpmn"));

        assertThat(designer.page().locator("#narrow")).isVisible();
        assertThat(designer.page().locator(".djs-palette")).hasCount(0);
    }

    @Test
    void whatOtherToolsHaveWrittenGoesOutAgainUnharmed(Browsers browsers) throws IOException {
        var dee = centre.person("DESIGNER");
        var designer = browsers.inOffice(dee, "/design/drafts");
        var softly = new SoftAssertions();
        for (var file : foreign().entrySet()) {
            var step = file.getKey().equals("an example of the engine") ? "approve" : "task_offerCallback";
            var editor = DraftEditor.open(designer, draft(dee, "foreign.bpmn", file.getValue()));

            editor.rename(step, "Renamed");
            await().untilAsserted(
                            () -> assertThat(editor.content(centre.as(dee))).contains("\"Renamed\""));

            softly.assertThat(SameModel.differences(file.getValue(), editor.content(centre.as(dee))))
                    .as(file.getKey())
                    .allSatisfy(
                            difference -> assertThat(difference).contains(step).contains("name"));
            softly.assertThat(designer.page().locator("#lost").isVisible())
                    .as(file.getKey())
                    .isFalse();
        }
        softly.assertAll();
    }

    private static Map<String, String> foreign() throws IOException {
        var all = new LinkedHashMap<String, String>();
        ExportedProcesses.all()
                .filter(model -> DRAWN_ALIKE.contains(model.name()))
                .forEach((WorkedModel model) ->
                        all.put(model.name(), model.models().get(0).content()));
        all.put("an example of the engine", Files.readString(Path.of("src/test/resources/drafts/invoice.bpmn")));
        return all;
    }

    private String draft(String person, String file) throws IOException {
        return draft(person, file, Files.readString(shipped(file)));
    }

    private String draft(String person, String file, String content) throws JsonProcessingException {
        return centre.as(person)
                .post("/api/v1/processes/drafts", JSON.writeValueAsString(Map.of("file", file, "content", content)))
                .json()
                .path("id")
                .asText();
    }

    private static Path shipped(String file) {
        return Path.of(file.endsWith(".form") ? "forms" : "processes", file);
    }

    private static Locator.GetByTextOptions exactText() {
        return new Locator.GetByTextOptions().setExact(true);
    }
}
