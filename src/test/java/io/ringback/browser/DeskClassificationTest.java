package io.ringback.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import io.ringback.support.Centre;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The form of the list, in which the call is classified. */
@BrowserTest
class DeskClassificationTest {

    @Autowired
    private Centre centre;

    @Autowired
    private JdbcClient jdbc;

    private JsonNode callback;
    private Person anna;
    private CaseWindow window;

    @BeforeEach
    void aCaseAfterItsCall(Browsers browsers) {
        var list = centre.list();
        callback = centre.request(list, centre.newNumber());
        anna = browsers.agentOn(list);
        anna.desk().startReceiving();
        window = anna.desk().caseWindow();
        window.call();
        window.endCall();
    }

    @Test
    void itIsShownWithTheMarkOfItsMaker() {
        assertThat(reason()).isVisible();
        assertThat(window.form()).containsText("Result");

        var mark = window.form().locator("[class*=powered-by]").first();

        mark.scrollIntoViewIfNeeded();
        assertThat(mark).isVisible();
        assertThat(mark.locator("svg").first()).isVisible();
    }

    @Test
    void answersAreSavedWithTheOutcome() {
        choose("Invoice or payment");
        anna.page().getByLabel("Passed on").check();
        anna.page().getByLabel("Topic").fill("Reminder fee");
        window.choose("ANSWERED");

        window.save();

        window.awaitGone();
        assertThat(saved()).contains("\"reason\": \"INVOICE\"");
        assertThat(saved()).contains("\"result\": \"PASSED_ON\"");
        assertThat(saved()).contains("\"topic\": \"Reminder fee\"");
    }

    @Test
    void whatIsRequiredIsMarkedAndDemandedWhenSomebodyWasReachedAndNotBefore() {
        assertThat(reason()).isVisible();
        assertThat(marks()).hasCount(0);
        reason().click();
        anna.page().keyboard().press("Escape");
        anna.page().getByLabel("Topic").click();
        window.status("ANSWERED").check();
        assertThat(marks()).hasCount(1);
        assertThat(mistakes()).hasCount(0);

        window.save();

        assertThat(window.error("formData")).hasText("Check the answers of the classification.");
        assertThat(window.form()).containsText("Please answer this.");
        assertThat(anna.page().getByLabel("Reason for the call").first()).isFocused();
        assertThat(centre.status(callback)).isEqualTo("ALLOCATED");
        window.status("BUSY").check();
        assertThat(marks()).hasCount(0);
        assertThat(mistakes()).hasCount(0);
        window.status("ANSWERED").check();
        assertThat(marks()).hasCount(1);

        choose("Complaint");
        window.save();

        window.awaitGone();
        assertThat(saved()).contains("COMPLAINT");
    }

    @Test
    void nothingNeedBeAnsweredWhenNobodyWasReached() {
        anna.page().getByLabel("Topic").fill("Reminder fee");
        window.choose("BUSY");

        window.save();

        window.awaitGone();
        assertThat(centre.status(callback)).isEqualTo("SCHEDULED");
    }

    @Test
    void theKeysToSaveWorkInAnOpenListAndChooseNothingThere() {
        window.choose("NO_ANSWER");
        reason().click();
        assertThat(choices().first()).isVisible();

        anna.page().keyboard().press("Control+Enter");

        window.awaitGone();
        assertThat(saved()).doesNotContain("ORDER");
    }

    @Test
    void whatWasTypedRightBeforeTheKeysToSaveIsSaved() {
        window.choose("NO_ANSWER");
        anna.page().getByLabel("Topic").pressSequentially("Reminder fee");

        anna.page().keyboard().press("Control+Enter");

        window.awaitGone();
        assertThat(saved()).contains("\"topic\": \"Reminder fee\"");
    }

    @Test
    void keysThatMeanNothingChooseNothing() {
        reason().click();
        assertThat(choices().first()).isVisible();

        for (var key : new String[] {"Shift+Enter", "Alt+Enter", "Meta+Enter", "Control+Shift+Enter"}) {
            anna.page().keyboard().press(key);
        }

        assertThat(choices().first()).isVisible();
        assertThat(reason()).not().containsText("Order or delivery");
        anna.page().keyboard().press("Enter");
        assertThat(reason()).containsText("Order or delivery");
    }

    private Locator marks() {
        return window.form().locator(".fjs-asterix");
    }

    private Locator mistakes() {
        return window.form().locator(".fjs-has-errors, .fjs-form-field-error");
    }

    private Locator choices() {
        return anna.page().locator(".fjs-dropdownlist-item");
    }

    private Locator reason() {
        return window.form().locator(".fjs-form-field-select .fjs-input-group");
    }

    /** The choices are shown already when the field has the focus; a click would put them away. */
    private void choose(String choice) {
        if (choices().count() == 0) {
            reason().click();
        }
        choices().filter(new Locator.FilterOptions().setHasText(choice)).click();
    }

    private String saved() {
        return jdbc.sql("SELECT coalesce(form_data::text, '') FROM ringback.attempt WHERE callback_id = ?")
                .param(Centre.id(callback))
                .query(String.class)
                .single();
    }
}
