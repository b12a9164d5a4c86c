package io.ringback.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.support.Centre;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The page on which an administrator forgets a caller: first what would go, then that it goes. */
@BrowserTest
class ErasureBrowserTest {

    @Autowired
    private Centre centre;

    @Autowired
    private JdbcClient jdbc;

    @ParameterizedTest
    @ValueSource(strings = {"en", "fi", "sv"})
    void aCallerIsForgottenInTwoSteps(String language, Browsers browsers) throws Exception {
        var number = centre.newNumber();
        var callback = centre.request(
                centre.list(),
                number,
                Map.of(
                        "callerName",
                        "\"Maija\"",
                        "attributes",
                        "{\"recordingUrl\":\"https://pbx.example/maija.wav\"}"));
        var admin = centre.person("ADMIN", "SUPERVISOR");
        jdbc.sql("UPDATE ringback.account SET language = ? WHERE id = ?")
                .params(language, admin)
                .update();
        var page = browsers.inOffice(admin, "/admin/erasures").page();
        assertThat(EveryLook.faults("erasure, " + language, page)).isEmpty();

        page.locator("#phoneNumber").fill("nobody");
        page.locator("#reason").fill("by letter");
        page.locator("#preview").click();
        assertThat(page.locator("#erasure-refused")).isVisible();

        page.locator("#phoneNumber").fill(number);
        page.locator("#preview").click();
        assertThat(page.locator("#found-callbacks")).hasText("1");
        assertThat(page.locator("#erasure-preview")).containsText("https://pbx.example/maija.wav");
        assertThat(EveryLook.faults("preview of an erasure, " + language, page)).isEmpty();
        page.screenshot(new com.microsoft.playwright.Page.ScreenshotOptions()
                .setPath(Path.of("target/erasure-" + language + ".png"))
                .setFullPage(true));
        var file = page.waitForDownload(() -> page.locator("#export").click());
        assertThat(Files.readString(file.path())).contains(number, "Maija");

        page.locator("#sure").check();
        page.locator("#erase").click();
        assertThat(page.locator("#erasure-receipt")).isVisible();
        assertThat(page.locator("#erasure-receipt").innerText()).doesNotContain(number.substring(4));
        assertThat(EveryLook.faults("receipt of an erasure, " + language, page)).isEmpty();

        page.navigate(page.url().replaceFirst("/admin/.*", "/supervision/cases/" + Centre.id(callback)));
        assertThat(page.locator("#forgotten")).isVisible();
        assertThat(page.content()).doesNotContain("Maija");
        page.screenshot(new com.microsoft.playwright.Page.ScreenshotOptions()
                .setPath(Path.of("target/forgotten-" + language + ".png"))
                .setFullPage(true));
    }

    @Test
    void whatHasComeMeanwhileIsShownFirst(Browsers browsers) {
        var number = centre.newNumber();
        var list = centre.list();
        centre.request(list, number);
        var page = browsers.inOffice(centre.person("ADMIN"), "/admin/erasures").page();
        page.locator("#phoneNumber").fill(number);
        page.locator("#reason").fill("by letter");
        page.locator("#preview").click();
        assertThat(page.locator("#found-callbacks")).hasText("1");
        centre.request(list, number);

        page.locator("#sure").check();
        page.locator("#erase").click();

        assertThat(page.locator("#changed")).isVisible();
        assertThat(page.locator("#found-callbacks")).hasText("2");
    }
}
