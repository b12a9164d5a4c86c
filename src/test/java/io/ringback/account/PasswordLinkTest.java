package io.ringback.account;

import static io.ringback.support.Json.json;
import static io.ringback.support.Refusal.conflict;
import static io.ringback.support.Refusal.invalid;
import static io.ringback.support.Refusal.notFound;
import static io.ringback.support.Refusal.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringback.support.Centre;
import io.ringback.support.Http;
import io.ringback.support.MovableClock;
import io.ringback.support.RingbackTest;
import io.ringback.support.Together;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People choose their password themselves, by a link that works once. */
@RingbackTest
class PasswordLinkTest {

    private static final String CHOSEN = "chosen by myself";

    @Autowired
    private Centre centre;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcClient jdbc;

    private Http admin;

    @BeforeEach
    void anAdministrator() {
        jdbc.sql("DELETE FROM ringback.login_failure").update();
        admin = centre.as(centre.person("ADMIN"));
    }

    @Test
    void isGoneWhenTheAccountWasDisabledOrMayDoSomethingElse() {
        admin.post("/api/v1/accounts", json("{'id':'link-old','name':'O','roles':['AGENT']}"));
        var beforeDisabling = link("link-old");
        admin.put("/api/v1/accounts/link-old", json("{'name':'O','roles':['AGENT'],'enabled':false}"));
        admin.put("/api/v1/accounts/link-old", json("{'name':'O','roles':['AGENT'],'enabled':true}"));
        refused(use(token(beforeDisabling), CHOSEN), 403, "forbidden");

        var beforeNewRoles = link("link-old");
        admin.put("/api/v1/accounts/link-old", json("{'name':'O','roles':['AGENT','ADMIN'],'enabled':true}"));
        refused(use(token(beforeNewRoles), CHOSEN), 403, "forbidden");
    }

    @Test
    void letsANewAccountChooseItsPasswordOnce() {
        var made = admin.post("/api/v1/accounts", json("{'id':'link-new','name':'Nea Nieminen','roles':['AUDITOR']}"));
        var before = centre.server().as("link-new", "").get("/api/v1/lists");
        var link = link("link-new");

        var used = use(token(link), CHOSEN);
        var again = use(token(link), "another password");

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().path("hasPassword").asBoolean()).isFalse();
        assertThat(before.status()).isEqualTo(401);
        assertThat(used.status()).isEqualTo(204);
        refused(again, 403, "forbidden");
        assertThat(centre.server().as("link-new", CHOSEN).get("/api/v1/lists").status())
                .isEqualTo(200);
        assertThat(admin.get("/api/v1/accounts/link-new")
                        .json()
                        .path("hasPassword")
                        .asBoolean())
                .isTrue();
        assertThat(eventsOf("link-new")).containsExactly("CREATED", "PASSWORD_LINK_MADE", "PASSWORD_CHOSEN");
    }

    @Test
    void keepsTheTokenOutOfAddressesThatAreSentAndOutOfTheDatabase() {
        var account = centre.person("AUDITOR");

        var link = link(account);

        var url = URI.create(link.path("url").asText());
        assertThat(url.getPath()).isEqualTo("/welcome");
        assertThat(url.getQuery()).isNull();
        assertThat(url.getFragment()).hasSizeGreaterThanOrEqualTo(32);
        assertThat(Instant.parse(link.path("expiresAt").asText()))
                .isEqualTo(clock.instant().plus(Duration.ofHours(72)));
        assertThat(jdbc.sql("SELECT hash FROM ringback.password_link")
                        .query(String.class)
                        .list())
                .doesNotContain(url.getFragment());
    }

    @Test
    void endsSessionsOfTheFormerPassword() {
        var agent = centre.person("AGENT");
        var browser = centre.signedIn(agent);

        use(token(link(agent)), CHOSEN);

        assertThat(browser.get("/api/v1/desk").status()).isEqualTo(401);
        assertThat(centre.as(agent).get("/api/v1/desk").status()).isEqualTo(401);
    }

    @Test
    void takesALaterLinkInThePlaceOfAnEarlierOne() {
        var account = centre.person("AUDITOR");
        var earlier = token(link(account));
        var later = token(link(account));

        var byEarlier = use(earlier, CHOSEN);
        var byLater = use(later, CHOSEN);

        refused(byEarlier, 403, "forbidden");
        assertThat(byLater.status()).isEqualTo(204);
    }

    @Test
    void letsLinksGrowOld() {
        var account = centre.person("AUDITOR");
        var token = token(link(account));

        clock.advance(Duration.ofHours(72));

        refused(use(token, CHOSEN), 403, "forbidden");
    }

    @Test
    void endsALinkWhenAnAdministratorSetsThePassword() {
        var account = centre.person("AUDITOR");
        var token = token(link(account));

        admin.put("/api/v1/accounts/%s/password".formatted(account), json("{'password':'set by somebody else'}"));

        refused(use(token, CHOSEN), 403, "forbidden");
    }

    @Test
    void letsOneOfManyUseALink() {
        var account = centre.person("AUDITOR");
        var token = token(link(account));

        var answers = Together.times(
                4, number -> use(token, "chosen by number " + number).status());

        assertThat(answers).containsExactlyInAnyOrder(204, 403, 403, 403);
        assertThat(centre.server()
                        .as(account, "chosen by number " + answers.indexOf(204))
                        .get("/api/v1/lists")
                        .status())
                .isEqualTo(200);
        assertThat(eventsOf(account)).containsOnlyOnce("PASSWORD_CHOSEN");
    }

    @Test
    void keepsTheLinkWhenThePasswordCannotBe() {
        var token = token(link(centre.person("AUDITOR")));

        invalid(use(token, "short"), "password");
        invalid(use("", CHOSEN), "token");

        assertThat(use(token, CHOSEN).status()).isEqualTo(204);
    }

    @Test
    void slowsDownGuessing() {
        for (int guess = 0; guess < 5; guess++) {
            refused(use("guess-" + guess, CHOSEN), 403, "forbidden");
        }

        refused(use("guess-6", CHOSEN), 429, "too-many-requests");
    }

    @Test
    void makesNoneForAnAccountThatIsDisabledOrIsNot() {
        var account = centre.person("AUDITOR");
        admin.put("/api/v1/accounts/" + account, json("{'name':'A','roles':['AUDITOR'],'enabled':false}"));

        conflict(admin.post("/api/v1/accounts/%s/password-link".formatted(account), ""));
        notFound(admin.post("/api/v1/accounts/nobody/password-link", ""));
    }

    private JsonNode link(String account) {
        var answer = admin.post("/api/v1/accounts/%s/password-link".formatted(account), "");
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.header("Cache-Control")).contains("no-store");
        return answer.json();
    }

    private static String token(JsonNode link) {
        return URI.create(link.path("url").asText()).getFragment();
    }

    private Http.Answer use(String token, String password) {
        return centre.server().post("/api/v1/welcome", json("{'token':'%s','password':'%s'}", token, password));
    }

    private java.util.List<String> eventsOf(String account) {
        return jdbc.sql("SELECT type FROM ringback.account_event WHERE account_id = ? ORDER BY id")
                .param(account)
                .query(String.class)
                .list();
    }
}
