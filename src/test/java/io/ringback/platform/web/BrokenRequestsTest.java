package io.ringback.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.support.Centre;
import io.ringback.support.RingbackTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Requests that are broken off, or no HTTP: told where somebody still listens, never a failure of the server. */
@RingbackTest
@ExtendWith(OutputCaptureExtension.class)
class BrokenRequestsTest {

    private static final String FORM = "Content-Type: application/x-www-form-urlencoded\n";
    private static final String JSON = "Content-Type: application/json\n";
    private static final String CSV = "Content-Type: text/csv\n";

    static final List<String> REQUESTS = Stream.of("", "Authorization: Basic ADMIN\n", "Authorization: Basic wrong\n")
            .flatMap(caller -> Stream.of(
                            "POST /login HTTP/1.1\n" + FORM + "Content-Length: 1000\n\nusername=a&pass",
                            "POST /login HTTP/1.1\n" + FORM + "Transfer-Encoding: chunked\n\n10\nusername=a",
                            "POST /login HTTP/1.1\n" + FORM + "Transfer-Encoding: chunked\n\nnot hex\nusername=a",
                            "POST /login HTTP/1.1\n" + FORM + "Content-Length: 30\n\nusername=%zz&password=%f&a=%00",
                            "POST /login HTTP/1.1\n" + FORM + "Content-Length: 20000\n\na=" + "x".repeat(19_998),
                            "POST /login HTTP/1.1\n" + FORM + "Transfer-Encoding: chunked\n\n4e20\na="
                                    + "x".repeat(19_998) + "\n0\n\n",
                            "POST /logout HTTP/1.1\n" + FORM + "Content-Length: 20000\n\n" + "a=1&".repeat(5_000),
                            "POST /login HTTP/1.1\nContent-Type: multipart/form-data; boundary=x\n"
                                    + "Content-Length: 1000\n\n--x\n",
                            "POST /logout HTTP/1.1\n" + FORM + "Content-Length: 1000\n\n_csrf=a",
                            "PUT /api/v1/lists/a HTTP/1.1\n" + FORM + "Content-Length: 1000\n\na=",
                            "PATCH /desk HTTP/1.1\n" + FORM + "Content-Length: 1000\n\na=",
                            "DELETE /nowhere HTTP/1.1\n" + FORM + "Transfer-Encoding: chunked\n\n10\na=",
                            "POST /api/v1/welcome HTTP/1.1\n" + JSON + "Content-Length: 1000\n\n{\"token\": \"a",
                            "POST /api/v1/welcome HTTP/1.1\n" + JSON + "Transfer-Encoding: chunked\n\n10\n{\"tok",
                            "POST /api/v1/lists HTTP/1.1\n" + JSON + "Content-Length: 1000\n\n{",
                            "POST /api/v1/callbacks HTTP/1.1\n" + JSON + "Content-Length: 1000\n\n",
                            "POST /api/v1/imports?listId=a HTTP/1.1\n" + CSV + "Content-Length: 1000\n\nphone",
                            "POST /api/v1/settings HTTP/1.1\nContent-Type: application/yaml\n"
                                    + "Content-Length: 1000\n\nlists:",
                            "POST /oauth2/authorization/oidc HTTP/1.1\n" + FORM + "Content-Length: 1000\n\na=",
                            "GET /api/v1/lists HTTP/1.1\nContent-Length: 1000\n\n",
                            "GET /api/v1/lists HTTP/1.1\nContent-Length: -5\n\n",
                            "GET /api/v1/lists HTTP/1.1\nContent-Length: 5\nContent-Length: 6\n\n",
                            "POST /api/v1/lists HTTP/1.1\nTransfer-Encoding: gzip\n\n",
                            "GET /login HTTP/1.1\nCookie: SESSION=%%%; XSRF-TOKEN=\"\n\n",
                            "GET /login HTTP/1.1\nCookie: SESSION=AA==\n\n",
                            "GET /desk HTTP/1.1\nCookie: SESSION=YQBi; SESSION=//79\n\n",
                            "PUT /api/v1/desk/receiving HTTP/1.1\nCookie: SESSION=AAAA\n" + JSON
                                    + "Content-Length: 2\n\n{}",
                            "GET /login HTTP/1.1\nAccept: ,;/\n\n",
                            "GET /login HTTP/1.1\nAccept-Language: -;q=x\n\n",
                            "BREW /login HTTP/1.1\n\n",
                            "GET /%zz HTTP/1.1\n\n",
                            "GET /login?a=%zz HTTP/1.1\n\n",
                            "GET /;jsessionid=1/../login HTTP/1.1\n\n",
                            "TRACE / HTTP/1.1\n\n",
                            "GET / HTTP/9.9\n\n",
                            "nonsense\n\n",
                            "GET /desk HTTP/1.1\nX: " + "x".repeat(20_000) + "\n\n")
                    .map(request -> request.replaceFirst("HTTP/1.1\n", "HTTP/1.1\nHost: localhost\n" + caller)))
            .toList();

    @Autowired
    private Centre centre;

    @ParameterizedTest
    @FieldSource("REQUESTS")
    void areNoFailureOfTheServer(String request, CapturedOutput output) throws IOException {
        var credentials = centre.person("ADMIN", "SUPERVISOR", "INTEGRATOR") + ":" + Centre.PASSWORD;
        var sent = request.replace(
                        "ADMIN", Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
                .replace("\n", "\r\n");

        var answer = send(sent, true);
        send(sent, false);

        assertThat(answer)
                .isNotEmpty()
                .doesNotContainPattern("^HTTP/1.1 50[0234]")
                .doesNotContain("Exception");
        assertThat(centre.server().get("/actuator/health/liveness").status()).isEqualTo(200);
        assertThat(output.getAll().lines().filter(line -> line.contains(" ERROR ")))
                .isEmpty();
        assertThat(output.getAll().lines().filter(line -> line.startsWith("\tat ")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.apache.tomcat.util.http.Parameters",
                "org.apache.tomcat.util.http.parser.Cookie",
                "org.apache.coyote.http11.Http11Processor"
            })
    void areNotQuotedByTomcatInTheLog(String logger) {
        assertThat(LoggerFactory.getLogger(logger).isInfoEnabled()).isFalse();
    }

    /** @param listening whether the sender waits for the answer, or is gone at once */
    private String send(String request, boolean listening) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), centre.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            if (!listening) {
                socket.setSoLinger(true, 0); // a reset, not an orderly end
                return "";
            }
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
