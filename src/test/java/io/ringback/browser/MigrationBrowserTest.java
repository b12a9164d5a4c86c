package io.ringback.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.ringback.process.check.ShippedModels;
import io.ringback.support.Centre;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.engine.RepositoryService;
import org.springframework.beans.factory.annotation.Autowired;

/** A designer moves open cases to another version, by keys. */
@BrowserTest
class MigrationBrowserTest {

    private static final String SHIPPED =
            new String(ShippedModels.content(Path.of("processes/callbackCase.bpmn")), StandardCharsets.UTF_8);

    @Autowired
    private Centre centre;

    @Autowired
    private RepositoryService repository;

    @AfterEach
    void theShippedOneServesAgain() {
        deploy(SHIPPED);
    }

    @Test
    void theDesignerSeesWhatWouldHappenChangesThatAndMovesTheCases(Browsers browsers) {
        deploy(SHIPPED); // on which no case of another test waits
        var list = centre.list();
        for (int i = 0; i < 3; i++) {
            centre.request(list, centre.newNumber());
        }
        var before = version();
        deploy(SHIPPED.replace("gateway_waiting", "gateway_inLine").replace("name=\"Waiting\"", "name=\"In line\""));
        var address = "/design/callbackCase/migrate?from=%s&to=%s".formatted(before, before + 1);
        var dee = browsers.inOffice(centre.person("DESIGNER"), address);
        var page = dee.page();

        assertThat(page.locator("#diagrams .bjs-powered-by")).hasCount(2);
        assertThat(page.locator("#diagrams .waiting-here")).hasText("3");
        page.locator("#look").press("Enter");
        assertThat(page.locator("#outcome")).containsText("0 can be moved, 3 cannot.");
        assertThat(page.locator("#outcome")).isFocused();
        assertThat(page.locator("#outcome")).containsText("nothing stands for that");
        page.locator("#outcome summary").first().press("Enter");
        assertThat(EveryLook.faults("a dry run", page)).isEmpty();
        picture(page, "plan");

        page.locator("select[data-element=gateway_waiting]").selectOption("gateway_inLine");
        page.locator("#look").press("Enter");
        assertThat(page.locator("#outcome")).containsText("3 can be moved, 0 cannot.");
        page.locator("#reason").fill("the gateway is called otherwise");
        page.locator("#plan [type=submit]").press("Enter");

        page.waitForURL("**/design/migrations/*");
        assertThat(page.locator("#state")).hasText("Done");
        assertThat(page.locator("#moved")).hasText("3");
        assertThat(EveryLook.faults("a migration", page)).isEmpty();
        picture(page, "migration");
        page.locator(".crumbs a").last().click();
        assertThat(page.locator("#migrations")).containsText("the gateway is called otherwise");
        assertThat(EveryLook.faults("all migrations", page)).isEmpty();
        picture(page, "migrations");
    }

    /** In each language, for whoever wants to look: {@code -Dpictures.of.migrations=folder}. */
    private static void picture(Page page, String name) {
        var folder = System.getProperty("pictures.of.migrations");
        if (folder == null) {
            return;
        }
        save(page, Path.of(folder, name + ".png"));
        for (var language : List.of("fi", "sv", "en")) {
            var here = page.url().replaceAll("[?&]lang=..$", "");
            page.navigate(here + (here.contains("?") ? "&" : "?") + "lang=" + language);
            if (page.locator("#look").count() > 0) {
                page.locator("#look").click();
                assertThat(page.locator("#outcome")).isVisible();
            }
            save(page, Path.of(folder, name + "-" + language + ".png"));
        }
    }

    private static void save(Page page, Path file) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(file));
    }

    private void deploy(String model) {
        repository
                .createDeployment()
                .name("processes of the test")
                .addString("callbackCase.bpmn", model)
                .deploy();
    }

    private int version() {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("callbackCase")
                .latestVersion()
                .singleResult()
                .getVersion();
    }
}
