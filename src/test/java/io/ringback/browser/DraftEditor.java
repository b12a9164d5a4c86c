package io.ringback.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import io.ringback.support.Http;
import java.util.regex.Pattern;

/** The page of one draft, as its designer uses it. */
final class DraftEditor {

    /** Said by the vendors' own code, whatever the page does: Inferno of dmn-js, and the menu of bpmn-js. */
    private static final String OF_VENDORS = "development build of Inferno|ContextPad#getPad is deprecated";

    private final Person designer;
    private final String id;

    private DraftEditor(Person designer, String id) {
        this.designer = designer.expects(OF_VENDORS);
        this.id = id;
    }

    static DraftEditor open(Person designer, String id) {
        var editor = new DraftEditor(designer, id);
        designer.go("/design/drafts/" + id);
        editor.awaitOpen();
        return editor;
    }

    /** The one that the page has just gone to. */
    static DraftEditor opened(Person designer) {
        designer.page().waitForURL(Pattern.compile(".*/design/drafts/[0-9a-f-]{36}$"));
        var editor = new DraftEditor(designer, designer.page().url().replaceFirst(".*/", ""));
        editor.awaitOpen();
        return editor;
    }

    String id() {
        return id;
    }

    private void awaitOpen() {
        assertThat(designer.page().locator("#editor[data-ready]")).isVisible();
    }

    void reload() {
        designer.page().reload();
        awaitOpen();
    }

    Locator state() {
        return designer.page().locator("#save-state");
    }

    /** Waits until everything is with the server. */
    void awaitSaved() {
        assertThat(state()).hasAttribute("data-state", "saved");
    }

    Locator button(String name) {
        return designer.page().locator(".page-head").getByRole(AriaRole.BUTTON, exactly(name));
    }

    Locator element(String elementId) {
        return designer.page()
                .locator("g[data-element-id='%s']".formatted(elementId))
                .first();
    }

    /** At its middle, where nothing else lies over it. */
    void choose(String elementId) {
        var box = box(elementId);
        designer.page().mouse().click(box.x + box.width / 2, box.y + box.height / 2);
        assertThat(element(elementId)).hasClass(Pattern.compile(".*selected.*"));
    }

    /** Writes into the element, as one does after a double click. */
    void rename(String elementId, String name) {
        var box = box(elementId);
        designer.page().mouse().dblclick(box.x + box.width / 2, box.y + box.height / 2);
        designer.page().locator(".djs-direct-editing-content").fill(name);
        designer.page().keyboard().press("Enter");
    }

    private BoundingBox box(String elementId) {
        return element(elementId).locator(".djs-hit").first().boundingBox();
    }

    Locator field(String label) {
        return designer.page().locator("#meaning").getByLabel(label, new Locator.GetByLabelOptions().setExact(true));
    }

    Locator finding(String elementId) {
        return designer.page()
                .locator("#findings-list li")
                .filter(new Locator.FilterOptions()
                        .setHas(designer.page().locator("code", new Page.LocatorOptions().setHasText(elementId))));
    }

    /** What the server has of it. */
    String content(Http calls) {
        return calls.get("/api/v1/processes/drafts/" + id)
                .json()
                .path("content")
                .asText();
    }

    private static Locator.GetByRoleOptions exactly(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }
}
