package io.ringback.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.ringback.process.check.EditedModel;
import io.ringback.support.Centre;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A designer tries a draft before deploying it. */
@BrowserTest
class TryBrowserTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    private Centre centre;

    private String designer;
    private String list;

    @BeforeEach
    void aDesigner() {
        designer = centre.person("DESIGNER");
        list = centre.list(Map.of("maxAttempts", "3"));
    }

    @Test
    void aDraftIsPlayedStepByStepAndKeptAsAnExample(Browsers browsers) {
        var page =
                browsers.inOffice(designer, draft(EditedModel.callbackCase())).page();
        assertThat(page.locator("#result")).hasText("Waits at “Waiting”; the callback: waiting.");
        page.locator("#list").selectOption(list);

        page.locator("[data-ready=busyTwice]").press("Enter");
        assertThat(page.locator("#result")).hasText("Ends at “Resolved”; the callback: resolved.");
        assertThat(page.locator("#events li")).hasCount(9);
        assertThat(element(page, "end_resolved")).hasClass(Pattern.compile("is-here"));
        assertThat(element(page, "flow_resolvedNo")).hasClass(Pattern.compile("is-passed"));
        assertThat(page.locator("#viewer .bjs-powered-by")).isVisible();

        page.locator("#steps button", new Page.LocatorOptions().setHasText("Decide on the next attempt"))
                .first()
                .click();
        assertThat(page.locator("#facts")).containsText("2 (rule_busy)");
        assertThat(page.locator("#facts")).containsText("PT5M");
        assertThat(element(page, "end_resolved")).not().hasClass(Pattern.compile("is-"));
        page.locator("#position").press("End");
        assertThat(element(page, "end_resolved")).hasClass(Pattern.compile("is-here"));

        page.locator("#name").fill("Busy twice");
        page.locator("#name").press("Enter");
        assertThat(page.locator("#examples li")).hasCount(1);
        page.locator("#run").press("Enter");
        assertThat(page.locator("#run-result")).hasText("1 of 1 examples end as expected");
        picture(page, "try-en");
        assertThat(EveryLook.faults("a case that was tried", page)).isEmpty();

        page.locator("#examples button").last().click();
        assertThat(page.locator("#no-examples")).isVisible();
    }

    @Test
    void aSequenceIsPutTogetherOfWhatIsPossible(Browsers browsers) {
        var page = browsers.inOffice(designer, draft(EditedModel.retryPolicy().with("\"PT5M\"", "\"PT7M\"")))
                .page();
        page.locator("#list").selectOption(list);

        next(page, "The call begins");
        assertThat(page.locator("#result"))
                .hasText("Waits at “Talk to the customer”; the callback: in an agent’s hands.");
        next(page, "The call ends");
        next(page, "The agent saves: Busy");
        assertThat(page.locator("#result")).hasText("Waits at “Scheduled”; the callback: scheduled.");
        assertThat(page.locator("#steps")).containsText("retryAfter = PT7M");
        next(page, "Time passes until: Not before, retry time or opening reached");
        assertThat(page.locator("#result")).hasText("Waits at “Waiting”; the callback: waiting.");
        page.locator("#undo").click();
        assertThat(page.locator("#result")).hasText("Waits at “Scheduled”; the callback: scheduled.");
        next(page, "It is cancelled");
        assertThat(page.locator("#result")).hasText("Ends at “Cancelled”; the callback: cancelled.");
        assertThat(page.locator("#next button")).hasCount(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fi | Odottaa kohdassa ”Waiting”; takaisinsoitto: odottaa.",
                "sv | Väntar vid ”Waiting”; återuppringningen: väntar."
            })
    void itSpeaksTheLanguageOfTheDesigner(String language, String result, Browsers browsers) {
        var page = browsers.inOffice(designer, "/design/callbackCase/versions/1/try?lang=" + language)
                .page();

        assertThat(page.locator("#result")).hasText(result);
        picture(page, "try-" + language);
        assertThat(EveryLook.faults(language, page)).isEmpty();
    }

    private static void next(Page page, String words) {
        page.locator("#next button", new Page.LocatorOptions().setHasText(words))
                .click();
    }

    private static Locator element(Page page, String id) {
        return page.locator("#viewer [data-element-id=%s]".formatted(id));
    }

    private String draft(EditedModel model) {
        var answer = centre.as(designer)
                .post(
                        "/api/v1/processes/drafts",
                        JSON.createObjectNode()
                                .put("file", model.file())
                                .put("content", model.content())
                                .toString());
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return "/design/drafts/%s/try".formatted(answer.json().path("id").asText());
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "browser", name + ".png"))
                .setFullPage(true));
    }
}
