package io.ringback.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.ringback.support.Centre;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A Save pressed without connection is never lost silently, and never counts twice. */
@BrowserTest
class DeskOfflineTest {

    private static final String LOST = "No connection to the server. Trying again";

    @Autowired
    private Centre centre;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    private String list;
    private JsonNode callback;
    private Line line;
    private Person anna;
    private CaseWindow window;

    @BeforeEach
    void aCaseAfterItsCall(Browsers browsers) {
        list = centre.list();
        callback = centre.request(list, centre.newNumber());
        line = new Line(browsers.home());
        anna = browsers.signedIn(centre.agentOn(list), Look.usual(), line.address());
        anna.expectsABrokenLine();
        anna.desk().startReceiving();
        window = anna.desk().caseWindow();
        window.call();
        window.endCall();
    }

    @AfterEach
    void closeLine() {
        line.close();
    }

    @Test
    void whatIsSavedOfflineWaitsVisiblyAndIsSentOnce() {
        anna.goOffline();
        assertThat(anna.desk().connection()).containsText(LOST);
        window.choose("ANSWERED");
        window.note().fill("Ordered");

        window.save();

        assertThat(window.pending()).containsText("Not saved yet");
        assertThat(centre.status(callback)).isEqualTo("ALLOCATED");

        anna.comeBackOnline();

        window.awaitGone();
        assertThat(anna.desk().connection()).isHidden();
        assertThat(anna.desk().toast("The connection is back.")).isVisible();
        assertSavedOnce();
    }

    @Test
    void whatWasTypedOfflineReachesTheServerLater() {
        line.cut();
        window.note().fill("typed in a tunnel");
        assertThat(window.draftState()).hasText("Draft kept in this browser");
        assertThat(anna.desk().connection()).containsText(LOST);

        line.restore();

        window.awaitDraftSaved();
        assertThat(anna.desk().connection()).isHidden();
        assertThat(centre.desk(anna.id()).at("/case/draft/note").asText()).isEqualTo("typed in a tunnel");
    }

    @Test
    void aSaveWhoseAnswerWasLostCountsOnce() {
        var next = centre.request(list, centre.newNumber());
        var allocation = window.allocation();
        window.choose("ANSWERED");
        window.awaitDraftSaved();
        line.loseAnswers();

        window.save();

        assertThat(window.pending()).containsText("Not saved yet");
        line.restore();

        window.awaitOther(allocation);
        assertSavedOnce();
        assertThat(centre.callback(next).path("allocatedTo").asText()).isEqualTo(anna.id());
        assertThat(anna.desk().notSaved()).isHidden();
    }

    @Test
    void aSaveThatTheServerIsStillWorkingOnIsAskedAboutAgain() {
        anna.expects("status of 409");
        line.cut();
        window.choose("ANSWERED");
        window.save();
        assertThat(window.pending()).isVisible();

        var answer = new TransactionTemplate(transactions).execute(status -> {
            lock(keyOfWaitingSave());
            return anna.page().waitForResponse("**/desk/case/outcome*", line::restore);
        });

        assertThat(answer.status()).isEqualTo(409);
        window.awaitGone();
        assertThat(anna.desk().notSaved()).isHidden();
        assertSavedOnce();
    }

    @Test
    void aSaveThatWaitsSurvivesAReload() {
        line.cut();
        window.choose("ANSWERED");
        window.save();
        assertThat(window.pending()).isVisible();
        line.restore();

        anna.page().reload();

        window.awaitGone();
        assertSavedOnce();
    }

    @Test
    void aSaveThatComesTooLateSaysSoAndShowsWhatItSaid(Browsers browsers) {
        anna.expects("status of 409");
        line.cut();
        window.choose("BUSY");
        window.note().fill("Call after four");
        window.save();
        assertThat(window.pending()).isVisible();
        centre.receive(anna.id(), false);
        var bo = browsers.agentOn(list);
        bo.desk().startReceiving();
        bo.desk().caseWindow().awaitOpen();

        line.restore();

        assertThat(anna.desk().notSaved()).containsText("Your last Save did not count");
        assertThat(anna.desk().notSaved()).containsText("Busy");
        assertThat(anna.desk().notSaved()).containsText("Call after four");
        window.awaitGone();
        assertThat(centre.callback(callback).path("allocatedTo").asText()).isEqualTo(bo.id());
    }

    @Test
    void aLineThatIsDeadWithoutAWordIsNoticed() {
        line.die();
        window.note().fill("into the void");

        assertThat(anna.desk().connection())
                .containsText(LOST, new LocatorAssertions.ContainsTextOptions().setTimeout(90_000));

        line.restore();

        assertThat(anna.desk().connection()).isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(60_000));
        window.awaitDraftSaved();
        assertThat(window.note()).hasValue(Pattern.compile("into the void"));
    }

    private String keyOfWaitingSave() {
        return anna.page()
                .evaluate("agent => JSON.parse(sessionStorage.getItem('ringback.outbox.' + agent))[0].key", anna.id())
                .toString();
    }

    /** As the request does that came with this key first, until its transaction ends. */
    private void lock(String key) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param(anna.id() + "\n" + key)
                .query(row -> {});
    }

    private void assertSavedOnce() {
        var saved = centre.callback(callback);
        assertThat(saved.path("status").asText()).isEqualTo("RESOLVED");
        assertThat(centre.attempts(callback)).hasSize(1);
    }
}
