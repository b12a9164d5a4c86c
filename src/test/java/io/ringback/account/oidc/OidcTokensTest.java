package io.ringback.account.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.support.RingbackTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;

/** Which tokens of the provider count, and what their roles mean here. */
@RingbackTest
@ExtendWith(OutputCaptureExtension.class)
class OidcTokensTest extends SignedInElsewhere {

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
}
