package io.ringback.account.security;

import static io.ringback.support.Refusal.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.support.Centre;
import io.ringback.support.RingbackTest;
import io.ringback.support.WebSession;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What all pages have in common: headers, languages, errors, and how their files are sent. */
@RingbackTest
class PagesTest {

    private static final String STRICT = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data:; font-src 'self'; connect-src 'self'; media-src 'self'; form-action 'self';"
            + " base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'";

    @Autowired
    private Centre centre;

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/", "/nowhere", "/desk", "/assets/css/ringback.css"})
    void tellBrowsersToLetThemDoLittle(String path) {
        var answer = centre.signedIn(centre.person("SUPERVISOR")).page(path);

        assertThat(answer.header("Content-Security-Policy")).isEqualTo(STRICT);
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Permissions-Policy")).contains("camera=()", "microphone=()");
    }

    @Test
    void areKeptByNoCache() {
        assertThat(centre.browser().page("/login").header("Cache-Control")).contains("no-store");
    }

    @Test
    void holdNeitherScriptsNorStylesOfTheirOwn() {
        var supervisor = centre.signedIn(centre.person("SUPERVISOR"));
        var agent = centre.signedIn(centre.person("AGENT"));

        for (var page : new String[] {
            supervisor.page("/login?lang=en").body(),
            centre.browser().page("/login").body(),
            supervisor.page("/").body(),
            supervisor.page("/nowhere").body(),
            agent.page("/desk").body()
        }) {
            assertThat(page)
                    .doesNotContainPattern("<script(?![^>]*\\ssrc=)")
                    .doesNotContain("<style")
                    .doesNotContainPattern("\\sstyle=")
                    .doesNotContainPattern("\\son[a-z]+=")
                    .doesNotContainPattern("(?:src|href)=\"(?:https?:)?//");
        }
    }

    @Test
    void letThePageOfTheApiStyleItself() {
        var page = centre.signedIn(centre.person("SUPERVISOR")).page("/swagger-ui/index.html");
        var data = centre.as(centre.person("SUPERVISOR")).get("/api/v1/lists");

        assertThat(page.header("Content-Security-Policy"))
                .contains("script-src 'self';", "style-src 'self' 'unsafe-inline'", "frame-ancestors 'none'");
        assertThat(data.header("Content-Security-Policy")).isEqualTo("default-src 'none'; frame-ancestors 'none'");
    }

    @Test
    void theApiPageSendsTheTokenAlong() {
        var script = centre.signedIn(centre.person("SUPERVISOR")).page("/swagger-ui/swagger-initializer.js");

        assertThat(script.status()).isEqualTo(200);
        assertThat(script.body()).contains("XSRF-TOKEN", "X-XSRF-TOKEN");
    }

    @ParameterizedTest
    @CsvSource({
        "fi-FI;fi;q=0.9;en;q=0.8, fi, Kirjaudu sisään",
        "de;sv;q=0.5;fi;q=0.2, sv, Logga in",
        "de;fr, en, Sign in",
        "'', en, Sign in"
    })
    void speakTheLanguageOfTheBrowser(String accepted, String language, String title) {
        var browser = centre.browser();
        var request = browser.request("/login");
        if (!accepted.isEmpty()) {
            request.header("Accept-Language", accepted.replaceAll(";(?!q=)", ","));
        }

        var page = browser.send(request.GET().build());

        assertThat(page.body()).contains("<html lang=\"" + language + "\"", title);
    }

    @Test
    void speakTheLanguageThatWasChosen() {
        var browser = centre.browser();

        assertThat(browser.page("/login?lang=sv&next=%2Fdesk").body()).contains("Logga in", "value=\"/desk\"");
        assertThat(browser.page("/login").body()).contains("<html lang=\"sv\"");
        assertThat(browser.signIn("nobody", "whatever").body()).contains("Kontot eller lösenordet är fel.");
        assertThat(browser.page("/login?lang=de").body()).contains("<html lang=\"sv\"");
        browser.signIn(centre.person("INTEGRATOR"), Centre.PASSWORD);
        assertThat(browser.page("/nowhere").body()).contains("<html lang=\"sv\"", "Här finns ingenting");
        assertThat(browser.page("/?lang=fi").body()).contains("<html lang=\"fi\"", "Tervetuloa");
    }

    @Test
    void tellErrorsToPeopleAsPagesAndToProgramsAsDocuments() {
        var browser = centre.signedIn(centre.person("SUPERVISOR"));
        var agent = centre.signedIn(centre.person("AGENT"));

        assertThat(browser.page("/nowhere").body()).contains("There is nothing here", "Status 404");
        assertThat(browser.page("/desk").body()).contains("Not for your account", "Status 403");
        assertThat(agent.page("/desk/lists/x/people").status()).isEqualTo(403);
        refused(browser.get("/nowhere"), 404, "not-found");
        refused(browser.get("/desk"), 403, "forbidden");
        refused(browser.page("/api/v1/nowhere"), 404, "not-found");
        refused(browser.page("/api/v1/desk"), 403, "forbidden");
        refused(browser.send(browser.request("/nowhere").GET().build()), 404, "not-found");
    }

    @Test
    void sayWhichMethodsAnAddressTakes() {
        var browser = centre.signedIn(centre.person("AGENT"));
        browser.page("/desk");

        var answer = browser.call("POST", "/desk", "{}");

        refused(answer, 405, "method-not-allowed");
        assertThat(answer.header("Allow")).isEqualTo("GET");
    }

    @Test
    void leadStrangersToTheSignInWhateverTheyAskFor() {
        var stranger = centre.browser();

        assertThat(stranger.page("/nowhere").header("Location")).isEqualTo("/login?next=%2Fnowhere");
        assertThat(stranger.page("/error").header("Location")).isEqualTo("/login?next=%2Ferror");
        assertThat(stranger.page("/").header("Location")).isEqualTo("/login");
        assertThat(stranger.page("/desk/").header("Location")).isEqualTo("/login?next=%2Fdesk%2F");
    }

    @Test
    void theirFilesAreAskedForAnewAndSentOnce() {
        var stranger = centre.browser();
        var css = stranger.page("/assets/css/ringback.css");

        var again = stranger.send(stranger.request("/assets/css/ringback.css")
                .header("If-Modified-Since", String.valueOf(css.header("Last-Modified")))
                .GET()
                .build());

        assertThat(css.status()).isEqualTo(200);
        assertThat(css.header("Content-Type")).startsWith("text/css");
        assertThat(css.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(again.status()).isEqualTo(304);
    }

    @Test
    void areCompressed() throws IOException, InterruptedException {
        var request = WebSession.at(centre.port())
                .request("/assets/css/ringback.css")
                .header("Accept-Encoding", "gzip")
                .GET()
                .build();

        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());

        assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
        try (InputStream css = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            assertThat(new String(css.readAllBytes())).contains("--surface");
        }
    }

    @Test
    void streamsAreNotCompressed() {
        var agent = centre.person("AGENT");
        var request = centre.as(agent)
                .request("/api/v1/desk/events")
                .header("Accept", "text/event-stream")
                .header("Accept-Encoding", "gzip")
                .GET()
                .build();

        var answer = stream(request);

        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
    }

    private static HttpResponse<InputStream> stream(HttpRequest request) {
        try {
            var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
            answer.body().close();
            return answer;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
