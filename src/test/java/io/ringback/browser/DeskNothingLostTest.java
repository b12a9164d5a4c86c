package io.ringback.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.ringback.support.Centre;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What an agent has typed or saved, and what must be seen, survives answers that come late or not at all. */
@BrowserTest
class DeskNothingLostTest {

    @Autowired
    private Centre centre;

    private String list;
    private Person anna;
    private CaseWindow window;

    @BeforeEach
    void anAgentWhoReceives(Browsers browsers) {
        list = centre.list();
        anna = browsers.agentOn(list);
        window = anna.desk().caseWindow();
    }

    @Test
    void aCaseIsSeenAlsoWhenTheDeskCouldNotBeDrawnAtFirst() {
        anna.desk().startReceiving();
        assertThat(anna.desk().idle()).isVisible();
        anna.expects("503");
        anna.page()
                .route(
                        "**/desk/state*",
                        route -> route.fulfill(new Route.FulfillOptions().setStatus(503)),
                        new Page.RouteOptions().setTimes(1));

        centre.request(list, centre.newNumber());

        window.awaitOpen();
    }

    @Test
    void theNextCaseCanBeSavedWhileTheAnswerToTheFirstSaveIsHeldUp() {
        var first = centre.request(list, centre.newNumber());
        var second = centre.request(list, centre.newNumber());
        anna.desk().startReceiving();
        window.awaitOpen();
        var allocation = window.allocation();
        var heldUp = new ArrayList<Runnable>();
        holdUpTheFirstAnswer(heldUp);

        window.choose("ANSWERED");
        window.save();
        window.awaitOther(allocation);
        window.choose("ANSWERED");
        window.note().fill("The second one");
        window.save();
        heldUp.forEach(Runnable::run);

        window.awaitGone();
        assertThat(anna.desk().idle()).isVisible();
        assertResolved(first);
        assertResolved(second);
        assertThat(anna.desk().notSaved()).isHidden();
    }

    @Test
    void whatWasTypedForACaseThatGoesIsShownOnceMore() {
        var callback = centre.request(list, centre.newNumber());
        anna.desk().startReceiving();
        window.awaitOpen();
        window.choose("BUSY");
        window.note().fill("Agreed on a refund");
        window.awaitDraftSaved();

        centre.as(centre.person("INTEGRATOR"))
                .post("/api/v1/callbacks/%s/cancel".formatted(Centre.id(callback)), "{\"reason\":\"served\"}");

        assertThat(anna.desk().notSaved()).containsText("The case is no longer yours");
        assertThat(anna.desk().notSaved()).containsText("Busy");
        assertThat(anna.desk().notSaved()).containsText("Agreed on a refund");
    }

    private void holdUpTheFirstAnswer(List<Runnable> heldUp) {
        var count = new AtomicInteger();
        anna.page().route("**/desk/case/outcome*", route -> {
            var answer = route.fetch();
            Runnable fulfil = () -> route.fulfill(new Route.FulfillOptions().setResponse(answer));
            if (count.incrementAndGet() == 1) {
                heldUp.add(fulfil);
            } else {
                fulfil.run();
            }
        });
    }

    private void assertResolved(JsonNode callback) {
        anna.page().waitForCondition(() -> "RESOLVED".equals(centre.status(callback)));
        assertThat(centre.attempts(callback)).hasSize(1);
    }
}
