package io.ringback.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.web.firewall.RequestRejectedException;

/** The names under which the server may be called. */
class OwnHostsTest {

    private final OwnHosts own = new OwnHosts(List.of("ringback.example", "*.centre.example", "büro.example"));

    @ParameterizedTest
    @ValueSource(strings = {"ringback.example", "RINGBACK.example", "a.centre.example", "xn--bro-hoa.example"})
    void ownNamesAreLetIn(String host) {
        var request = request(host, "/login");

        assertThat(new RejectedRequests()
                        .httpFirewall(own)
                        .getFirewalledRequest(request)
                        .getServerName())
                .isEqualTo(host);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "ringback.example.evil.example",
                "evilringback.example",
                "centre.example",
                "ringback.example.",
                "127.0.0.1",
                "localhost",
                "[::1]"
            })
    void foreignNamesAreRefused(String host) {
        assertThatThrownBy(() -> new RejectedRequests()
                        .httpFirewall(own)
                        .getFirewalledRequest(request(host, "/api/v1/accounts/anna/password-link")))
                .isInstanceOf(RequestRejectedException.class)
                .hasMessageContaining("ringback.own.hosts");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness"})
    void probesComeByAnyName(String path) {
        assertThat(own.allowed().test(request("10.0.0.5", path))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "127.0.0.1"})
    void withoutASettingEveryNameIsOurs(String host) {
        assertThat(new OwnHosts(List.of()).allowed().test(request(host, "/login")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "https://ringback.example", "a.*.example"})
    void whatIsNoNameIsRefusedAtTheStart(String host) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OwnHosts(List.of(host)))
                .withMessageContaining("ringback.own.hosts");
    }

    private static MockHttpServletRequest request(String host, String path) {
        var request = new MockHttpServletRequest("GET", path);
        request.setServerName(host);
        return request;
    }
}
