package io.ringback.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import io.ringback.support.Centre;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The left column: who works on which list, and numbers that are right without being asked for. */
@BrowserTest
class DeskListsTest {

    @Autowired
    private Centre centre;

    @Test
    void anAgentJoinsAListByItsTickAndLeavesItAgain(Browsers browsers) {
        var list = centre.list();
        var account = centre.person("AGENT");
        centre.giveAccess(account, list);
        var anna = browsers.signedIn(account, Look.usual());
        anna.desk().startReceiving();
        assertThat(anna.desk().idle()).containsText("You are active on no list");

        anna.desk().join(list);

        assertThat(anna.desk().number(list, "serving")).hasText("1");
        assertThat(anna.desk().idle()).containsText("It opens here by itself");

        anna.desk().leave(list);

        assertThat(anna.desk().number(list, "serving")).hasText("0");
        assertThat(anna.desk().idle()).containsText("You are active on no list");
    }

    @Test
    void numbersChangeOnEveryDeskWithoutReload(Browsers browsers) {
        var list = centre.list(Map.of("dueAfter", "\"PT30M\"", "expiresAfter", "\"PT12H\""));
        var anna = browsers.agentOn(list);
        var bo = browsers.agentOn(list);
        anna.markPage();
        bo.markPage();

        centre.request(list, centre.newNumber());
        centre.request(list, centre.newNumber());
        anna.desk().startReceiving();

        for (var agent : new Person[] {anna, bo}) {
            assertThat(agent.desk().number(list, "serving")).hasText("1");
            assertThat(agent.desk().number(list, "openCases")).hasText("2");
            assertThat(agent.desk().number(list, "dueInAnHour")).hasText("2");
            assertThat(agent.desk().number(list, "expiresIn24Hours")).hasText("2");
            assertThat(agent.stayedOnPage()).isTrue();
        }
    }

    @Test
    void aSupervisorActivatesAnotherAgentWhoseCaseComesAtOnce(Browsers browsers) {
        var list = centre.list();
        var bo = browsers.signedIn(centre.person("AGENT"), Look.usual());
        var eva = supervisorOn(browsers, list);
        centre.giveAccess(bo.id(), list);
        bo.desk().startReceiving();
        centre.request(list, centre.newNumber());

        eva.desk().toggleUsers(list);
        eva.desk().user(list, bo.id()).check();

        bo.desk().caseWindow().awaitPhase("BEFORE_CALL");
        assertThat(eva.desk().user(list, bo.id())).isChecked();
        assertThat(eva.desk().number(list, "serving")).hasText("1");
    }

    @Test
    void anAgentMayTickOnlyHerself(Browsers browsers) {
        var list = centre.list();
        var bo = centre.agentOn(list);
        var anna = browsers.agentOn(list);

        anna.desk().toggleUsers(list);

        assertThat(anna.desk().user(list, bo)).isChecked();
        assertThat(anna.desk().user(list, bo)).isDisabled();
        anna.desk().user(list, anna.id()).uncheck();
        assertThat(anna.desk().list(list).getByRole(AriaRole.CHECKBOX).first())
                .not()
                .isChecked();
    }

    @Test
    void aSupervisorAddsAndRemovesUsersWhoseDesksFollow(Browsers browsers) {
        var list = centre.list();
        var bo = browsers.signedIn(centre.person("AGENT"), Look.usual());
        var eva = supervisorOn(browsers, list);
        assertThat(bo.desk().list(list)).hasCount(0);
        eva.desk().toggleUsers(list);

        var people = eva.desk().openPeople(list);
        people.locator("#member-" + bo.id()).check();

        assertThat(bo.desk().list(list)).isVisible();

        people.locator("#member-" + bo.id()).uncheck();

        assertThat(bo.desk().list(list)).hasCount(0);
        people.getByText("Close").click();
        assertThat(people).isHidden();
        assertThat(eva.desk().user(list, bo.id())).hasCount(0);
    }

    private Person supervisorOn(Browsers browsers, String list) {
        var account = centre.person("AGENT", "SUPERVISOR");
        centre.giveAccess(account, list);
        return browsers.signedIn(account, Look.usual());
    }
}
