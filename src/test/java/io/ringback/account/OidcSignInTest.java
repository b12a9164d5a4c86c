package io.ringback.account;

import static io.ringback.support.Json.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.support.Centre;
import io.ringback.support.Http;
import io.ringback.support.RingbackTest;
import io.ringback.support.WebSession;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Signing in through a real identity provider, by all its redirects. */
@RingbackTest
@ExtendWith(OutputCaptureExtension.class)
class OidcSignInTest {

    private static final LocalProvider PROVIDER = LocalProvider.start();

    @Autowired
    private Centre centre;

    @Autowired
    private JdbcClient jdbc;

    private Http admin;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry properties) {
        properties.add("ringback.oidc.issuer", PROVIDER::issuer);
        properties.add("ringback.oidc.client-id", () -> LocalProvider.CLIENT);
        properties.add("ringback.oidc.client-secret", () -> LocalProvider.SECRET);
        properties.add("ringback.oidc.name", () -> "Example Ltd");
        properties.add("ringback.oidc.roles-claim", () -> "realm_access.roles");
        properties.add("ringback.oidc.role-mapping", () -> "callers=AGENT,leads=SUPERVISOR,leads=AGENT,it=ADMIN");
    }

    @AfterAll
    static void stop() {
        PROVIDER.close();
    }

    @BeforeEach
    void theProviderKnowsUs() {
        PROVIDER.serves(centre.port());
        admin = centre.as(centre.person("ADMIN"));
    }

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

    @ParameterizedTest
    @EnumSource(names = {"RS256", "ES256", "PS256"})
    void takesTheAlgorithmsThatTheProviderNames(SignatureAlgorithm algorithm) {
        PROVIDER.knows("alma", person("10", "alma", "Alma", "callers"));
        PROVIDER.signsWith(algorithm);
        try {
            assertThat(signIn(centre.browser(), "alma", "").header("Location")).isEqualTo("/");
        } finally {
            PROVIDER.signsWith(SignatureAlgorithm.RS256);
        }
    }

    @Test
    void takesNoAlgorithmThatTheProviderDoesNotName() {
        PROVIDER.knows("alvar", person("11", "alvar", "Alvar", "callers"));
        PROVIDER.signsWith(SignatureAlgorithm.RS512);
        try {
            assertThat(signIn(centre.browser(), "alvar", "").header("Location")).isEqualTo("/login?refused=FAILED");
        } finally {
            PROVIDER.signsWith(SignatureAlgorithm.RS256);
        }
    }

    @Test
    void findsRolesThatOnlyTheAccessTokenTells() {
        PROVIDER.knows("kerttu", Map.of("sub", "12", "preferred_username", "kerttu"));
        PROVIDER.tellsInAccessToken("kerttu", Map.of("realm_access", Map.of("roles", List.of("leads"))));

        assertThat(signIn(centre.browser(), "kerttu", "").header("Location")).isEqualTo("/");
        assertThat(admin.get("/api/v1/accounts/kerttu").json().path("roles").toString())
                .isEqualTo("[\"AGENT\",\"SUPERVISOR\"]");
    }

    @Test
    void keepsTheRolesOfWhoIsInTooManyGroupsForAToken() {
        PROVIDER.knows("moona", person("13", "moona", "Moona", "callers"));
        signIn(centre.browser(), "moona", "");
        PROVIDER.knows(
                "moona",
                Map.of("sub", "13", "preferred_username", "moona", "_claim_names", Map.of("realm_access", "src1")));

        var answer = signIn(centre.browser(), "moona", "");

        assertThat(answer.header("Location")).isEqualTo("/login?refused=TOO_MANY_GROUPS");
        assertThat(admin.get("/api/v1/accounts/moona").json().path("roles").toString())
                .isEqualTo("[\"AGENT\"]");
        assertThat(centre.browser().page("/login?refused=TOO_MANY_GROUPS").body())
                .contains("too many groups");
    }

    @Test
    void namesRolesThatNothingIsMappedTo(CapturedOutput output) {
        PROVIDER.knows("vieno", person("14", "vieno", "Vieno", "gardeners"));

        signIn(centre.browser(), "vieno", "");

        assertThat(output).contains("nothing is mapped to any of [gardeners]");
    }

    @Test
    void signsOutThereToo() {
        PROVIDER.knows("sisu", person("15", "sisu", "Sisu", "callers"));
        var browser = centre.browser();
        signIn(browser, "sisu", "");
        var token = WebSession.token(browser.page("/desk"));

        var signedOut = browser.form("/logout", Map.of("_csrf", token));

        assertThat(signedOut.header("Location"))
                .startsWith(PROVIDER.issuer() + "/connect/logout?client_id=ringback&id_token_hint=ey")
                .endsWith(
                        "&post_logout_redirect_uri=http%3A%2F%2Flocalhost%3A" + centre.port() + "%2Flogin%3FsignedOut");
        assertThat(browser.page("/desk").status()).isEqualTo(302);
        var back = WebSession.at(PROVIDER.port()).page(pathOf(signedOut));
        assertThat(back.header("Location")).isEqualTo("http://localhost:%d/login?signedOut".formatted(centre.port()));
        assertThat(centre.browser().page("/login").header("Content-Security-Policy"))
                .contains("form-action 'self' " + PROVIDER.issuer() + ";");
    }

    @Test
    void signsOutOnlyHereWhoHasSignedInHere() {
        var browser = centre.signedIn(centre.person("AGENT"));
        var token = WebSession.token(browser.page("/desk"));

        assertThat(browser.form("/logout", Map.of("_csrf", token)).header("Location"))
                .isEqualTo("/login?signedOut");
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

    /** All the way from the button to the answer of this server to who comes back. */
    private Http.Answer signIn(WebSession browser, String name, String next) {
        return browser.page(backFromProvider(browser, name, next));
    }

    private String backFromProvider(WebSession browser, String name, String next) {
        var there = browser.page("/oauth2/authorization/oidc?next="
                + java.net.URLEncoder.encode(next, java.nio.charset.StandardCharsets.UTF_8));
        var ask = pathOf(there);
        var provider = WebSession.at(PROVIDER.port());
        provider.page(ask);
        provider.form("/login", Map.of("username", name, "password", LocalProvider.PASSWORD));
        return pathOf(provider.page(ask));
    }

    private static String pathOf(Http.Answer redirect) {
        assertThat(redirect.status()).as(redirect.body()).isEqualTo(302);
        var address = URI.create(java.util.Objects.requireNonNull(redirect.header("Location")));
        return address.getRawPath() + "?" + address.getRawQuery();
    }

    private static Map<String, Object> person(String subject, String account, String name, String... roles) {
        return Map.of(
                "sub", subject,
                "preferred_username", account,
                "name", name,
                "realm_access", Map.of("roles", List.of(roles)));
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
