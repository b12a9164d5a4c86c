package io.ringback.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.ringback.support.Centre;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pages of operations and of settings as one file. */
@BrowserTest
class OperationsBrowserTest {

    @Autowired
    private Centre centre;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void aCallbackSetAsideIsRepairedWhereItIsListed(Browsers browsers) {
        var list = centre.list();
        var callback = centre.request(list, centre.newNumber()).path("id").asText();
        setAside(callback);
        var root = browsers.inOffice(centre.person("ADMIN"), "/admin/operations");
        var page = root.page();
        var row = page.locator("#set-aside-" + callback);
        assertThat(page.locator(".tile").getByText("Process engine")).isVisible();
        assertThat(row).containsText(list);
        assertThat(EveryLook.faults("operations with a callback set aside", page))
                .isEmpty();

        row.getByRole(AriaRole.BUTTON).click();
        page.locator("#ask button[type=submit]").click();

        assertThat(row).hasCount(0);
        assertThat(EveryLook.faults("operations, all well", page)).isEmpty();
    }

    @Test
    void whatHasGivenUpIsTriedAgainWhereItIsListed(Browsers browsers) {
        var callback = centre.request(centre.list(), centre.newNumber());
        giveUp(callback.path("id").asText());
        var root = browsers.inOffice(centre.person("ADMIN"), "/admin/operations");
        var incidents = root.page().locator("#incidents");
        var row = incidents.locator("tr").filter(visible(callback.path("id").asText()));
        assertThat(row).containsText("Given up");
        assertThat(EveryLook.faults("operations with an incident", root.page())).isEmpty();

        row.getByRole(AriaRole.BUTTON).click();

        assertThat(row).hasCount(0);
    }

    @Test
    void aFileIsTriedBeforeItIsApplied(Browsers browsers) {
        var list = centre.list();
        var root = browsers.inOffice(centre.person("ADMIN"), "/admin/settings");
        var page = root.page();
        var yaml = page.locator("#yaml");
        var apply = page.locator("#apply");
        assertThat(yaml).containsText("ringback: 1");
        assertThat(apply).isDisabled();
        assertThat(EveryLook.faults("settings as a file", page)).isEmpty();

        yaml.fill("ringback: 1\nlists:\n  %s:\n    name: Night desk\n".formatted(list));
        page.locator("button[type=submit]").filter(visible("Show")).click();

        var plan = page.locator("#plan");
        assertThat(plan).containsText("lists / " + list);
        assertThat(plan.locator("ins")).hasText("Night desk");
        assertThat(EveryLook.faults("a plan", page)).isEmpty();
        assertThat(name(list)).isNotEqualTo("Night desk");

        apply.click();

        assertThat(page.locator("#toasts")).containsText("The settings are applied");
        assertThat(apply).isDisabled();
        assertThat(name(list)).isEqualTo("Night desk");

        page.locator("button[type=submit]").filter(visible("Show")).click();

        assertThat(page.locator("#plan-title")).hasText("Nothing would change");
        assertThat(apply).isDisabled();
    }

    @Test
    void whatIsWrongInAFileIsToldWithItsLine(Browsers browsers) {
        var root = browsers.inOffice(centre.person("ADMIN"), "/admin/settings");
        var page = root.page();
        root.expects("status of 422");

        page.locator("#yaml").fill("ringback: 1\nlists:\n  night:\n    dueAfter: soon\n");
        page.locator("button[type=submit]").filter(visible("Show")).click();

        assertThat(page.locator("#refused")).containsText("lists.night.dueAfter – line 4");
        assertThat(page.locator("#apply")).isDisabled();
        assertThat(EveryLook.faults("a refused file", page)).isEmpty();
    }

    private String name(String list) {
        return centre.as(centre.person("ADMIN"))
                .get("/api/v1/lists/" + list)
                .json()
                .path("name")
                .asText();
    }

    private void setAside(String callback) {
        jdbc.sql("""
                        UPDATE ringback.callback
                        SET set_aside_at = created_at, set_aside_because = 'its process instance does not answer'
                        WHERE id = ?::uuid""").param(callback).update();
    }

    private void giveUp(String callback) {
        var found = jdbc.sql("""
                        UPDATE act_ru_job SET retries_ = 0, rev_ = rev_ + 1,
                            exception_msg_ = 'expected WAITING, but it is RESOLVED'
                        WHERE job_def_id_ IN (SELECT id_ FROM act_ru_jobdef WHERE act_id_ = 'timer_due') AND process_instance_id_ =
                            (SELECT process_instance_id FROM ringback.callback WHERE id = ?::uuid)""").param(callback).update();
        assertThat(found).isEqualTo(1);
    }

    private static Locator.FilterOptions visible(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
