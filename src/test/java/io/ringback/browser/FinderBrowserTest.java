package io.ringback.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.ringback.support.BusyCentre;
import io.ringback.support.Centre;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** In a large centre the board, the lists and the people are found while one types, and stay short. */
@BrowserTest
@TestPropertySource(properties = "spring.application.name=finder") // a board without what others have left
class FinderBrowserTest {

    private static final int CALM = 2_400;

    @Autowired
    private Centre centre;

    @Autowired
    private JdbcClient jdbc;

    private String word;

    @BeforeEach
    void aLargeCentre() {
        word = "w" + Long.toString(System.nanoTime(), Character.MAX_RADIX);
        var large = new BusyCentre(jdbc, word);
        large.addLists(60);
        large.addPeople(60);
        large.addCallbacks(120);
    }

    @Test
    void theBoardIsShortAndFindsWhileOneTypes(Browsers browsers) {
        var sam = browsers.inOffice(centre.person("SUPERVISOR"), "/supervision");
        var page = sam.page();
        assertThat(((Number) page.evaluate("document.documentElement.scrollHeight")).intValue())
                .isLessThan(CALM);
        sam.markPage();

        page.locator("#q").pressSequentially(word + "-list-60");

        assertThat(page.locator("#board .board-lists tbody tr")).hasCount(1);
        assertThat(page.locator("#board [data-list]")).hasAttribute("data-list", Pattern.compile(".*-list-60"));
        assertThat(page.locator("[data-found]")).hasText("Lists found: 1, agents found: 0");
        assertThat(page).hasURL(Pattern.compile("q=" + word + "-list-60"));
        assertThat(page.locator("#q")).isFocused();
        assertThat(sam.stayedOnPage()).isTrue();
    }

    @Test
    void listsAreFoundWalkedThroughByArrowsAndComeInPages(Browsers browsers) {
        var sam = browsers.inOffice(centre.person("SUPERVISOR"), "/supervision/lists");
        var page = sam.page();
        sam.markPage();

        page.locator("#filter").pressSequentially(word);

        assertThat(page.locator("[data-found]")).hasText("Lists found: 60");
        assertThat(page.locator("#lists tbody tr")).hasCount(50);
        page.keyboard().press("ArrowDown");
        assertThat(page.locator("#lists tbody th a").first()).isFocused();
        page.keyboard().press("ArrowUp");
        assertThat(page.locator("#filter")).isFocused();
        page.locator("#sort").selectOption("due");
        assertThat(page).hasURL(Pattern.compile("sort=due"));
        assertThat(sam.stayedOnPage()).isTrue();
        page.locator("#found nav.more a").click();
        assertThat(page.locator("#lists tbody tr")).hasCount(10);
        assertThat(page.locator("#filter")).hasValue(word);
    }

    @Test
    void peopleAreFoundWhileOneTypesAndByRole(Browsers browsers) {
        var admin = browsers.inOffice(centre.person("ADMIN"), "/admin/people");
        var page = admin.page();
        admin.markPage();

        page.locator("#text").pressSequentially(word);

        assertThat(page.locator("[data-found]")).hasText("People found: 60");
        assertThat(page.locator("#people tbody tr")).hasCount(50);
        page.locator("#role").selectOption("SUPERVISOR");
        assertThat(page.locator("[data-found]")).hasText("People found: 6");
        page.locator("#sort").selectOption("LAST_SIGN_IN");
        assertThat(page.locator("#people tbody th").first()).containsText("Agent 10");
        assertThat(admin.stayedOnPage()).isTrue();
    }

    @Test
    void theLongTablesFitEveryLook(Browsers browsers) {
        var sam = browsers.inOffice(centre.person("SUPERVISOR", "ADMIN"), "/supervision?q=" + word);
        var faults = new ArrayList<String>();

        faults.addAll(EveryLook.faults("board", sam.page()));
        sam.visit("/supervision/lists?q=" + word);
        faults.addAll(EveryLook.faults("lists", sam.page()));
        sam.visit("/admin/people?page=2&text=" + word);
        faults.addAll(EveryLook.faults("people", sam.page()));
        sam.page()
                .screenshot(new Page.ScreenshotOptions()
                        .setPath(java.nio.file.Path.of("target", "board", "people.png"))
                        .setFullPage(true));

        assertThat(faults).isEmpty();
    }
}
