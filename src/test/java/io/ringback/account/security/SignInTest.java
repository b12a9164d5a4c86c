package io.ringback.account.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.support.Centre;
import io.ringback.support.MovableClock;
import io.ringback.support.RingbackTest;
import io.ringback.support.WebSession;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Signing in and out by the form. */
@RingbackTest
class SignInTest {

    @Autowired
    private Centre centre;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MovableClock clock;

    @Test
    void leadsPeopleToTheFirstOfTheirPages() {
        var designer = centre.browser();
        var signedIn = designer.signIn(centre.person("DESIGNER"), Centre.PASSWORD);
        var program = centre.signedIn(centre.person("INTEGRATOR"));
        var supervisor = centre.signedIn(centre.person("SUPERVISOR"));
        var administrator = centre.signedIn(centre.person("ADMIN"));
        var agent = centre.signedIn(centre.person("AGENT"));

        assertThat(signedIn.status()).isEqualTo(302);
        assertThat(signedIn.header("Location")).isEqualTo("/");
        assertThat(designer.page("/").header("Location")).isEqualTo("/design");
        assertThat(program.page("/").body()).contains("Integration", "/api-docs", "Sign out");
        assertThat(supervisor.page("/").header("Location")).isEqualTo("/supervision");
        assertThat(administrator.page("/").header("Location")).isEqualTo("/supervision/lists");
        assertThat(agent.page("/").header("Location")).isEqualTo("/desk");
        assertThat(agent.page("/login").header("Location")).isEqualTo("/");
    }

    @Test
    void leadsOnToThePageThatWasWanted() {
        var browser = centre.browser();

        var refused = browser.page("/desk/case?tab=history&x=%C3%A5");
        var signIn = String.valueOf(refused.header("Location"));
        var signedIn = browser.signIn(signIn, centre.person("AGENT"), Centre.PASSWORD);

        assertThat(refused.status()).isEqualTo(302);
        assertThat(signIn).startsWith("/login?next=%2Fdesk%2Fcase%3F");
        assertThat(signedIn.header("Location")).isEqualTo("/desk/case?tab=history&x=%C3%A5");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "/\t/evil.example",
                "/%0d%0aSet-Cookie:x=y\r\nX: y",
                " //evil.example",
                "javascript:alert(1)",
                "desk",
                ""
            })
    void leadsToNoOtherServer(String next) {
        var browser = centre.browser();
        var token = WebSession.token(browser.page("/login"));

        var signedIn = browser.form(
                "/login",
                Map.of(
                        "username",
                        centre.person("SUPERVISOR"),
                        "password",
                        Centre.PASSWORD,
                        "_csrf",
                        token,
                        "next",
                        next));

        assertThat(signedIn.status()).isEqualTo(302);
        assertThat(signedIn.header("Location")).isEqualTo("/");
    }

    @Test
    void saysThatThePasswordIsWrongAndKeepsTheRest() {
        var browser = centre.browser();
        var person = centre.person("AGENT");

        var refused = browser.signIn("/login?next=%2Fdesk", person, "not this one");

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.header("WWW-Authenticate")).isNull();
        assertThat(refused.body())
                .contains("The account or the password is wrong.", "value=\"" + person + "\"", "value=\"/desk\"")
                .doesNotContain("not this one");
        assertThat(browser.cookie("SESSION")).isEmpty();
        assertThat(browser.page("/desk").status()).isEqualTo(302);
    }

    @Test
    void saysHowLongToWaitAfterTooManyAttempts() {
        var browser = centre.browser();
        var person = centre.person("AGENT");
        for (int attempt = 0; attempt < 5; attempt++) {
            assertThat(browser.signIn(person, "guess " + attempt).status()).isEqualTo(401);
        }

        var refused = browser.signIn(person, Centre.PASSWORD);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isEqualTo("2");
        assertThat(refused.body()).contains("Wait 2 seconds");
        clock.advance(Duration.ofSeconds(2));
        assertThat(browser.signIn(person, Centre.PASSWORD).status()).isEqualTo(302);
    }

    @Test
    void signsOut() {
        var browser = centre.signedIn(centre.person("INTEGRATOR"));
        var token = WebSession.token(browser.page("/"));

        var signedOut = browser.form("/logout", Map.of("_csrf", token));

        assertThat(signedOut.header("Location")).isEqualTo("/login?signedOut");
        assertThat(browser.page("/login?signedOut").body()).contains("You have signed out.");
        assertThat(browser.page("/").header("Location")).isEqualTo("/login");
        assertThat(browser.get("/api/v1/lists").status()).isEqualTo(401);
    }

    @Test
    void takesNoFormWithoutAToken() {
        var browser = centre.signedIn(centre.person("INTEGRATOR"));

        var signIn = centre.browser().form("/login", Map.of("username", "anna", "password", "demo"));
        var signOut = browser.form("/logout", Map.of());

        assertThat(signIn.status()).isEqualTo(403);
        assertThat(signIn.body()).contains("Please sign in again", "name=\"_csrf\"");
        assertThat(signOut.status()).isEqualTo(403);
        assertThat(signOut.body()).contains("This page is out of date");
        assertThat(browser.page("/").status()).isEqualTo(200);
    }

    @Test
    void strangersLeaveNothingInTheDatabase() {
        var browser = centre.browser();

        browser.page("/desk");
        browser.page("/login");
        browser.signIn("nobody", "whatever it is");

        assertThat(browser.cookie("SESSION")).isEmpty();
        assertThat(jdbc.sql("SELECT count(*) FROM ringback.web_session WHERE principal_name IS NULL")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void givesEverySessionAnIdOfItsOwn() {
        var person = centre.person("INTEGRATOR");
        var browser = centre.signedIn(person);
        var before = browser.cookie("SESSION");
        var token = WebSession.token(browser.page("/"));

        browser.form("/login", Map.of("username", person, "password", Centre.PASSWORD, "_csrf", token));

        assertThat(browser.cookie("SESSION")).isPresent().isNotEqualTo(before);
        assertThat(jdbc.sql("SELECT count(*) FROM ringback.web_session WHERE principal_name = ?")
                        .param(person)
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void keepsTheCookieFromScriptsAndForeignPages() {
        var answer = centre.browser().signIn(centre.person("AGENT"), Centre.PASSWORD);

        assertThat(answer.response().headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("SESSION=")
                        .contains("HttpOnly", "SameSite=Lax", "Path=/")
                        .doesNotContain("Secure"));
    }

    @ParameterizedTest
    @CsvSource({"/nowhere, 404, There is nothing here", "/desk, 403, Not for your account"})
    void showsPeopleWhatIsWrong(String path, int status, String title) {
        var answer = centre.signedIn(centre.person("SUPERVISOR")).page(path);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(answer.body()).contains(title, "href=\"/\"");
    }
}
