package io.ringback.account.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringback.account.Role;
import io.ringback.support.MovableClock;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;

class OidcSettingsTest {

    @Test
    void mapsNamesToRoles() {
        var settings = settings("https://id.example/realm", List.of("a=b=AGENT", "leads=AGENT", "leads=SUPERVISOR"));

        assertThat(settings.rolesOf(Set.of("leads", "others"))).containsExactlyInAnyOrder(Role.AGENT, Role.SUPERVISOR);
        assertThat(settings.rolesOf(Set.of("a=b"))).containsExactly(Role.AGENT);
        assertThat(settings.rolesOf(Set.of("LEADS"))).isEmpty();
        assertThat(settings.shownName()).isEqualTo("id.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"leads", "=AGENT", "leads=BOSS", "leads="})
    void refusesAMappingThatMeansNothing(String mapping) {
        assertThatThrownBy(() -> settings("https://id.example", List.of(mapping)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(mapping);
    }

    @Test
    void refusesAnIssuerWithoutAMapping() {
        assertThatThrownBy(() -> settings("https://id.example", List.of())).hasMessageContaining("role-mapping");
    }

    @Test
    void saysThatTheProviderIsAwayAndAsksAgainLater() throws IOException {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        var clock = new MovableClock(Instant.EPOCH);
        var client = new OidcClient(settings("http://127.0.0.1:" + port, List.of("leads=AGENT")), clock);

        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(client::get)
                    .isInstanceOfSatisfying(
                            OAuth2AuthenticationException.class,
                            refused -> assertThat(refused.getError().getErrorCode())
                                    .isEqualTo("UNAVAILABLE"));
            clock.advance(Duration.ofSeconds(3));
        }
    }

    @Test
    void namesTheIssuerThatTheProviderSaysItIs() throws IOException {
        var provider = com.sun.net.httpserver.HttpServer.create(
                new java.net.InetSocketAddress(java.net.InetAddress.getLoopbackAddress(), 0), 0);
        var issuer = "http://127.0.0.1:" + provider.getAddress().getPort();
        provider.createContext("/", exchange -> {
            var discovery = ("{\"issuer\": \"%s/other\", \"jwks_uri\": \"%s/keys\","
                            + " \"subject_types_supported\": [\"public\"], \"authorization_endpoint\": \"%s/a\","
                            + " \"token_endpoint\": \"%s/t\"}")
                    .formatted(issuer, issuer, issuer, issuer)
                    .getBytes(java.nio.charset.StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, discovery.length);
            exchange.getResponseBody().write(discovery);
            exchange.close();
        });
        provider.start();
        try {
            var client = new OidcClient(settings(issuer, List.of("leads=AGENT")), new MovableClock(Instant.EPOCH));

            assertThatThrownBy(client::get).isInstanceOf(OAuth2AuthenticationException.class);

            assertThat(client.problem())
                    .contains("calls itself " + issuer + "/other", "ringback.oidc.issuer is " + issuer);
        } finally {
            provider.stop(0);
        }
    }

    private static OidcSettings settings(String issuer, List<String> mapping) {
        return new OidcSettings(
                issuer, "ringback", null, null, Set.of("openid"), "preferred_username", "", "roles", true, mapping);
    }
}
