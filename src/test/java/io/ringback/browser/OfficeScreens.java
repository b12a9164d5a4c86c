package io.ringback.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import io.ringback.support.Centre;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes the pictures of the pages of supervisors and administrators to docs/screens. */
@BrowserTest
@Tag("screens")
class OfficeScreens {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Centre centre;

    private String sales = "";
    private String sam = "";
    private String callback = "";

    @BeforeEach
    void aMorningAtWork() {
        sales = centre.list(Map.of("name", "\"Sales\""));
        var support = centre.list(Map.of("name", "\"Support\""));
        sam = named(centre.person("SUPERVISOR", "ADMIN"), "Sam Salo");
        var anna = named(centre.agentOn(sales, support), "Anna Lindqvist");
        var bo = named(centre.agentOn(sales), "Bo Nieminen");
        named(centre.agentOn(support), "Cai Virtanen");
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
        var page = browsers.inOffice(sam, "/supervision").page();
        Picture.light(page, "board");
        Picture.dark(page, "board");
        page.navigate(browsers.home() + "/supervision/wallboard");
        new DeskPage(page).awaitReady();
        Picture.dark(page, "wallboard");
    }

    @Test
    void callbacks(Browsers browsers) {
        var page = browsers.inOffice(sam, "/supervision/cases").page();
        Picture.light(page, "cases");
        page.navigate(browsers.home() + "/supervision/cases/" + callback);
        new DeskPage(page).awaitReady();
        Picture.light(page, "case");
    }

    @Test
    void lists(Browsers browsers) {
        var page = browsers.inOffice(sam, "/supervision/lists/" + sales).page();
        assertThat(page.locator("#main svg").first()).isVisible();
        Picture.light(page, "list");
        page.navigate(browsers.home() + "/supervision/lists/%s/hours".formatted(sales));
        new DeskPage(page).awaitReady();
        Picture.light(page, "hours");
    }

    @Test
    void administration(Browsers browsers) {
        var page = browsers.inOffice(sam, "/admin/people").page();
        Picture.light(page, "people");
        page.navigate(browsers.home() + "/admin/operations");
        new DeskPage(page).awaitReady();
        Picture.light(page, "operations");
    }

    private String named(String account, String name) {
        jdbc.sql("UPDATE ringback.account SET name = ? WHERE id = ?")
                .params(name, account)
                .update();
        return account;
    }
}
