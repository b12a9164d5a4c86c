package io.ringback.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes the pictures of the pages of supervisors, administrators and auditors to docs/screens, from the demo at work. */
@DemoTest
@Tag("screens")
class OfficeScreens {

    private static final Duration A_MORNING = Duration.ofMinutes(2);

    @Autowired
    private JdbcClient jdbc;

    @Test
    void board(Browsers browsers) {
        var office = atWork(browsers, "sam", "/supervision");
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
        var office = atWork(browsers, "sam", "/supervision/cases");
        var page = office.page();
        Picture.light(page, "cases");
        office.go("/supervision/cases/" + inHand());
        Picture.light(page, "case");
    }

    @Test
    void lists(Browsers browsers) {
        var office = atWork(browsers, "sam", "/supervision/lists/sales");
        var page = office.page();
        assertThat(page.locator("#main svg").first()).isVisible();
        Picture.light(page, "list");
        office.go("/supervision/lists/sales/hours");
        page.getByLabel("Always open").uncheck();
        Picture.light(page, "hours");
    }

    @Test
    void administration(Browsers browsers) {
        var office = atWork(browsers, "root", "/admin/people?role=AGENT");
        var page = office.page();
        Picture.light(page, "people");
        office.go("/admin/operations");
        Picture.light(page, "operations");
    }

    @Test
    void importOfAFile(Browsers browsers) {
        var office = atWork(browsers, "sam", "/supervision/import");
        var page = office.page();
        page.locator("#text").fill("phoneNumber,callerName\n0401234567,Maija\n0407654321,Matti\nnonsense,\n");
        page.locator("#listId").selectOption("sales");
        page.locator("#import [type=submit]").click();
        assertThat(page.locator("#errors tbody tr")).hasCount(1);
        Picture.light(page, "import");
    }

    @Test
    void audit(Browsers browsers) {
        var office = atWork(browsers, "ola", "/audit");
        var page = office.page();
        page.locator("#audit-search .primary").click();
        assertThat(page.locator("#found tbody th").first()).isVisible();
        Picture.light(page, "audit");
        office.go("/audit/callbacks/" + resolvedJustNow());
        assertThat(page.locator(".audit-picture .audit-number").first()).isVisible();
        Picture.light(page, "audit-case");
        office.go("/audit/processes/callbackCase/versions/1");
        assertThat(page.locator(".heat-number").first()).isAttached();
        page.locator("#heat-title").evaluate("title => title.scrollIntoView()");
        Picture.light(page, "figures");
        office.go("/audit/record");
        Picture.light(page, "record");
    }

    /** Who has come to work, on this page, after callers have come and Bo and Cai have worked for a while. */
    private Person atWork(Browsers browsers, String account, String path) {
        var person = browsers.open(account, Look.usual(), browsers.home());
        var start = new StartPage(person).open();
        if (person.page().locator("#callers-stop").count() == 0) {
            start.letCallersCome().letColleaguesWork();
        }
        await().atMost(A_MORNING).until(() -> saved() > 5);
        start.as(account).go(path);
        return person;
    }

    private long saved() {
        return jdbc.sql("""
                        SELECT count(*) FROM ringback.audit_event
                        WHERE type = 'OUTCOME_SAVED' AND at > now() - interval '15 minutes'""").query(Long.class).single();
    }

    /** A callback that has gone through the process to its end, in many steps. */
    private String resolvedJustNow() {
        return await().atMost(A_MORNING)
                .until(() -> jdbc.sql("""
                                        SELECT id::text FROM ringback.callback
                                        WHERE status = 'RESOLVED' AND created_at > now() - interval '15 minutes'
                                        ORDER BY attempt_count DESC, created_at, id LIMIT 1""").query(String.class).optional(), Optional::isPresent)
                .orElseThrow();
    }

    /** A callback that Bo or Cai calls back just now. */
    private String inHand() {
        return await().atMost(A_MORNING)
                .until(() -> jdbc.sql("""
                                        SELECT id::text FROM ringback.callback WHERE status = 'ALLOCATED' AND attempt_count > 0
                                        ORDER BY attempt_count DESC, created_at, id LIMIT 1""").query(String.class).optional(), Optional::isPresent)
                .orElseThrow();
    }
}
