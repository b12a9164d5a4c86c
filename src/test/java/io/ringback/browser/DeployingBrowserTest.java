package io.ringback.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.ringback.design.DesignerAtWork;
import io.ringback.support.RestartableServer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A draft is deployed with a reason, by one person or by two. */
@Tag("browser")
@ExtendWith(BrowserExtension.class)
@SuppressWarnings("NullAway.Init")
class DeployingBrowserTest {

    private RestartableServer server;

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aDesignerSeesWhatTheCheckSaysAndDeploysWithAReason(Browsers browsers) {
        server = RestartableServer.started();
        var designer = DesignerAtWork.in(server.centre());
        var wrong = designer.draft(DesignerAtWork.named("Wrong").replace("#{offerCallbackDelegate}", "#{nobody}"));
        var right = designer.draft(unnamedGateway());
        var dee = inOffice(browsers, designer.person(), deploying(wrong));
        var page = dee.page();

        assertThat(page.locator("#findings .badge.bad").first()).hasText("Error");
        assertThat(page.locator("#deploy-now")).isDisabled();
        assertThat(EveryLook.faults("a draft that is refused", page)).isEmpty();

        page.navigate(server.address() + deploying(right));
        assertThat(page.locator("#findings .badge.odd").first()).hasText("Warning");
        assertThat(EveryLook.faults("a draft with warnings", page)).isEmpty();
        inEachLanguage(page);
        page.locator("#reason").fill("Ask the question shorter");
        page.locator("#deploy-now").click();

        assertThat(page.locator("#done")).containsText("callbackCase, version 2");
        assertThat(EveryLook.faults("a draft that is deployed", page)).isEmpty();
        page.locator("#done a").click();
        assertThat(page.locator("h1")).containsText("version 2");
        assertThat(page.locator("main")).containsText("Ask the question shorter");
        page.navigate(server.address() + "/design/callbackCase/versions/1");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Restore"))
                .click();
        page.locator("#ask textarea").fill("It was better");
        page.locator("#ask [type=submit]").click();

        assertThat(page.locator("#model-PROCESS-callbackCase")).containsText("It was better");
        page.navigate(server.address() + "/design/callbackCase/versions/2");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Delete"))
                .click();
        page.locator("#ask textarea").fill("Nobody needs it");
        page.locator("#ask [type=submit]").click();
        page.waitForURL(server.address() + "/design");
        page.navigate(server.address() + "/design/callbackCase/versions/3");
        assertThat(page.locator("#versions tbody tr")).hasCount(2);
    }

    @Test
    void aSecondPersonLooksAtItAndAgrees(Browsers browsers) {
        server = RestartableServer.started("--ringback.processes.approval=true");
        var designer = DesignerAtWork.in(server.centre());
        var draft = designer.draft(DesignerAtWork.named("Agreed to"));
        var dee = inOffice(browsers, designer.person(), deploying(draft)).page();
        var root = inOffice(browsers, server.centre().person("ADMIN"), "/admin/operations")
                .page();
        root.getByText("Deployments that wait for approval: 0").click();
        assertThat(root.locator("main")).containsText("Nothing waits.");

        dee.locator("#reason").fill("Another name");
        dee.locator("#deploy-now").click();
        assertThat(dee.locator("#done")).containsText("It waits for approval");
        dee.locator("#done a").click();
        assertThat(dee.locator("main")).containsText("Yours: somebody else has to agree.");
        assertThat(EveryLook.faults("one's own request", dee)).isEmpty();

        root.reload();
        assertThat(root.locator("main")).containsText("Another name");
        assertThat(EveryLook.faults("a request of somebody else", root)).isEmpty();
        inEachLanguage(root);
        root.getByText("Look at it").click();
        assertThat(root.locator(".model-viewer .djs-container")).isVisible();
        root.getByText("Compare with version 1").click();
        assertThat(root.locator("[data-differences]")).containsText("Agreed to");
        root.goBack();
        root.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Approve and deploy"))
                .click();
        root.locator("#ask [type=submit]").click();

        assertThat(root.locator("main")).containsText("Nothing waits.");
        assertThat(DesignerAtWork.in(server.centre())
                        .calls()
                        .get("/api/v1/processes/callbackCase/versions/2/xml")
                        .body())
                .contains("Agreed to");
        dee.navigate(server.address() + "/design/callbackCase/versions/1");
        dee.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Restore"))
                .click();
        dee.locator("#ask textarea").fill("It was better");
        dee.locator("#ask [type=submit]").click();
        assertThat(dee.locator("main")).containsText("Yours: somebody else has to agree.");
        assertThat(dee.locator("main")).containsText("It was better");
    }

    private Person inOffice(Browsers browsers, String account, String path) {
        var person = browsers.open(account, Look.usual(), server.address());
        person.signInAt(path);
        return person;
    }

    private static void inEachLanguage(Page page) {
        var address = page.url();
        for (var language : new String[] {"fi", "sv", "en"}) {
            page.navigate(address + "?lang=" + language);
            assertThat(page.locator("html")).hasAttribute("lang", language);
            assertThat(page.locator("main")).not().containsText(Pattern.compile("\\?\\?|deploying\\."));
            assertThat(page.locator("[aria-busy=true]")).hasCount(0);
        }
    }

    private static String deploying(String draft) {
        return "/design/drafts/%s/deploy".formatted(draft);
    }

    private static String unnamedGateway() {
        return DesignerAtWork.shipped(DesignerAtWork.CASE)
                .replaceFirst("(id=\"gateway_resolved\") name=\"[^\"]*\"", "$1");
    }
}
