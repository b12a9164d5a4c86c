package io.ringback.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.support.Centre;
import io.ringback.support.RingbackTest;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How long sessions last, and what ends them. */
@RingbackTest
class SessionsTest {

    private static final String TWELVE_HOURS = "43200";

    @Autowired
    private Centre centre;

    @Autowired
    private AccountAdministration administration;

    @Autowired
    private Accounts accounts;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void endAtOnceWhenTheAccountIsDisabled() {
        var agent = centre.person("AGENT");
        var browser = centre.signedIn(agent);

        administration.change(new Account(agent, "Anna", Set.of(Role.AGENT), false), "test");

        assertThat(browser.get("/api/v1/desk").status()).isEqualTo(401);
        assertThat(browser.page("/desk").header("Location")).isEqualTo("/login?next=%2Fdesk");
        assertThat(browser.signIn(agent, Centre.PASSWORD).status()).isEqualTo(401);
    }

    @Test
    void endAtOnceWhenTheRolesChange() {
        var agent = centre.person("AGENT");
        var browser = centre.signedIn(agent);

        administration.change(new Account(agent, "Anna", Set.of(Role.AUDITOR), true), "test");

        assertThat(browser.get("/api/v1/desk").status()).isEqualTo(401);
    }

    @Test
    void endAtOnceWhenThePasswordChanges() {
        var agent = centre.person("AGENT");
        var browser = centre.signedIn(agent);
        var another = centre.signedIn(agent);

        administration.changePassword(agent, "another horse", "test");

        assertThat(browser.get("/api/v1/desk").status()).isEqualTo(401);
        assertThat(another.get("/api/v1/desk").status()).isEqualTo(401);
        assertThat(browser.signIn(agent, "another horse").status()).isEqualTo(302);
    }

    @Test
    void outliveAnotherNameAndChangesOfOthers() {
        var agent = centre.person("AGENT");
        var other = centre.person("AGENT");
        var browser = centre.signedIn(agent);

        administration.change(new Account(agent, "Another name", Set.of(Role.AGENT), true), "test");
        administration.changePassword(other, "another horse", "test");

        assertThat(accounts.find(agent).orElseThrow().name()).isEqualTo("Another name");
        assertThat(browser.get("/api/v1/desk").status()).isEqualTo(200);
    }

    @Test
    void areNotedWhileAnExportIsSentWhichOnlyReads() {
        var list = centre.list();
        for (int i = 0; i < 60; i++) {
            centre.request(list, centre.newNumber());
        }
        var supervisor = centre.person("SUPERVISOR");
        var browser = centre.signedIn(supervisor);
        jdbc.sql(
                        "UPDATE ringback.web_session SET last_access_time = last_access_time - 120000 WHERE principal_name = ?")
                .param(supervisor)
                .update();
        var before = lastUse(supervisor);

        var answer = browser.get("/api/v1/exports/callbacks.json?listId=" + list);

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json()).hasSize(60);
        assertThat(answer.body().length()).isGreaterThan(8192);
        assertThat(lastUse(supervisor)).isGreaterThan(before);
    }

    private long lastUse(String person) {
        return jdbc.sql("SELECT last_access_time FROM ringback.web_session WHERE principal_name = ?")
                .param(person)
                .query(Long.class)
                .single();
    }

    @Test
    void endTwelveHoursAfterTheLastUse() {
        var agent = centre.person("AGENT");
        var browser = centre.signedIn(agent);

        lastUsed(agent, "11 hours 59 minutes");
        assertThat(browser.get("/api/v1/desk").status()).isEqualTo(200);
        lastUsed(agent, "12 hours 1 minute");
        assertThat(browser.get("/api/v1/desk").status()).isEqualTo(401);
    }

    @Test
    void areNotedAsUsed() {
        var agent = centre.person("AGENT");
        var browser = centre.signedIn(agent);
        lastUsed(agent, "11 hours");

        browser.get("/api/v1/desk");

        assertThat(jdbc.sql("""
                        SELECT extract(epoch FROM now()) * 1000 - last_access_time < 600000
                           AND expiry_time = last_access_time + max_inactive_interval * 1000
                           AND max_inactive_interval = %s
                        FROM ringback.web_session
                        WHERE principal_name = ?""".formatted(TWELVE_HOURS))
                        .param(agent)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void holdTextsThatEveryLaterVersionCanRead() {
        var agent = centre.person("AGENT");
        centre.signedIn(agent);

        assertThat(jdbc.sql("""
                        SELECT convert_from(attribute_bytes, 'UTF8')
                        FROM ringback.web_session_attributes
                        JOIN ringback.web_session ON primary_id = session_primary_id
                        WHERE principal_name = ?
                        ORDER BY 1""").param(agent).query(String.class).list()).containsExactly("AGENT", agent);
    }

    private void lastUsed(String account, String ago) {
        jdbc.sql("""
                        UPDATE ringback.web_session
                        SET last_access_time = used.at, expiry_time = used.at + max_inactive_interval * 1000
                        FROM (SELECT (extract(epoch FROM now() - ?::interval) * 1000)::bigint AS at) used
                        WHERE principal_name = ?""").params(ago, account).update();
    }
}
