package io.ringback.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The first minutes with the embedded default, by clicks alone. */
@DemoTest
@Tag("browser")
class DemoBrowserTest {

    @Test
    void theStartPageIsAccessibleInEveryLook(Browsers browsers) {
        for (var look : List.of(
                Look.usual(),
                Look.usual().dark(),
                Look.usual().narrow().in("fi-FI", "Europe/Helsinki"),
                Look.usual().narrow().dark().in("sv-FI", "Europe/Helsinki"))) {
            var person = browsers.open("stranger", look, browsers.home());
            person.visit("/login");
            fits(person.page());
            picture(person.page(), "start-" + look.locale() + look.width() + look.scheme());
        }
    }

    @Test
    void theSixStepsOfTheGuideLeadToTheEnd(Browsers browsers) {
        var person = browsers.open("newcomer", Look.usual(), browsers.home());
        var start = new StartPage(person).open();

        start.removeEverything(); // whom other tests have let come
        start.oneCallerWhose("ANSWERS").oneCallerWhose("BUSY").oneCallerWhose("NO_ANSWER");
        start.as("anna");
        person.desk().awaitReady();
        person.desk().join("sales");
        person.desk().join("support");
        person.desk().startReceiving();
        var first = callsBack(person);
        var outcomes = Set.of(
                first.outcome(), callsBack(person).outcome(), callsBack(person).outcome());
        assertThat(outcomes).containsExactlyInAnyOrder("ANSWERED", "BUSY", "NO_ANSWER");
        person.desk().endReceiving();

        start.open().letCallersCome().letColleaguesWork();
        fits(person.page());
        picture(person.page(), "simulator");
        start.as("sam");
        person.desk().awaitReady();
        assertThat(person.page().locator("#main")).containsText("Bo");
        start.open().as("dee");
        assertThat(person.page().locator("#models")).containsText("callbackCase.bpmn");
        start.open().as("ola");
        person.go("/supervision/cases/" + first.callback());
        assertThat(person.page().locator("#main")).containsText("+358 48");
        assertThat(person.page().locator("#main")).containsText("Anna");
        picture(person.page(), "history");

        start.open().removeEverything();
    }

    /** Somebody called back, and what came of it. */
    private record CalledBack(String callback, String outcome) {}

    /** Hears the voicemail, calls, waits until the telephone has ended the call, and saves what its last digit says. */
    private static CalledBack callsBack(Person agent) {
        var window = agent.desk().caseWindow();
        window.awaitPhase("BEFORE_CALL");
        var allocation = window.allocation();
        assertThat(window.recording()).isVisible();
        var said = String.valueOf(window.recording().getAttribute("src"));
        agent.page().keyboard().press("Alt+p");
        agent.page()
                .waitForFunction("() => { const audio = document.querySelector('.facts audio');"
                        + " return audio.error === null && audio.currentTime > 0.2; }");
        var number = agent.page().locator("#case .number").first().innerText().replaceAll("\\D+$", "");
        Axe.check(agent.page());
        picture(agent.page(), "desk");

        window.call();
        window.awaitPhase("AFTER_CALL");
        var outcome =
                switch (number.charAt(number.length() - 1)) {
                    case '6', '7' -> "BUSY";
                    case '8' -> "NO_ANSWER";
                    default -> "ANSWERED";
                };
        window.choose(outcome);
        window.save();
        assertThat(agent.page().locator("#case[data-allocation='%s']".formatted(allocation)))
                .hasCount(0);
        return new CalledBack(said.substring(said.lastIndexOf('/') + 1), outcome);
    }

    @ParameterizedTest
    @CsvSource({"en-GB", "fi-FI", "sv-FI"})
    void everyPageIsWholeInEveryLanguage(String language, Browsers browsers) {
        var person = browsers.open("everybody", Look.usual().in(language, "Europe/Helsinki"), browsers.home());
        var start = new StartPage(person);
        start.open().as("anna");
        wholeOne(person, "/desk", language);
        start.open().as("sam");
        for (var page : List.of(
                "/supervision",
                "/supervision/charts",
                "/supervision/cases",
                "/supervision/lists",
                "/supervision/lists/sales",
                "/supervision/lists/sales/hours",
                "/supervision/import",
                "/supervision/wallboard")) {
            wholeOne(person, page, language);
        }
        start.open().as("root");
        for (var page : List.of(
                "/admin/people", "/admin/people/anna", "/admin/operations", "/admin/settings", "/admin/webhooks")) {
            wholeOne(person, page, language);
        }
    }

    /** What the browser complains of, such as a script that is not there, fails the test at its end. */
    private static void wholeOne(Person person, String page, String language) {
        person.visit(page);
        assertThat(person.page().locator("h1").first()).isAttached();
        person.desk().awaitReady();
        isNotTooWide(person.page());
        picture(person.page(), page.substring(1).replace('/', '-') + "-" + language);
    }

    @Test
    void theGuideCanBePutAwayAndComesBack(Browsers browsers) {
        var person = browsers.open("stranger", Look.usual(), browsers.home());
        person.visit("/login");
        assertThat(person.page().locator("#guide li")).hasCount(6);
        assertThat(person.page().locator("#guide li[aria-current=step]")).hasCount(1);

        person.page().locator("#guide-away").click();
        assertThat(person.page().locator("#guide")).isHidden();
        person.page().reload();
        assertThat(person.page().locator("#guide")).isHidden();
        person.page().locator("#guide-back").click();

        assertThat(person.page().locator("#guide li").first()).isVisible();
    }

    @Test
    void everybodyBeginsSomewhereUsefulAndIsToldWhatIsForOthers(Browsers browsers) {
        var person = browsers.open("everybody", Look.usual(), browsers.home());
        person.expects("status of 403");
        person.visit("/login");
        person.page().locator("#as-dee").click();
        assertThat(person.page().locator("#models")).containsText("callbackCase.bpmn");
        fits(person.page());
        picture(person.page(), "dee");
        person.visit("/supervision");
        assertThat(person.page().locator("main li").first()).hasText("Supervisor");
        fits(person.page());
        picture(person.page(), "refused");

        person.visit("/simulator");
        person.page().locator("#as-sam").click();
        person.desk().awaitReady();
        fits(person.page());
        picture(person.page(), "board");
        person.visit("/supervision/charts");
        picture(person.page(), "charts");
        person.visit("/supervision/cases?status=RESOLVED");
        picture(person.page(), "cases");
        person.visit("/admin/people");
        assertThat(person.page().locator("main a[href='/supervision']")).isVisible();
    }

    @Test
    void theRateIsMovedWithKeysAlone(Browsers browsers) {
        var person = browsers.open("stranger", Look.usual(), browsers.home());
        person.visit("/login");

        person.page().locator("#rate").focus();
        person.page().keyboard().press("ArrowRight");
        assertThat(person.page().locator("#demo-rate output")).hasText("7");
        person.page().locator("#callers-come").focus();
        person.page().keyboard().press("Enter");

        assertThat(person.page().locator("#callers-stop")).isVisible();
        assertThat(person.page().locator("#rate")).hasValue("7");
        fits(person.page());
        person.page().locator("#callers-stop").click();
        assertThat(person.page().locator("#callers-stop")).hasCount(0);
    }

    static void fits(Page page) {
        Axe.check(page);
        isNotTooWide(page);
    }

    private static void isNotTooWide(Page page) {
        var wider = page.evaluate("() => document.documentElement.scrollWidth > innerWidth");
        assertThat(wider).as("%s is wider than the window", page.url()).isEqualTo(false);
    }

    /** For people who want to see it, too: {@code -Dringback.pictures=folder}. */
    private static void picture(Page page, String name) {
        @Nullable String pictures = System.getProperty("ringback.pictures");
        if (pictures != null) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of(pictures, name + ".png"))
                    .setFullPage(true));
        }
    }
}
