package io.ringback.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringback.number.PhoneNumbers;
import io.ringback.support.Centre;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A case that ends otherwise than by a plain Save: nothing of it is lost, and the desk says what becomes of it. */
@BrowserTest
class DeskLeavingTest {

    @Autowired
    private Centre centre;

    @Autowired
    private JdbcClient jdbc;

    private String list;
    private Person anna;
    private CaseWindow window;
    private JsonNode callback;

    @BeforeEach
    void anAgentWithACase(Browsers browsers) {
        list = centre.list();
        anna = browsers.agentOn(list);
        window = anna.desk().caseWindow();
        callback = centre.request(list, centre.newNumber(), Map.of("callerName", "\"Maija Meikäläinen\""));
        anna.desk().startReceiving();
        window.awaitOpen();
    }

    @Test
    void whoeverSignsOutIsAskedFirstAndTheNextAgentSeesWhatWasEntered(Browsers browsers) {
        var dialog = anna.page().locator("#signing-out");
        window.call();
        window.awaitPhase("IN_CALL");
        window.choose("BUSY");
        window.note().fill("Wants two of them");

        anna.desk().signOut();
        assertThat(dialog).containsText("Sign out without saving?");
        dialog.locator("button[value=stay]").click();
        assertThat(dialog).isHidden();
        assertThat(window.note()).hasValue("Wants two of them");
        window.note().fill("Wants two of them, blue ones");
        anna.desk().signOut();
        dialog.locator("button[value=leave]").click();
        anna.page().waitForURL("**/login*");

        var bo = browsers.agentOn(list);
        bo.desk().startReceiving();
        bo.desk().caseWindow().awaitOpen();

        var history = bo.desk().caseWindow().history();
        assertThat(history).containsText("Left unsaved by");
        assertThat(history).containsText("Wants two of them, blue ones");
        assertThat(history).containsText("Chosen: Busy");
        assertThat(bo.desk().caseWindow().note()).hasValue("");
    }

    @Test
    void whoeverHasEnteredNothingIsNotAsked() {
        anna.desk().signOut();

        anna.page().waitForURL("**/login*");
        anna.page().waitForCondition(() -> "WAITING".equals(centre.status(callback)));
    }

    @Test
    void aCaseCancelledInTheCallStaysUntilItIsSaved() {
        window.call();
        window.awaitPhase("IN_CALL");

        centre.cancel(callback);

        var notice = window.self().locator("#cancel-requested");
        assertThat(notice).containsText("Maija Meikäläinen");
        assertThat(notice).containsText(readable(callback));
        assertThat(notice).containsText("test");
        window.choose("NO_ANSWER");
        assertThat(window.self().locator("#after-save")).containsText("closed as cancelled");
        assertThat(window.retryAt()).isHidden();
        window.note().fill("Is there already");
        window.save();
        window.awaitGone();

        assertThat(centre.status(callback)).isEqualTo("CANCELLED");
        assertThat(anna.desk().notSaved()).isHidden();
        assertThat(anna.desk().idle()).isVisible();
    }

    @Test
    void aCaseCancelledBeforeTheCallIsNamedWithTheReasonAsItGoes() {
        centre.cancel(callback);

        var dialog = anna.desk().notSaved();
        assertThat(dialog).containsText("The case was cancelled");
        assertThat(dialog).containsText("Maija Meikäläinen");
        assertThat(dialog).containsText("test");
        assertThat(anna.page().locator("#not-saved-what")).isHidden();
        assertThat(anna.page().locator("#case-cancelled-number")).hasText(readable(callback));
    }

    @Test
    void aCaseThatHasExpiredInHandIsOfferedNoMoreAndSaysSo() {
        window.choose("BUSY");
        assertThat(window.retryAt()).isVisible();
        assertThat(window.self().locator("#after-save")).isHidden();

        jdbc.sql("""
                        UPDATE ringback.callback
                        SET eligible_at = created_at - interval '3 hours', due_at = created_at - interval '2 hours',
                            priority_at = created_at - interval '2 hours', expires_at = created_at - interval '1 minute'
                        WHERE id = ?""").param(Centre.id(callback)).update();
        anna.page().reload();
        window.awaitOpen();

        var after = window.self().locator("#after-save");
        assertThat(after).containsText("closed as expired");
        assertThat(window.retryAt()).isHidden();
        window.choose("ANSWERED");
        assertThat(after).containsText("closed as resolved");
        window.choose("OTHER");
        assertThat(after).containsText("not offered again");
        window.save();
        window.awaitGone();

        assertThat(centre.status(callback)).isEqualTo("EXPIRED");
    }

    private static String readable(JsonNode callback) {
        return PhoneNumbers.readable(callback.path("phoneNumber").asText());
    }
}
