package io.ringback.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.options.AriaRole;
import io.ringback.support.Centre;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A session that ends while an agent works costs her nothing but signing in. */
@BrowserTest
class DeskSessionTest {

    @Autowired
    private Centre centre;

    private JsonNode callback;
    private Person anna;
    private CaseWindow window;

    @BeforeEach
    void aCaseAfterItsCall(Browsers browsers) {
        var list = centre.list();
        callback = centre.request(list, centre.newNumber());
        anna = browsers.agentOn(list);
        anna.expects("(?i)status (of|error code) 40[139]"); // 409: to a heartbeat, once another tab is the desk
        anna.desk().startReceiving();
        window = anna.desk().caseWindow();
        window.call();
        window.endCall();
    }

    @Test
    void whatWasTypedIsStillThereAfterSigningInAgain() {
        window.choose("OTHER");
        window.awaitDraftSaved();
        centre.endSessions(anna.id());
        window.note().fill("She asks for her invoice");
        assertThat(anna.desk().signedOut()).containsText("You are no longer signed in");

        signInAgain();

        assertThat(window.note()).hasValue("She asks for her invoice");
        assertThat(window.status("OTHER")).isChecked();
        window.save();
        window.awaitGone();
        assertThat(centre.status(callback)).isEqualTo("SCHEDULED");
    }

    @Test
    void aSaveIsSentAfterSigningInAgain() {
        window.choose("ANSWERED");
        window.awaitDraftSaved();
        centre.endSessions(anna.id());
        window.save();
        assertThat(anna.desk().signedOut()).isVisible();
        assertThat(centre.status(callback)).isEqualTo("ALLOCATED");

        signInAgain();

        window.awaitGone();
        assertThat(centre.status(callback)).isEqualTo("RESOLVED");
        assertThat(centre.attempts(callback)).hasSize(1);
    }

    @Test
    void signingOutAtAnotherDeskEndsThisOneToo() {
        var otherTab = anna.context().newPage();
        otherTab.navigate(anna.home().resolve("/desk").toString());
        new DeskPage(otherTab).awaitReady();
        new DeskPage(otherTab).signOut();
        assertThat(otherTab).hasURL(Pattern.compile("/login"));
        assertThat(centre.desk(anna.id()).path("receiving").asBoolean()).isFalse();
        assertThat(centre.status(callback)).isEqualTo("WAITING");

        anna.desk().connection().getByRole(AriaRole.BUTTON).click();

        assertThat(anna.page()).hasURL(Pattern.compile("/login"));
    }

    @Test
    void nothingTypedStaysInAnyWindowAfterSigningOut() {
        window.choose("OTHER");
        window.note().fill("She asks for her secret invoice");
        assertThat(stored(anna.page())).contains("secret invoice");
        var otherTab = anna.context().newPage();
        otherTab.navigate(anna.home().resolve("/desk").toString());
        new DeskPage(otherTab).awaitReady();
        new DeskPage(otherTab).caseWindow().note().fill("and for another secret invoice");

        new DeskPage(otherTab).signOut();
        otherTab.locator("#signing-out-leave").click();

        assertThat(otherTab).hasURL(Pattern.compile("/login"));
        anna.page().waitForCondition(() -> !stored(anna.page()).contains("secret"));
        assertThat(stored(otherTab)).doesNotContain("secret");
    }

    private static String stored(com.microsoft.playwright.Page page) {
        return String.valueOf(page.evaluate("() => JSON.stringify({...sessionStorage, ...localStorage})"));
    }

    private void signInAgain() {
        anna.desk().signedOut().getByRole(AriaRole.LINK).click();
        assertThat(anna.page()).hasURL(Pattern.compile("/login"));
        new LoginPage(anna.page()).signIn(anna.id(), Centre.PASSWORD);
        anna.desk().awaitReady();
    }
}
