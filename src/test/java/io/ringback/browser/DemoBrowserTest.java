package io.ringback.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import io.ringback.process.EngineClock;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The first minutes with the embedded default, by clicks alone. */
@Tag("browser")
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"spring.datasource.url=", "ringback.simulator.pace=0.3"})
@DirtiesContext
@ExtendWith(BrowserExtension.class)
class DemoBrowserTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    private static EngineClock time;

    @BeforeAll
    static void goByTheRealTime() {
        time = EngineClock.real();
    }

    @AfterAll
    static void giveTheTimeBack() {
        time.close();
    }

    @DynamicPropertySource
    static void dataFolder(DynamicPropertyRegistry properties) {
        properties.add("ringback.data-folder", () -> folder.resolve("data"));
    }

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
    void oneCallerNowIsOnAnnasDeskAndEndsByItself(Browsers browsers) {
        var anna = browsers.open("anna", Look.usual(), browsers.home());
        anna.visit("/login");
        anna.page().locator("#one-caller").click();
        assertThat(anna.page().locator("#demo-callers [role=status]")).isVisible();

        anna.page().locator("#as-anna").click();
        anna.desk().awaitReady();
        anna.desk().join("sales");
        anna.desk().join("support");
        anna.desk().startReceiving();
        assertThat(anna.page().locator("#case .number")).containsText("+358 48");
        picture(anna.page(), "desk");
        Axe.check(anna.page());
        anna.page().locator("#call").click();
        assertThat(anna.page().locator("#case")).hasAttribute("data-phase", "IN_CALL");

        assertThat(anna.page().locator("#case")).hasAttribute("data-phase", "AFTER_CALL");

        anna.page().locator("#demo").click();
        fits(anna.page());
        picture(anna.page(), "simulator");
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
        assertThat(person.page().locator("#designer img")).hasCount(3);
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
        var wider = page.evaluate("() => document.documentElement.scrollWidth > innerWidth");
        org.assertj.core.api.Assertions.assertThat(wider)
                .as("%s is wider than the window", page.url())
                .isEqualTo(false);
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
