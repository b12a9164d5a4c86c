package io.ringback.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import io.ringback.exchange.Sheets;
import io.ringback.support.Centre;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A supervisor imports a file of requests. */
@BrowserTest
class ImportBrowserTest {

    @Autowired
    private Centre centre;

    @Test
    void aFileIsLookedAtConfirmedAndImported(Browsers browsers) {
        var list = centre.list();
        var page = browsers.inOffice(centre.person("SUPERVISOR"), "/supervision/import")
                .page();
        picture(page, "import");
        assertThat(EveryLook.faults("choosing a file", page)).isEmpty();

        page.locator("#file")
                .setInputFiles(file("phoneNumber,callerName\n%s,Maija\n%s,Matti\nnonsense,\n"
                        .formatted(centre.newNumber(), centre.newNumber())));
        page.locator("#listId").selectOption(list);
        page.locator("#import [type=submit]").click();

        assertThat(page.locator("#valid")).hasText("2");
        assertThat(page.locator("#errors tbody tr")).hasCount(1);
        assertThat(page.locator("#errors tbody tr")).containsText("phoneNumber");
        assertThat(page.locator("#errors tbody tr")).containsText("nonsense");
        assertThat(page.locator("#errors tbody tr")).containsText("No telephone number");
        picture(page, "import-preview");
        assertThat(EveryLook.faults("what is in the file", page)).isEmpty();
        page.locator("#confirm").click();
        assertThat(EveryLook.faults("to be confirmed", page)).isEmpty();
        page.locator("#ask [type=submit]").click();
        assertThat(page.locator("h1")).hasText("The import is complete");
        assertThat(page.locator("#created")).hasText("2");
        picture(page, "import-done");
        assertThat(EveryLook.faults("imported", page)).isEmpty();
        assertThat(centre.as(centre.person("AUDITOR"))
                        .get("/api/v1/callbacks?listId=" + list)
                        .json()
                        .path("items"))
                .hasSize(2);
    }

    @Test
    void aFileThatCannotBeUsedIsToldOnThePage(Browsers browsers) {
        var sam = browsers.inOffice(centre.person("SUPERVISOR"), "/supervision/import")
                .expects("status of 422");
        var page = sam.page();

        page.locator("#import [type=submit]").click();
        assertThat(page.locator("#import-problems")).containsText("Choose a file, or paste something.");

        page.locator("#text").fill("phoneNumber,callerName\n");
        page.locator("#import [type=submit]").click();

        assertThat(page.locator("#import-problems li")).hasCount(1);
        assertThat(page.locator("#import-problems")).containsText("There are no rows");
        assertThat(EveryLook.faults("file refused", page)).isEmpty();
    }

    @Test
    void theTemplateIsWhatTheImportTakes(Browsers browsers) {
        var page = browsers.inOffice(centre.person("SUPERVISOR"), "/supervision/import")
                .page();

        var download = page.waitForDownload(() -> page.locator("a[download]").click());
        page.locator("#file").setInputFiles(download.path());
        page.locator("#import [type=submit]").click();

        assertThat(page.locator("#rows")).hasText("1");
        assertThat(page.locator("#errors tbody td code")).not().containsText("phoneNumber");
    }

    /** From a spreadsheet with its own headings to callbacks, all in the page. */
    @Test
    void aSpreadsheetIsMappedMendedAndImportedWithItsProgressShown(Browsers browsers) {
        var list = centre.list();
        var page = browsers.inOffice(centre.person("SUPERVISOR"), "/supervision/import")
                .expects("status of 422")
                .page();
        page.locator("#file").setInputFiles(new FilePayload("Soitot.xlsx", "", calls()));
        page.locator("#listId").selectOption(list);
        page.locator("#import [type=submit]").click();

        assertThat(page.locator("h1")).hasText("How is the file to be read?");
        assertThat(page.locator("#columns tbody tr")).hasCount(3);
        assertThat(page.locator("#column-1")).hasValue("phoneNumber");
        assertThat(EveryLook.faults("asked about the columns", page)).isEmpty();
        picture(page, "import-columns");
        page.locator("#column-2").selectOption("notBefore");
        page.locator("#layout [type=submit]").click();
        assertThat(page.locator("#layout .form-problem")).containsText("the day or the month");
        page.locator("#column-2").selectOption("-");
        page.locator("#layout [type=submit]").click();

        assertThat(page.locator("#valid")).hasText("600");
        assertThat(page.locator("#good tbody tr")).hasCount(50);
        assertThat(page.locator("#good tbody tr").first()).containsText("+358");
        assertThat(page.locator("#errors tbody tr")).hasCount(1);
        assertThat(EveryLook.faults("to be mended", page)).isEmpty();
        picture(page, "import-mend");
        page.locator("#mend-602-1").fill(centre.newNumber());
        page.locator("#mends [type=submit]").click();
        assertThat(page.locator("#valid")).hasText("601");
        assertThat(page.locator("#errors")).hasCount(0);

        page.locator("#confirm").click();
        page.locator("#ask [type=submit]").click();
        assertThat(page.locator(".import-progress").or(page.locator("#created")))
                .not()
                .hasCount(0);
        assertThat(page.locator("h1"))
                .hasText("The import is complete", new LocatorAssertions.HasTextOptions().setTimeout(120_000));
        assertThat(page.locator("#created")).hasText("601");
    }

    private byte[] calls() {
        return Sheets.with(sheet -> {
            sheet.value(0, 0, "Asiakas");
            sheet.value(0, 1, "Puhelin");
            sheet.value(0, 2, "Tilauspäivä");
            for (int row = 1; row <= 601; row++) {
                sheet.value(row, 0, "Asiakas " + row);
                sheet.value(row, 1, row == 601 ? "nonsense" : centre.newNumber());
                sheet.value(row, 2, "9/12/2026");
            }
        });
    }

    private static FilePayload file(String text) {
        return new FilePayload("requests.csv", "text/csv", text.getBytes(UTF_8));
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(java.nio.file.Path.of("target/browser/" + name + ".png"))
                .setFullPage(true));
    }
}
