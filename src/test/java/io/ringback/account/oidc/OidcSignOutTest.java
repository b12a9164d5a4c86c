package io.ringback.account.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.support.RingbackTest;
import io.ringback.support.WebSession;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Signing out is for both servers when the sign-in was. */
@RingbackTest
class OidcSignOutTest extends SignedInElsewhere {

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
}
