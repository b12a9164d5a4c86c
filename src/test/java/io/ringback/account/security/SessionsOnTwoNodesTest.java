package io.ringback.account.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.support.Centre;
import io.ringback.support.TwoNodes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** People sign in once, on whichever node. */
@Tag("server")
class SessionsOnTwoNodesTest {

    private static TwoNodes nodes;

    @BeforeAll
    static void start() {
        nodes = TwoNodes.start();
    }

    @AfterAll
    static void stop() {
        nodes.close();
    }

    @Test
    void aSessionIsGoodOnEveryNode() {
        var agent = nodes.centre().person("AGENT");
        var browser = nodes.centre().signedIn(agent);
        browser.page("/desk");

        browser.to(nodes.otherCentre().port());

        assertThat(browser.page("/desk").status()).isEqualTo(200);
        assertThat(browser.call("PUT", "/api/v1/desk/availability", "{\"availability\":\"BUSY\"}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void signingOutOnOneNodeEndsItOnTheOther() {
        var browser = nodes.centre().signedIn(nodes.centre().person("AGENT"));
        browser.page("/desk");

        browser.to(nodes.otherCentre().port()).signOut();

        assertThat(browser.to(nodes.centre().port()).get("/api/v1/desk").status())
                .isEqualTo(401);
    }

    @Test
    void aTokenRevokedOnOneNodeIsOutOnTheOtherWithItsStreams() {
        var agent = nodes.centre().person("AGENT");
        var chief = nodes.centre().as(nodes.centre().person("ADMIN"));
        var tokens = "/api/v1/accounts/" + agent + "/tokens";
        var made = chief.post(tokens, "{\"name\": \"Softphone\", \"roles\": [\"AGENT\"]}")
                .json();
        var program = nodes.otherCentre().server().with(made.path("token").asText());
        try (var stream = program.events("/api/v1/desk/events")) {
            stream.event("desk");

            assertThat(chief.delete(tokens + "/" + made.path("id").asText()).status())
                    .isEqualTo(204);

            assertThat(program.get("/api/v1/desk").status()).isEqualTo(401);
            assertThat(stream.ends()).isTrue();
        }
    }

    @Test
    void anAccountDisabledOnOneNodeIsOutOnTheOther() {
        var agent = nodes.centre().person("AGENT");
        var chief = nodes.centre().as(nodes.centre().person("ADMIN"));
        var browser = nodes.otherCentre().signedIn(agent);
        var disabled = "{\"name\": \"Anna\", \"roles\": [\"AGENT\"], \"enabled\": false}";

        assertThat(chief.put("/api/v1/accounts/" + agent, disabled).status()).isEqualTo(200);

        assertThat(browser.get("/api/v1/desk").status()).isEqualTo(401);
        assertThat(browser.signIn(agent, Centre.PASSWORD).status()).isEqualTo(401);
    }
}
