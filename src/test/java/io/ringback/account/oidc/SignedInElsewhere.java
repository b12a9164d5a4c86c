package io.ringback.account.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.support.Centre;
import io.ringback.support.Http;
import io.ringback.support.WebSession;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A real identity provider, through whose redirects people sign in. */
abstract class SignedInElsewhere {

    static final LocalProvider PROVIDER = LocalProvider.start();

    @Autowired
    Centre centre;

    Http admin;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry properties) {
        properties.add("ringback.oidc.issuer", PROVIDER::issuer);
        properties.add("ringback.oidc.client-id", () -> LocalProvider.CLIENT);
        properties.add("ringback.oidc.client-secret", () -> LocalProvider.SECRET);
        properties.add("ringback.oidc.name", () -> "Example Ltd");
        properties.add("ringback.oidc.roles-claim", () -> "realm_access.roles");
        properties.add("ringback.oidc.role-mapping", () -> "callers=AGENT,leads=SUPERVISOR,leads=AGENT,it=ADMIN");
    }

    @BeforeEach
    void theProviderKnowsUs() {
        PROVIDER.serves(centre.port());
        admin = centre.as(centre.person("ADMIN"));
    }

    /** All the way from the button to the answer of this server to who comes back. */
    Http.Answer signIn(WebSession browser, String name, String next) {
        return browser.page(backFromProvider(browser, name, next));
    }

    String backFromProvider(WebSession browser, String name, String next) {
        var there = browser.page("/oauth2/authorization/oidc?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8));
        var ask = pathOf(there);
        var provider = WebSession.at(PROVIDER.port());
        provider.page(ask);
        provider.form("/login", Map.of("username", name, "password", LocalProvider.PASSWORD));
        return pathOf(provider.page(ask));
    }

    static String pathOf(Http.Answer redirect) {
        assertThat(redirect.status()).as(redirect.body()).isEqualTo(302);
        var address = URI.create(Objects.requireNonNull(redirect.header("Location")));
        return address.getRawPath() + "?" + address.getRawQuery();
    }

    static Map<String, Object> person(String subject, String account, String name, String... roles) {
        return Map.of(
                "sub", subject,
                "preferred_username", account,
                "name", name,
                "realm_access", Map.of("roles", List.of(roles)));
    }
}
