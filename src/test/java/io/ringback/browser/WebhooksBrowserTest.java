package io.ringback.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.ringback.support.EventReceiver;
import java.util.ArrayList;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An administrator at the pages of webhooks. */
@BrowserTest
class WebhooksBrowserTest {

    private final EventReceiver receiver = EventReceiver.start();

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void close() {
        jdbc.sql("DELETE FROM ringback.webhook_lane").update(); // before the deliveries, as whoever sends locks them
        jdbc.sql("DELETE FROM ringback.webhook").update();
        receiver.close();
    }

    @Test
    void makesAWebhookAndSeesWhatItIsTold(Browsers browsers) {
        var faults = new ArrayList<String>();
        var list = browsers.centre().list();
        var page = browsers.inOffice(browsers.centre().person("ADMIN"), "/admin/webhooks")
                .page();
        faults.addAll(EveryLook.faults("no webhooks", page));

        link(page, "New webhook").click();
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("CRM");
        page.getByLabel("Address").fill(receiver.url());
        page.getByLabel("Only of these lists").fill(list);
        page.getByText("Which events").click();
        faults.addAll(EveryLook.faults("new webhook", page));
        button(page, "Create").click();
        assertThat(page.getByLabel("Secret", new Page.GetByLabelOptions().setExact(true)))
                .hasValue(Pattern.compile("whsec_.+"));
        faults.addAll(EveryLook.faults("secret", page));
        link(page, "I have saved it").click();

        button(page, "Send a test event").click();
        assertThat(page.locator("#webhook-test-result")).hasText("The target took the test event and answered 204.");
        browsers.centre().request(list, browsers.centre().newNumber(), Map.of());
        assertThat(page.locator("#webhook-deliveries tbody")).containsText("callback.requested");
        assertThat(page.locator("#webhook-deliveries tbody .badge")).hasText("Delivered");
        faults.addAll(EveryLook.faults("delivered", page));

        assertThat(faults).isEmpty();
    }

    @Test
    void seesWhatWasGivenUpAndSendsItOnceMore(Browsers browsers) {
        var faults = new ArrayList<String>();
        var list = browsers.centre().list();
        receiver.answering(event -> 500);
        var page = open(browsers, list);
        browsers.centre().request(list, browsers.centre().newNumber());
        var row = page.locator("#webhook-deliveries tbody");
        assertThat(row).containsText("The target answered with status 500.");
        faults.addAll(EveryLook.faults("waiting", page));
        jdbc.sql("""
                        UPDATE ringback.webhook_delivery SET attempts = 8""").update();
        button(page, "Send event").first().click();
        assertThat(row.locator(".badge")).hasText("Given up");
        faults.addAll(EveryLook.faults("dead", page));

        receiver.answering(event -> 204);
        button(page, "Send event").first().click();
        assertThat(row.locator(".badge")).hasText("Delivered");

        page.getByLabel("From number").fill("1");
        button(page, "Send once more").click();
        assertThat(page.locator(".toast")).containsText("sent once more. The table shows");
        assertThat(faults).isEmpty();
    }

    @Test
    void isToldWhatIsWrongAndKeepsWhatWasEntered(Browsers browsers) {
        var person = browsers.inOffice(browsers.centre().person("ADMIN"), "/admin/webhooks/new");
        person.expects("422");
        var page = person.page();
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("CRM");
        page.getByLabel("Address").fill("https://elsewhere.example/");

        button(page, "Create").click();

        assertThat(page.locator(".field:has(#url) .error")).containsText("ringback.webhooks.hosts");
        assertThat(page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)))
                .hasValue("CRM");
        assertThat(EveryLook.faults("refused", page)).isEmpty();
    }

    @Test
    void changesTheSecretAndDeletesIt(Browsers browsers) {
        var page = open(browsers, browsers.centre().list());

        button(page, "New secret").click();
        page.locator("#ask [type=submit]").click();
        assertThat(page.locator("#webhook-secret")).isFocused();
        assertThat(page.locator("#secret-value")).hasValue(Pattern.compile("whsec_.+"));
        page.locator("#webhook-secret [data-after]").click();
        assertThat(page.locator("#webhook-secret")).isHidden();

        button(page, "Delete").click();
        assertThat(EveryLook.faults("delete", page)).isEmpty();
        page.locator("#ask [type=submit]").click();
        assertThat(page.locator(".rows .empty")).hasText("No program is told of changes yet.");
    }

    /** On the page of a new webhook. */
    private Page open(Browsers browsers, String list) {
        var admin = browsers.centre().person("ADMIN");
        var made = browsers.centre()
                .as(admin)
                .post(
                        "/api/v1/webhooks",
                        "{\"name\":\"CRM\",\"url\":\"%s\",\"lists\":[\"%s\"]}".formatted(receiver.url(), list));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return browsers.inOffice(
                        admin, "/admin/webhooks/" + made.json().path("id").asText())
                .expects("status of 404") // while it is still open after the test, its webhook is cleared away
                .page();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }
}
