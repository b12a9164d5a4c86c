package io.ringback.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.ringback.support.Centre;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An auditor sees how far the record is sealed, and has it checked. */
@BrowserTest
class RecordBrowserTest {

    private static final LocatorAssertions.HasTextOptions IN_TIME =
            new LocatorAssertions.HasTextOptions().setTimeout(60_000);

    @Autowired
    private Centre centre;

    @Test
    void theRecordIsCheckedAndItSaysWhatCameOfIt(Browsers browsers) {
        centre.request(centre.list(), centre.newNumber());
        var page = browsers.inOffice(centre.person("AUDITOR"), "/audit/record").page();

        page.locator("#verify").press("Enter");

        assertThat(page.locator("#checks tbody .badge").first()).hasText("As it was written", IN_TIME);
        assertThat(page.locator("#anchors")).containsText("The first one is made when a day has ended.");
        assertThat(EveryLook.faults("the record", page)).isEmpty();
        picture(page);
    }

    /** In each language, for whoever wants to look: {@code -Dpictures.of.record=folder}. */
    private static void picture(Page page) {
        var folder = System.getProperty("pictures.of.record");
        for (var language : folder == null ? List.<String>of() : List.of("fi", "sv", "en")) {
            page.navigate(page.url().replaceAll("[?&]lang=..$", "") + "?lang=" + language);
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of(folder, "record-" + language + ".png")));
        }
    }
}
