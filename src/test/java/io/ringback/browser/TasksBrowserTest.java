package io.ringback.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.ringback.process.BackOfficeModels;
import io.ringback.process.ModelBench;
import io.ringback.support.Centre;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The page of tasks, on which a back office does what is left to do after callbacks. */
@BrowserTest
class TasksBrowserTest {

    private static final String REMARK = "#task-form textarea";

    @Autowired
    private Centre centre;

    @Autowired
    private BeanFactory server;

    @Autowired
    private JdbcClient jdbc;

    private ModelBench bench;
    private String list;
    private String agent;
    private String clerk;

    @BeforeEach
    void aProcessHasATaskForTheBackOffice() {
        list = centre.list(Map.of("autoStopAfter", "null", "closeAfterCall", "null", "name", "\"Sales\""));
        bench = ModelBench.of(server);
        bench.deploy(BackOfficeModels.of("letters of " + list));
        agent = centre.agentOn(list);
        clerk = centre.person("BACK_OFFICE");
        jdbc.sql("UPDATE ringback.account SET groups = ARRAY[?] WHERE id = ?")
                .params("letters of " + list, clerk)
                .update();
    }

    @AfterEach
    void theShippedModelsServeAgain() {
        bench.close();
    }

    @Test
    void aTaskIsTakenAnsweredAndDoneAndTheNextOneFollows(Browsers browsers) {
        var page = browsers.inOffice(clerk, "/tasks").page();
        assertThat(page.locator(".task-empty")).containsText("nothing to do");
        assertThat(EveryLook.faults("no task", page)).isEmpty();

        resolved("Aino Aho");
        resolved("Bengt Berg");
        assertThat(lines(page)).hasCount(2);
        lines(page).first().click();
        assertThat(page.locator("#task")).containsText("Aino Aho");
        assertThat(page.locator("#task")).containsText("Wants it in writing");
        assertThat(EveryLook.faults("a task that is nobody's", page)).isEmpty();

        page.locator("#claim").click();
        assertThat(page.locator("#complete")).isEnabled();
        page.locator("#complete").click();
        assertThat(page.locator("#task-problem")).containsText("missing");
        assertThat(EveryLook.faults("a task with its form", page)).isEmpty();
        page.getByLabel("Post", new Page.GetByLabelOptions().setExact(true)).check();
        page.locator(REMARK).fill("Dear Ms. Aho");
        page.locator(REMARK).press("Control+Enter");

        assertThat(page.locator("#task")).containsText("Bengt Berg");
        assertThat(lines(page)).hasCount(1);
        page.locator("#claim").click();
        page.getByLabel("E-mail", new Page.GetByLabelOptions().setExact(true)).check();
        page.locator("#complete").click();

        assertThat(page.locator(".task-empty")).isVisible();
        assertThat(jdbc.sql("SELECT answers->>'remark' FROM ringback.task WHERE closed_by = ? ORDER BY opened_at, id")
                        .param(clerk)
                        .query(String.class)
                        .list())
                .contains("Dear Ms. Aho");
    }

    @Test
    void supervisorsReadInTheHistoryWhatWasDone(Browsers browsers) {
        var callback = resolved("Aino Aho");
        var task =
                centre.as(clerk).get("/api/v1/tasks").json().at("/items/0/id").asText();
        centre.as(clerk)
                .post(
                        "/api/v1/tasks/%s/complete".formatted(task),
                        "{\"answers\":{\"sent\":\"POST\",\"remark\":\"Dear Ms. Aho\"}}");

        var page = browsers.inOffice(
                        centre.person("SUPERVISOR"),
                        "/supervision/cases/" + callback.path("id").asText())
                .page();

        assertThat(page.locator("#history")).containsText("Task done");
        assertThat(page.locator("#history")).containsText("Write a letter");
        assertThat(page.locator("#history")).containsText("Dear Ms. Aho");
        assertThat(EveryLook.faults("a case with a task", page)).isEmpty();
    }

    @Test
    void nothingThatWasEnteredIsLost(Browsers browsers) {
        resolved("Aino Aho");
        var person = browsers.inOffice(clerk, "/tasks");
        var page = person.page();
        lines(page).first().click();
        page.locator("#claim").click();
        page.locator(REMARK).fill("Dear Ms. Aho");
        assertThat(page.locator("#kept")).hasText("What you entered is saved.");
        page.reload();
        assertThat(page.locator(REMARK)).hasValue("Dear Ms. Aho");

        person.goOffline();
        page.locator(REMARK).fill("Dear Ms. Aho, thank you");
        assertThat(page.locator("#kept")).containsText("kept in this window");
        person.comeBackOnline();
        assertThat(page.locator("#kept")).hasText("What you entered is saved.");

        page.locator(REMARK).fill("Dear Ms. Aho, thank you very much");
        centre.endSessions(clerk);
        person.expects("401");
        page.waitForURL("**/login**");
        new LoginPage(page).signIn(clerk, Centre.PASSWORD);
        assertThat(page.locator(REMARK)).hasValue("Dear Ms. Aho, thank you very much");
        assertThat(page.locator("#kept")).hasText("What you entered is saved.");

        centre.as(clerk)
                .delete("/api/v1/tasks/%s/claim".formatted(page.locator("#task").getAttribute("data-task")));
        assertThat(page.locator("#task-gone")).containsText("not yours any more");
        assertThat(page.locator(REMARK)).hasValue("Dear Ms. Aho, thank you very much");
    }

    private JsonNode resolved(String caller) {
        var callback = centre.request(list, centre.newNumber(), Map.of("callerName", Centre.quoted(caller)));
        centre.receive(agent, true);
        centre.save(agent, "ANSWERED", Map.of("note", "\"Wants it in writing\""));
        centre.receive(agent, false);
        return callback;
    }

    private static Locator lines(Page page) {
        return page.locator(".task-lines a");
    }
}
