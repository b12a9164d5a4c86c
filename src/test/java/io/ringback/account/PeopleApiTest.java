package io.ringback.account;

import static io.ringback.support.Json.json;
import static io.ringback.support.Refusal.invalid;
import static io.ringback.support.Refusal.notFound;
import static io.ringback.support.Refusal.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.support.Centre;
import io.ringback.support.Http;
import io.ringback.support.RingbackTest;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.HtmlUtils;

/** What administrators see of accounts, and change. */
@RingbackTest
class PeopleApiTest {

    @Autowired
    private Centre centre;

    @Autowired
    private JdbcClient jdbc;

    private String id;
    private Http admin;

    @BeforeEach
    void anAdministrator() {
        id = centre.person("ADMIN");
        admin = centre.as(id);
    }

    @Test
    void refusesAChangeOfAnotherVersion() {
        var account = centre.person("AUDITOR");
        var tag = "\"0\"";
        var first = change(account, tag, json("{'name':'First','roles':['AUDITOR'],'enabled':true}"));

        var second = change(account, tag, json("{'name':'Second','roles':['AUDITOR'],'enabled':true}"));
        var inBody = admin.put(
                "/api/v1/accounts/" + account, json("{'name':'Third','roles':['AUDITOR'],'enabled':true,'version':0}"));
        var odd = change(account, "latest", json("{'name':'Fourth','roles':['AUDITOR'],'enabled':true}"));

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.header("ETag")).isNotEqualTo(tag);
        refused(second, 412, "precondition-failed");
        refused(inBody, 412, "precondition-failed");
        invalid(odd, "If-Match");
        assertThat(admin.get("/api/v1/accounts/" + account).json().path("name").asText())
                .isEqualTo("First");
    }

    @Test
    void takesAChangeFromAProgramThatKnowsNoVersions() {
        var account = centre.person("AUDITOR");
        change(account, "\"0\"", json("{'name':'A','roles':['AUDITOR'],'enabled':true,'language':'sv'}"));

        var answer =
                admin.put("/api/v1/accounts/" + account, json("{'name':'Another','roles':['AUDITOR'],'enabled':true}"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("name").asText()).isEqualTo("Another");
        assertThat(answer.json().path("language").asText()).isEqualTo("sv");
    }

    @Test
    void keepsGroupsUntilItIsToldOthers() {
        var account = centre.person("AUDITOR");
        var person = "/api/v1/accounts/" + account;

        var grouped = admin.put(
                person, json("{'name':'A','roles':['AUDITOR'],'groups':['Kirjeet ja paketit','x'],'enabled':true}"));
        var untold = admin.put(person, json("{'name':'B','roles':['AUDITOR'],'enabled':true}"));
        var odd = admin.put(person, json("{'name':'B','roles':['AUDITOR'],'groups':['a,b'],'enabled':true}"));
        var none = admin.put(person, json("{'name':'B','roles':['AUDITOR'],'groups':[],'enabled':true}"));

        assertThat(grouped.json().path("groups").toString()).isEqualTo(json("['Kirjeet ja paketit','x']"));
        assertThat(untold.json().path("groups")).isEqualTo(grouped.json().path("groups"));
        assertThat(odd.status()).isEqualTo(422);
        assertThat(none.json().path("groups")).isEmpty();
        assertThat(admin.get(person + "/history").json().toString())
                .contains(json("'field':'groups','from':null,'to':'Kirjeet ja paketit, x'"))
                .contains(json("'field':'groups','from':'Kirjeet ja paketit, x','to':null"));
    }

    @Test
    void takesOfferedLanguagesOnly() {
        var account = centre.person("AUDITOR");

        var answer = admin.put(
                "/api/v1/accounts/" + account, json("{'name':'A','roles':['AUDITOR'],'enabled':true,'language':'de'}"));

        invalid(answer, "language");
    }

    @Test
    void showsTheLanguageOfTheAccountUntilThePersonChoosesOne() {
        var account = centre.person("SUPERVISOR");
        change(account, "\"0\"", json("{'name':'A','roles':['SUPERVISOR'],'enabled':true,'language':'fi'}"));
        var browser = centre.signedIn(account);

        var atFirst = browser.page("/nowhere");
        browser.page("/login?lang=sv");
        var chosen = browser.page("/nowhere");

        assertThat(atFirst.body()).contains("lang=\"fi\"");
        assertThat(chosen.body()).contains("lang=\"sv\"");
    }

    @Test
    void tellsWhereAnAccountIsSignedIn() {
        var account = centre.person("SUPERVISOR");
        centre.signedIn(account);
        centre.signedIn(account);

        var sessions =
                admin.get("/api/v1/accounts/%s/sessions".formatted(account)).json();

        assertThat(sessions.path("count").asInt()).isEqualTo(2);
        assertThat(sessions.path("items").get(0).fieldNames()).toIterable().containsExactly("since", "lastUsedAt");
        assertThat(admin.get("/api/v1/accounts/" + account)
                        .json()
                        .path("lastSignInAt")
                        .asText())
                .isNotEmpty();
    }

    @Test
    void endsSessionsOnDemand() {
        var account = centre.person("SUPERVISOR");
        var browser = centre.signedIn(account);

        var answer = admin.delete("/api/v1/accounts/%s/sessions".formatted(account));
        var again = admin.delete("/api/v1/accounts/%s/sessions".formatted(account));

        assertThat(answer.status()).isEqualTo(204);
        assertThat(again.status()).isEqualTo(204);
        assertThat(browser.get("/api/v1/lists").status()).isEqualTo(401);
        assertThat(centre.as(account).get("/api/v1/lists").status()).isEqualTo(200);
        assertThat(historyOf(account)).containsOnlyOnce("SESSIONS_ENDED");
    }

    @Test
    void tellsWhatHappenedToAnAccountWithoutNames() {
        var account = "told-" + id;
        admin.post("/api/v1/accounts", json("{'id':'%s','name':'Taina Toivo','roles':['AGENT']}", account));
        admin.put(
                "/api/v1/accounts/" + account,
                json("{'name':'Taina Uusi','roles':['AGENT','AUDITOR'],'enabled':false}"));

        var history = admin.get("/api/v1/accounts/%s/history".formatted(account));

        var changed = history.json().path("items").get(0);
        assertThat(changed.path("actor").asText()).isEqualTo(id);
        assertThat(changed.path("type").asText()).isEqualTo("CHANGED");
        assertThat(changed.path("changes").toString())
                .isEqualTo(json("[{'field':'roles','from':'AGENT','to':'AGENT AUDITOR'},"
                        + "{'field':'enabled','from':'true','to':'false'},{'field':'name','from':null,'to':null}]"));
        assertThat(history.json().path("items").get(1).path("type").asText()).isEqualTo("CREATED");
        assertThat(history.body()).doesNotContain("Taina");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "roles: - -> AGENT",
                "roles: AGENT -> AGENT SUPERVISOR; enabled: true -> false; name",
                "in words of long ago"
            })
    void showsWhatEarlierVersionsHaveWrittenAsItIs(String words) {
        var account = centre.person("AGENT");
        jdbc.sql("INSERT INTO ringback.account_event (at, actor, account_id, type, details)"
                        + " VALUES (now(), 'root', ?, 'CHANGED', ?)")
                .params(account, words)
                .update();

        var latest = admin.get("/api/v1/accounts/%s/history".formatted(account))
                .json()
                .path("items")
                .get(0);
        var page = centre.signedIn(id).get("/admin/people/%s".formatted(account));

        assertThat(latest.path("written").asText()).isEqualTo(words);
        assertThat(latest.path("changes")).isEmpty();
        assertThat(page.body()).contains(HtmlUtils.htmlEscape(words));
    }

    @Test
    void showsOnThePageWhatHasChanged() {
        var account = centre.person("AGENT");
        admin.put(
                "/api/v1/accounts/" + account,
                json("{'name':'N','roles':[],'enabled':false,'language':'sv','oidc':false}"));
        admin.put(
                "/api/v1/accounts/" + account,
                json("{'name':'N','roles':['AGENT','AUDITOR'],'enabled':true,'language':'sv','oidc':false}"));

        var page =
                centre.signedIn(id).get("/admin/people/%s".formatted(account)).body();
        var shown = page.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");

        assertThat(shown)
                .contains("Roles : none → Agent, Auditor")
                .contains("Roles : Agent → none")
                .contains("May sign in : no → yes")
                .contains("Language : as the browser asks for → Swedish");
    }

    @Test
    void leavesNoEventBehindWhenNothingChanges() {
        var account = "same-" + id;
        admin.post("/api/v1/accounts", json("{'id':'%s','name':'S','roles':['AUDITOR']}", account));

        admin.put("/api/v1/accounts/" + account, json("{'name':'S','roles':['AUDITOR'],'enabled':true}"));

        assertThat(historyOf(account)).containsExactly("CREATED");
    }

    @Test
    void tellsTheListsOfAnAgent() {
        var list = centre.list();
        var other = centre.list();
        var agent = centre.agentOn(list);
        centre.giveAccess(agent, other);

        var lists = admin.get("/api/v1/accounts/%s/lists".formatted(agent)).json();

        assertThat(lists.findValuesAsText("id")).containsExactlyInAnyOrder(list, other);
        assertThat(lists)
                .allSatisfy(one -> assertThat(one.path("active").asBoolean())
                        .isEqualTo(one.path("id").asText().equals(list)));
    }

    @Test
    void knowsNobodyWhoIsNotThere() {
        for (var what : new String[] {"", "/sessions", "/history", "/lists"}) {
            notFound(admin.get("/api/v1/accounts/nobody" + what));
        }
        notFound(admin.delete("/api/v1/accounts/nobody/sessions"));
    }

    private Http.Answer change(String account, String ifMatch, String body) {
        return admin.send(admin.request("/api/v1/accounts/" + account)
                .header("Content-Type", "application/json")
                .header("If-Match", ifMatch)
                .PUT(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private java.util.List<String> historyOf(String account) {
        return admin.get("/api/v1/accounts/%s/history".formatted(account))
                .json()
                .findValuesAsText("type");
    }
}
