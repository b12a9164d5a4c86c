package io.ringback.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringback.support.Centre;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The case in a browser window of its own, to lie beside the softphone. */
@BrowserTest
class DeskWindowTest {

    @Autowired
    private Centre centre;

    private String list;
    private JsonNode callback;
    private Person anna;
    private CaseWindow window;

    @BeforeEach
    void aCaseInItsOwnWindow(Browsers browsers) {
        list = centre.list();
        callback = centre.request(list, centre.newNumber());
        anna = browsers.agentOn(list);
        anna.desk().startReceiving();
        anna.desk().caseWindow().note().fill("typed at the desk");
        anna.desk().caseWindow().awaitDraftSaved();
        window = anna.desk().caseWindow().popOut();
        new DeskPage(window.page()).awaitReady();
    }

    @Test
    void theDeskSaysWhereTheCaseIs() {
        assertThat(anna.desk().elsewhere()).containsText("The case is open in its own window");
        assertThat(anna.desk().caseWindow().self()).hasCount(0);
        assertThat(anna.desk().connection()).isHidden();
        assertThat(window.note()).hasValue("typed at the desk");
        assertThat(window.countdown()).containsText("Receiving stops in");
    }

    @Test
    void theCaseHasTheFocusThere() {
        assertThat(window.page().locator("#case-title")).isFocused();
    }

    @Test
    void savingThereBringsTheNextCaseThere() {
        var next = centre.request(list, centre.newNumber());
        var allocation = window.allocation();
        window.call();
        assertThat(Softphone.dialled(window.page())).isPresent();
        window.endCall();
        assertThat(window.attempts()).containsText("this call");
        window.choose("ANSWERED");

        window.save();

        window.awaitOther(allocation);
        assertThat(centre.status(callback)).isEqualTo("RESOLVED");
        assertThat(centre.callback(next).path("allocatedTo").asText()).isEqualTo(anna.id());
        assertThat(anna.desk().elsewhere()).isVisible();
        assertThat(anna.desk().toast("The case is closed")).hasCount(0);
    }

    @Test
    void closingItBringsTheCaseBackToTheDesk() {
        window.note().fill("typed in its own window");
        window.awaitDraftSaved();

        window.page().close();

        anna.desk().caseWindow().awaitOpen();
        assertThat(anna.desk().elsewhere()).hasCount(0);
        assertThat(anna.desk().caseWindow().note()).hasValue("typed in its own window");
    }

    @Test
    void theDeskBringsItBack() {
        var closed = window.page();

        closed.waitForClose(() -> anna.desk().bringBack());

        anna.desk().caseWindow().awaitOpen();
        assertThat(anna.desk().caseWindow().note()).hasValue("typed at the desk");
    }

    @Test
    void showCaseBringsItToTheFront() {
        window.page().evaluate("() => { window.focus = () => { window.calledToFront = true; }; }");

        anna.desk().showCase();

        window.page().waitForFunction("() => window.calledToFront");
    }

    @Test
    void aReloadOfEitherWindowChangesNothing() {
        anna.page().reload();
        anna.desk().awaitReady();
        assertThat(anna.desk().elsewhere()).isVisible();

        window.page().reload();

        assertThat(window.note()).hasValue("typed at the desk");
        assertThat(anna.desk().elsewhere()).isVisible();
        assertThat(anna.desk().connection()).isHidden();
    }

    @Test
    void stoppingAtTheDeskEmptiesIt() {
        anna.desk().stop();

        window.awaitGone();
        assertThat(anna.desk().elsewhere()).hasCount(0);
        assertThat(centre.status(callback)).isEqualTo("WAITING");
    }
}
