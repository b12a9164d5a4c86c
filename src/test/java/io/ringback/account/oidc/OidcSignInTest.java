package io.ringback.account.oidc;

import static io.ringback.support.Json.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.support.RingbackTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Signing in through a real identity provider, by all its redirects. */
@RingbackTest
class OidcSignInTest extends SignedInElsewhere {

    @Autowired
    private JdbcClient jdbc;

    @Test
    void makesAnAccountAtTheFirstSignInAndLeadsWhereThePersonWanted() {
        PROVIDER.knows("oiva", person("1", "Oiva", "Oiva Öhman", "callers", "choir"));
        var browser = centre.browser();

        var form = browser.page("/login?next=%2Fdesk%3Ffrom%3Dmail");
        var answer = signIn(browser, "oiva", "/desk?from=mail");

        assertThat(form.body()).contains("Sign in with Example Ltd");
        assertThat(answer.header("Location")).isEqualTo("/desk?from=mail");
        assertThat(browser.get("/api/v1/desk").json().path("agentId").asText()).isEqualTo("oiva");
        var account = admin.get("/api/v1/accounts/oiva").json();
        assertThat(account.path("name").asText()).isEqualTo("Oiva Öhman");
        assertThat(account.path("roles").toString()).isEqualTo("[\"AGENT\"]");
        assertThat(account.path("hasPassword").asBoolean()).isFalse();
        assertThat(account.path("oidc").asBoolean()).isTrue();
        assertThat(eventsOf("oiva")).containsExactly("oidc CREATED", "oidc OIDC_LINKED");
        assertThat(textsOfSession("oiva")).hasSize(3).contains("AGENT", "oiva");
    }

    @Test
    void bringsNameAndRolesUpToDateAtEachSignIn() {
        PROVIDER.knows("essi", person("2", "essi", "Essi", "callers"));
        var earlier = centre.browser();
        signIn(earlier, "essi", "");
        PROVIDER.knows("essi", person("2", "essi.new", "Essi Esimies", "leads"));

        var answer = signIn(centre.browser(), "essi", "");

        assertThat(answer.header("Location")).isEqualTo("/");
        var account = admin.get("/api/v1/accounts/essi").json();
        assertThat(account.path("name").asText()).isEqualTo("Essi Esimies");
        assertThat(account.path("roles").toString()).isEqualTo("[\"AGENT\",\"SUPERVISOR\"]");
        assertThat(earlier.get("/api/v1/desk").status()).isEqualTo(401);
        assertThat(admin.get("/api/v1/accounts/essi.new").status()).isEqualTo(404);
    }

    @Test
    void givesNothingToWhoHasNoRoleHere() {
        PROVIDER.knows("vili", person("3", "vili", "Vili", "choir"));

        var answer = signIn(centre.browser(), "vili", "");

        assertThat(answer.header("Location")).isEqualTo("/login?refused=NO_ROLE");
        assertThat(admin.get("/api/v1/accounts/vili").status()).isEqualTo(404);
        assertThat(centre.browser().page("/login?refused=NO_ROLE").body()).contains("You have no role here");
    }

    @Test
    void takesAwayWhatTheProviderHasTakenAway() {
        PROVIDER.knows("lasse", person("4", "lasse", "Lasse", "leads"));
        var earlier = centre.browser();
        signIn(earlier, "lasse", "");
        PROVIDER.knows("lasse", person("4", "lasse", "Lasse"));

        var answer = signIn(centre.browser(), "lasse", "");

        assertThat(answer.header("Location")).isEqualTo("/login?refused=NO_ROLE");
        assertThat(admin.get("/api/v1/accounts/lasse").json().path("roles")).isEmpty();
        assertThat(earlier.get("/api/v1/lists").status()).isEqualTo(401);
    }

    @Test
    void refusesWhoIsDisabledHere() {
        PROVIDER.knows("kai", person("5", "kai", "Kai", "callers"));
        signIn(centre.browser(), "kai", "");
        admin.put("/api/v1/accounts/kai", json("{'name':'Kai','roles':['AGENT'],'enabled':false}"));

        var answer = signIn(centre.browser(), "kai", "");

        assertThat(answer.header("Location")).isEqualTo("/login?refused=DISABLED");
    }

    @Test
    void takesOverNoAccountUnlessAnAdministratorAllowsIt() {
        var local = centre.person("AGENT");
        PROVIDER.knows("olli", person("6", local, "Olli", "it"));

        var refused = signIn(centre.browser(), "olli", "");
        admin.put("/api/v1/accounts/" + local, json("{'name':'Olli','roles':['AGENT'],'enabled':true,'oidc':true}"));
        var allowed = signIn(centre.browser(), "olli", "");
        PROVIDER.knows("another", person("7", local, "Another", "it"));
        var somebodyElse = signIn(centre.browser(), "another", "");

        assertThat(refused.header("Location")).isEqualTo("/login?refused=TAKEN");
        assertThat(allowed.header("Location")).isEqualTo("/");
        assertThat(somebodyElse.header("Location")).isEqualTo("/login?refused=TAKEN");
        assertThat(admin.get("/api/v1/accounts/" + local).json().path("roles").toString())
                .isEqualTo("[\"ADMIN\"]");
    }

    @Test
    void makesNoAccountOfANameThatCannotBeOne() {
        PROVIDER.knows("odd", person("8", "odd name@example.com", "Odd", "callers"));

        var answer = signIn(centre.browser(), "odd", "");

        assertThat(answer.header("Location")).isEqualTo("/login?refused=UNUSABLE");
    }

    @Test
    void takesAnAnswerOnceAndOnlyInTheBrowserThatAsked() {
        PROVIDER.knows("pia", person("9", "pia", "Pia", "callers"));
        var browser = centre.browser();
        var back = backFromProvider(browser, "pia", "");

        var elsewhere = centre.browser().page(back);
        var here = browser.page(back);
        var again = browser.page(back);

        assertThat(elsewhere.header("Location")).isEqualTo("/login?refused=FAILED");
        assertThat(here.header("Location")).isEqualTo("/");
        assertThat(again.header("Location")).isEqualTo("/login?refused=FAILED");
    }

    @Test
    void leadsNobodyToAnotherServer() {
        PROVIDER.knows("pia", person("9", "pia", "Pia", "callers"));

        var answer = signIn(centre.browser(), "pia", "//evil.example/desk");

        assertThat(answer.header("Location")).isEqualTo("/");
    }

    @Test
    void costsNoSessionOfStrangersAndAsksWithPkceAndNonce() {
        var before = sessions();

        var there = centre.browser().page("/oauth2/authorization/oidc");

        assertThat(there.status()).isEqualTo(302);
        assertThat(there.header("Location"))
                .startsWith(PROVIDER.issuer())
                .contains("code_challenge_method=S256", "nonce=", "state=", "scope=openid");
        assertThat(there.header("Set-Cookie")).startsWith("OIDC=").contains("HttpOnly", "SameSite=Lax");
        assertThat(sessions()).isEqualTo(before);
    }

    private List<String> eventsOf(String account) {
        return jdbc.sql("SELECT actor || ' ' || type FROM ringback.account_event WHERE account_id = ? ORDER BY id")
                .param(account)
                .query(String.class)
                .list();
    }

    private int sessions() {
        return jdbc.sql("SELECT count(*) FROM ringback.web_session")
                .query(Integer.class)
                .single();
    }

    private List<String> textsOfSession(String account) {
        return jdbc.sql("""
                        SELECT convert_from(attribute_bytes, 'UTF8')
                        FROM ringback.web_session_attributes
                        JOIN ringback.web_session ON primary_id = session_primary_id
                        WHERE principal_name = ?
                        ORDER BY 1""").param(account).query(String.class).list();
    }
}
