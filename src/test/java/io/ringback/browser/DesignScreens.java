package io.ringback.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import io.ringback.design.DesignerAtWork;
import io.ringback.process.check.EditedModel;
import io.ringback.support.Http;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes the pictures of the pages of designers and of the back office to docs/screens, from a demo in which both work. */
@DemoTest
@Tag("screens")
class DesignScreens {

    private static final Duration A_MORNING = Duration.ofMinutes(2);

    /** Said by code of others: what dmn-js sets by attribute, and remarks of builds for developers. */
    private static final String OF_VENDORS =
            "inline style|infernojs|Inferno|policy violated: style-src-attr|ContextPad#getPad is deprecated";

    private static final String WAITS_FOR_ITS_TURN = "status of 409";

    @Autowired
    private JdbcClient jdbc;

    @Test
    void designersAndTheBackOffice(Browsers browsers) {
        var dee = browsers.open("dee", Look.usual(), browsers.home())
                .expects(OF_VENDORS)
                .expects(WAITS_FOR_ITS_TURN);
        new StartPage(dee).open().letCallersCome().letColleaguesWork();
        var designer = new DesignerAtWork(Http.at(browsers.home().getPort()).as("dee", "demo"), "dee");
        forTomorrow(Http.at(browsers.home().getPort()).as("ivr", "demo"));
        deploy(designer, DrawnLetters.FORM, "For the letters of the back office");
        deploy(designer, DrawnLetters.process(), "A letter to whoever was reached, and a reminder after two hours");
        deploy(
                designer,
                EditedModel.retryPolicy().with("\"PT5M\"", "\"PT7M\""),
                "Five minutes after Busy were too short");
        await().atMost(A_MORNING).until(() -> there("SELECT count(*) FROM ringback.task"));

        new StartPage(dee).open().as("dee");
        seen(dee);
        edited(dee, designer.draft(DrawnLetters.process().content(), 2));
        var bea = browsers.open("bea", Look.usual(), browsers.home());
        new StartPage(bea).open().as("bea").go("/tasks");
        done(bea.page());
    }

    private static void seen(Person dee) {
        var page = dee.page();
        dee.go("/design");
        assertThat(page.locator("#models")).containsText("Five minutes after Busy");
        Picture.light(page, "models");
        dee.go("/design/callbackCase/versions/2");
        assertThat(page.locator("#viewer .waiting-here").first()).isVisible();
        Picture.light(page, "model");
        dee.go("/design/callbackCase/compare?from=1&to=2");
        page.locator("[data-differences]").getByText("Write a letter").first().click();
        Picture.light(page, "compare");
        dee.go("/design/callbackCase/migrate?from=1&to=2");
        assertThat(page.locator("#diagrams .waiting-here").first()).isVisible();
        page.locator("#look").click();
        assertThat(page.locator("#outcome")).isFocused();
        Picture.light(page, "migrate");
    }

    private static void edited(Person dee, String draft) {
        var page = dee.page();
        var editor = DraftEditor.open(dee, draft);
        assertThat(page.locator("#findings-summary")).hasText("Nothing is wrong.");
        nearer(page, editor.element("task_writeLetter").boundingBox());
        editor.choose("task_writeLetter");
        Picture.light(page, "draft");
        dee.go("/design/drafts/%s/try".formatted(draft));
        page.locator("[data-ready=busyTwice]").click();
        assertThat(page.locator("#result")).containsText("Write a letter");
        page.locator("#steps button", new Page.LocatorOptions().setHasText("Decide on the next attempt"))
                .first()
                .click();
        page.locator(".trial-player").scrollIntoViewIfNeeded();
        Picture.light(page, "try");
    }

    private static void nearer(Page page, BoundingBox element) {
        page.mouse().move(element.x + element.width / 2, element.y + element.height / 2);
        page.keyboard().down("Control");
        page.mouse().wheel(0, -400);
        page.keyboard().up("Control");
    }

    private static void done(Page page) {
        page.locator("#tasks a").first().click();
        page.locator("#claim").click();
        page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("Post"))
                .check();
        page.locator("#task-form textarea").fill("Thank you for your call. The offer we spoke of is enclosed.");
        assertThat(page.locator("#kept")).hasText("What you entered is saved.");
        Picture.light(page, "tasks");
    }

    /** They stay on the version that was there before. */
    private static void forTomorrow(Http ivr) {
        for (var number : List.of("0401234567", "0407654321", "0501234567")) {
            ivr.post("/api/v1/callbacks", """
                    {"listId": "support", "phoneNumber": "%s", "source": "WEB", "notBefore": "%s"}""".formatted(number, Instant.now().plus(20, ChronoUnit.HOURS)));
        }
    }

    private static void deploy(DesignerAtWork designer, EditedModel model, String reason) {
        var answer = designer.deploy(model.file(), model.content(), null, reason);
        if (answer.status() != 201) {
            throw new AssertionError("%s is not deployed: %s".formatted(model.file(), answer.body()));
        }
    }

    private boolean there(String count) {
        return jdbc.sql(count).query(Long.class).single() > 0;
    }
}
