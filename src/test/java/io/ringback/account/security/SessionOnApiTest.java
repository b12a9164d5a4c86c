package io.ringback.account.security;

import static io.ringback.support.Refusal.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.support.Centre;
import io.ringback.support.Http;
import io.ringback.support.RingbackTest;
import io.ringback.support.StatementLog;
import io.ringback.support.WebSession;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** How the API tells its own pages from foreign ones, and both from programs. */
@RingbackTest
@Import(StatementLog.class)
class SessionOnApiTest {

    private static final String AVAILABILITY = "/api/v1/desk/availability";
    private static final String BUSY = "{\"availability\":\"BUSY\"}";

    @Autowired
    private Centre centre;

    @Autowired
    private StatementLog statements;

    private String agent;
    private WebSession browser;

    @BeforeEach
    void anAgentHasSignedIn() {
        agent = centre.person("AGENT");
        browser = centre.signedIn(agent);
        browser.page("/login?token"); // any page brings the cookie of the token
    }

    @Test
    void takesTheSessionWithTheTokenOfTheCookie() {
        browser.page("/desk");

        assertThat(browser.get("/api/v1/desk").json().path("agentId").asText()).isEqualTo(agent);
        assertThat(browser.call("PUT", AVAILABILITY, BUSY).status()).isEqualTo(200);
    }

    @Test
    void takesTheTokenThatThePageHolds() {
        var page = browser.page("/desk").body();
        var token = page.replaceFirst("(?s).*name=\"_csrf\" content=\"([^\"]+)\".*", "$1");

        var answer = browser.send(browser.script(AVAILABILITY)
                .header("X-XSRF-TOKEN", token)
                .PUT(HttpRequest.BodyPublishers.ofString(BUSY))
                .build());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(page).contains("name=\"_csrf_header\" content=\"X-XSRF-TOKEN\"");
    }

    @Test
    void refusesTheSessionWithoutTheToken() {
        var without = browser.send(browser.script(AVAILABILITY)
                .PUT(HttpRequest.BodyPublishers.ofString(BUSY))
                .build());
        var invented = browser.send(browser.script(AVAILABILITY)
                .header("X-XSRF-TOKEN", "00000000-0000-0000-0000-000000000000")
                .PUT(HttpRequest.BodyPublishers.ofString(BUSY))
                .build());

        refused(without, 403, "csrf");
        assertThat(without.json().path("detail").asText()).contains("X-XSRF-TOKEN", "XSRF-TOKEN");
        refused(invented, 403, "csrf");
        assertThat(centre.desk(agent).path("availability").asText()).isNotEqualTo("BUSY");
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, cross-site, 403",
        "Sec-Fetch-Site, same-site, 403",
        "Sec-Fetch-Site, same-origin, 200",
        "Sec-Fetch-Site, none, 200",
        "Origin, https://evil.example, 403",
        "Origin, null, 403",
        "X-Anything, at all, 200"
    })
    void takesRememberedCredentialsFromNoForeignPage(String header, String value, int status) {
        var answer = send(centre.as(agent).request(AVAILABILITY).header(header, value));

        assertThat(answer.status()).isEqualTo(status);
    }

    @Test
    void takesCredentialsFromAPageOfItsOwnOnPlainHttp() {
        var answer = send(centre.as(agent).request(AVAILABILITY).header("Origin", "http://localhost:" + centre.port()));

        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void asksNoScriptForCredentials() {
        var stranger = centre.browser();

        var script = stranger.get("/api/v1/desk");
        var htmx = centre.server()
                .send(stranger.request("/desk/state")
                        .header("HX-Request", "true")
                        .GET()
                        .build());
        var onPlainHttp = centre.server()
                .send(stranger.request("/api/v1/desk/events")
                        .header("Accept", "text/event-stream")
                        .header("Referer", "http://localhost:" + centre.port() + "/desk")
                        .GET()
                        .build());
        var program = centre.server().get("/api/v1/desk");

        refused(script, 401, "unauthorized");
        assertThat(script.header("WWW-Authenticate")).isNull();
        refused(htmx, 401, "unauthorized");
        assertThat(htmx.header("WWW-Authenticate")).isNull();
        refused(onPlainHttp, 401, "unauthorized");
        assertThat(onPlainHttp.header("WWW-Authenticate")).isNull();
        assertThat(program.header("WWW-Authenticate")).isEqualTo("Basic realm=\"Ringback\"");
    }

    @Test
    void credentialsCostNoSessionAndChangeNone() {
        var other = centre.person("SUPERVISOR");
        var session = browser.cookie("SESSION").orElseThrow();
        centre.as(other).get("/api/v1/lists");

        var sent = statements.during(() -> {
            var answer = centre.server()
                    .send(centre.as(other)
                            .request("/api/v1/lists")
                            .header("Cookie", "SESSION=" + session)
                            .GET()
                            .build());
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.response().headers().allValues("Set-Cookie")).isEmpty();
        });

        assertThat(sent).isNotEmpty().noneMatch(statement -> statement.contains("web_session"));
        assertThat(browser.get("/api/v1/desk").json().path("agentId").asText()).isEqualTo(agent);
    }

    @Test
    void aCallWithTheSessionOnlyReadsIt() {
        browser.page("/desk");

        var sent = statements.during(() -> browser.call("PUT", AVAILABILITY, BUSY));

        assertThat(sent.stream().filter(statement -> statement.contains("web_session")))
                .isNotEmpty()
                .allMatch(statement -> statement.contains("SELECT"));
    }

    private Http.Answer send(HttpRequest.Builder request) {
        return centre.server()
                .send(request.header("Content-Type", "application/json")
                        .PUT(HttpRequest.BodyPublishers.ofString(BUSY))
                        .build());
    }
}
