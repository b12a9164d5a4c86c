package io.ringback.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.support.Centre;
import io.ringback.support.RingbackTest;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Whole addresses lead to where a proxy is found from outside. */
@RingbackTest
@TestPropertySource(properties = "server.forward-headers-strategy=native")
class PortOfHostTest {

    @Autowired
    private Centre centre;

    @ParameterizedTest
    @CsvSource({
        "calls.example, 443",
        "calls.example:8443, 8443",
        "[::1]:8443, 8443",
        "[::1], -1",
        "calls.example:, -1",
        "calls.example:x, -1",
        "calls.example:99999, -1",
        "calls.example:0, -1"
    })
    void thePortIsReadOffTheHost(String host, int port) {
        assertThat(PortOfHost.portOf(host)).isEqualTo(host.equals("calls.example") ? -1 : port);
    }

    @ParameterizedTest
    @CsvSource({
        "calls.example:8443, https, , https://calls.example:8443/",
        "calls.example, https, , https://calls.example/",
        "calls.example, https, 9443, https://calls.example:9443/",
        "calls.example:8080, http, , http://calls.example:8080/"
    })
    void aLinkHasThePortThatTheBrowserUsed(String host, String protocol, String port, String begin) throws IOException {
        var account = centre.person("AGENT");
        var chief = centre.person("ADMIN");

        var answer = post("/api/v1/accounts/%s/password-link".formatted(account), chief, host, protocol, port);

        assertThat(answer).contains("\"url\":\"" + begin + "welcome#");
    }

    /** Java's own clients do not let anybody choose the host. */
    private String post(String path, String caller, String host, String protocol, String port) throws IOException {
        var credentials =
                Base64.getEncoder().encodeToString((caller + ":" + Centre.PASSWORD).getBytes(StandardCharsets.UTF_8));
        var request = "POST " + path + " HTTP/1.1\r\nHost: " + host + "\r\nAuthorization: Basic " + credentials
                + "\r\nX-Forwarded-Proto: " + protocol + (port == null ? "" : "\r\nX-Forwarded-Port: " + port)
                + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
        try (var socket = new Socket("localhost", centre.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
