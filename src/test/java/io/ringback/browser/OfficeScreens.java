package io.ringback.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import io.ringback.support.Centre;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Writes the pictures of the pages of supervisors and administrators to docs/screens. */
@BrowserTest
@TestPropertySource(
        properties = "spring.application.name=ringback-screens") // A centre of its own, with nobody else in it.
@TestInstance(Lifecycle.PER_CLASS)
@Tag("screens")
class OfficeScreens {

    @Autowired
    private Centre centre;

    private String sales = "";
    private String sam = "";
    private String callback = "";

    @BeforeAll
    void aMorningAtWork() {
        sales = centre.list(Map.of("name", "\"Sales\""));
        var support = centre.list(Map.of("name", "\"Support\""));
        sam = centre.named(centre.person("SUPERVISOR", "ADMIN"), "Sam Salo");
        var anna = centre.named(centre.agentOn(sales, support), "Anna Lindqvist");
        var bo = centre.named(centre.agentOn(sales), "Bo Nieminen");
        centre.named(centre.agentOn(support), "Cai Virtanen");
        for (int number = 0; number < 12; number++) {
            centre.request(number % 3 == 0 ? support : sales, centre.newNumber());
        }
        for (var agent : List.of(anna, bo)) {
            centre.receive(agent, true);
            for (var callStatus : List.of("ANSWERED", "NO_ANSWER", "ANSWERED")) {
                centre.endCall(agent, centre.call(agent));
                centre.save(agent, callStatus);
            }
        }
        centre.call(bo);
        callback = centre.desk(bo).at("/case/callback/id").asText();
    }

    @Test
    void board(Browsers browsers) {
        var office = browsers.inOffice(sam, "/supervision");
        var page = office.page();
        Picture.light(page, "board");
        Picture.dark(page, "board");
        office.go("/supervision/charts");
        Picture.light(page, "charts");
        office.go("/supervision/wallboard");
        Picture.dark(page, "wallboard");
    }

    @Test
    void callbacks(Browsers browsers) {
        var office = browsers.inOffice(sam, "/supervision/cases");
        var page = office.page();
        Picture.light(page, "cases");
        office.go("/supervision/cases/" + callback);
        Picture.light(page, "case");
    }

    @Test
    void lists(Browsers browsers) {
        var office = browsers.inOffice(sam, "/supervision/lists/" + sales);
        var page = office.page();
        assertThat(page.locator("#main svg").first()).isVisible();
        Picture.light(page, "list");
        office.go("/supervision/lists/%s/hours".formatted(sales));
        page.getByLabel("Always open").uncheck();
        Picture.light(page, "hours");
    }

    @Test
    void administration(Browsers browsers) {
        var office = browsers.inOffice(sam, "/admin/people?role=AGENT");
        var page = office.page();
        Picture.light(page, "people");
        office.go("/admin/operations");
        Picture.light(page, "operations");
    }

    @Test
    void importOfAFile(Browsers browsers) {
        var office = browsers.inOffice(sam, "/supervision/import");
        var page = office.page();
        page.locator("#text").fill("phoneNumber,callerName\n0401234567,Maija\n0407654321,Matti\nnonsense,\n");
        page.locator("#listId").selectOption(sales);
        page.locator("#import [type=submit]").click();
        assertThat(page.locator("#errors tbody tr")).hasCount(1);
        Picture.light(page, "import");
    }
}
