package io.ringback.platform.web;

import static io.ringback.support.Json.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ringback.platform.problem.ProbeApi;
import io.ringback.support.Bounds;
import io.ringback.support.Centre;
import io.ringback.support.RingbackTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** More slow senders than the server has threads, on real sockets, and what the others notice of them. */
@RingbackTest
@Import({SlowRequestsTest.StuckApi.class, SlowRequestsTest.LongApi.class, ProbeApi.Open.class})
@TestPropertySource(
        properties = {
            "server.tomcat.threads.max=20",
            "ringback.requests.headers-within=2s",
            "ringback.requests.strangers-within=2s",
            "ringback.requests.accounts-within=3s"
        })
class SlowRequestsTest {

    private static final int SENDERS = 60;
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded\n";
    private static final String JSON = "Content-Type: application/json\n";

    @Autowired
    private Centre centre;

    private final List<Socket> senders = new ArrayList<>();
    private final ScheduledExecutorService drip = Executors.newSingleThreadScheduledExecutor();

    @AfterEach
    void close() throws IOException {
        drip.shutdownNow();
        for (var sender : senders) {
            sender.close();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /login HTTP/1.1\n" + FORM + "Content-Length: 10000\n\nusername=",
                "POST /login HTTP/1.1\n" + FORM + "Transfer-Encoding: chunked\n\n3000\nusername=",
                "POST /login HTTP/1.1\n" + FORM + "Transfer-Encoding: chunked\n\n3000;",
                "POST /login?username=a HTTP/1.1\n" + FORM + "Content-Length: 10000\nExpect: 100-continue\n\n",
                "POST /api/v1/welcome HTTP/1.1\n" + JSON + "Content-Length: 10000\n\n{\"token\": \"",
                "POST /api/v1/welcome HTTP/1.1\n" + JSON + "Transfer-Encoding: chunked\n\n3000\n{\"token\": \"",
                "POST /api/v1/setup/administrator HTTP/1.1\n" + JSON + "Content-Length: 10000\n\n{",
                "PUT /api/v1/lists/a HTTP/1.1\n" + FORM + "Content-Length: 10000\n\na=",
                "DELETE /nowhere HTTP/1.1\n" + FORM + "Content-Length: 10000\n\na=",
                "POST /api/v1/callbacks HTTP/1.1\n" + JSON + "Content-Length: 7000000\n\n{",
                "GET /login HTTP/1.1\nContent-Length: 7000000\n\n{",
                "GET /actuator/health HTTP/1.1\nTransfer-Encoding: chunked\n\n600000\n{",
                "OPTIONS /desk HTTP/1.1\nContent-Length: 7000000\n\n{",
                "GET /login HTTP/1.1\nX-Slow: ",
                "GET /lo",
            })
    void doNotKeepTheServerFromTheOthersAndAreBrokenOff(String begin) throws Exception {
        var list = centre.list();
        var ivr = centre.as(centre.person("INTEGRATOR"));

        send(begin);

        assertThat(centre.server().get("/actuator/health/liveness").status()).isEqualTo(200);
        for (int i = 0; i < 5; i++) {
            var body = json("{'listId':'%s','phoneNumber':'%s','source':'IVR'}".formatted(list, centre.newNumber()));
            assertThat(ivr.post("/api/v1/callbacks", body).status()).isEqualTo(201);
        }
        assertThat(centre.signedIn(centre.person("AGENT")).page("/desk").status())
                .isEqualTo(200);
        allEnd();
    }

    @Test
    void ofAnAccountDoNotEither() throws Exception {
        var list = centre.list();
        var ivr = centre.person("INTEGRATOR");
        var credentials = java.util.Base64.getEncoder()
                .encodeToString((ivr + ":" + Centre.PASSWORD).getBytes(StandardCharsets.UTF_8));
        centre.as(ivr).get("/api/v1/lists");

        send("POST /api/v1/callbacks HTTP/1.1\n" + JSON + "Authorization: Basic " + credentials
                + "\nContent-Length: 10000\n\n{");

        assertThat(centre.server().get("/actuator/health/liveness").status()).isEqualTo(200);
        var body = json("{'listId':'%s','phoneNumber':'%s','source':'IVR'}".formatted(list, centre.newNumber()));
        assertThat(centre.as(ivr).post("/api/v1/callbacks", body).status()).isEqualTo(201);
        allEnd();
    }

    @Test
    void thatAreStuckElsewhereLeaveAThreadForHealth() throws Exception {
        for (int i = 0; i < SENDERS; i++) {
            var sender = connect();
            senders.add(sender);
            write(sender, "GET /probe/stuck HTTP/1.1\nHost: localhost\n\n");
        }
        StuckApi.STUCK.acquire(19);
        try {
            assertThat(centre.server().get("/actuator/health/liveness").status())
                    .isEqualTo(200);
            var other = centre.server().get("/login");
            assertThat(other.status()).isEqualTo(503);
            assertThat(other.problem()).isEqualTo("unavailable");
            assertThat(other.header("Retry-After")).isEqualTo("1");
        } finally {
            StuckApi.GO.countDown();
        }
        await().until(() -> centre.server().get("/login").status() == 200);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 20})
    void whoseAnswersAreNotTakenAreBrokenOff(int answers) throws Exception {
        var list = centre.list();
        var ivr = centre.as(centre.person("INTEGRATOR"));
        ivr.get("/api/v1/lists");
        for (int i = 0; i < SENDERS; i++) {
            var sender = new Socket();
            sender.setReceiveBufferSize(2048);
            sender.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), centre.port()));
            senders.add(sender);
            write(sender, "GET /probe/long HTTP/1.1\nHost: localhost\n\n".repeat(answers));
        }
        LongApi.ASKED.acquire(19);

        assertThat(centre.server().get("/actuator/health/liveness").status()).isEqualTo(200);
        await().atMost(Bounds.BY_ITSELF)
                .until(() -> centre.server().get("/login").status() == 200);
        var body = json("{'listId':'%s','phoneNumber':'%s','source':'IVR'}".formatted(list, centre.newNumber()));
        await().atMost(Bounds.BY_ITSELF)
                .until(() -> ivr.post("/api/v1/callbacks", body).status() == 201);
    }

    @Test
    void readsNoLargeBodyOfStrangers() {
        var large = "{\"token\": \"" + "x".repeat(20_000) + "\"}";

        assertThat(centre.server().post("/api/v1/welcome", large).status()).isEqualTo(413);
        assertThat(centre.server().post("/api/v1/callbacks", large).status()).isEqualTo(401);
    }

    @Test
    void tellsWhoTookTooLongWhatIsWrong() throws Exception {
        try (var slow = connect()) {
            write(slow, "POST /api/v1/welcome HTTP/1.1\nHost: localhost\n" + JSON + "Content-Length: 100\n\n{");

            var answer = new String(slow.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 408").contains("urn:ringback:problem:request-timeout");
        }
    }

    /** All at once, and then a byte each, again and again. */
    private void send(String begin) throws IOException {
        var withHost = begin.replaceFirst("HTTP/1.1\n", "HTTP/1.1\nHost: localhost\n");
        for (int i = 0; i < SENDERS; i++) {
            senders.add(connect());
        }
        for (var sender : senders) {
            write(sender, withHost);
        }
        drip.scheduleWithFixedDelay(this::oneMoreByte, 200, 200, TimeUnit.MILLISECONDS);
    }

    private void oneMoreByte() {
        for (var sender : senders) {
            try {
                sender.getOutputStream().write('1');
            } catch (IOException e) {
                // broken off, as it should be
            }
        }
    }

    private void allEnd() throws IOException {
        for (var sender : senders) {
            assertThat(ends(sender)).isTrue();
        }
    }

    private static boolean ends(Socket sender) throws IOException {
        sender.setSoTimeout((int) Duration.ofSeconds(10).toMillis());
        var answer = sender.getInputStream();
        try {
            answer.readAllBytes();
            return true;
        } catch (java.net.SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true; // broken off
        }
    }

    /** Answers with more than fits between two sockets. */
    @TestComponent
    @RestController
    static class LongApi {

        private static final Semaphore ASKED = new Semaphore(0);

        @GetMapping("/probe/long")
        byte[] answer() {
            ASKED.release();
            return new byte[20_000_000];
        }
    }

    /** Answers only when it is told to. */
    @TestComponent
    @RestController
    static class StuckApi {

        static final Semaphore STUCK = new Semaphore(0);
        static final CountDownLatch GO = new CountDownLatch(1);

        @GetMapping("/probe/stuck")
        String stuck() throws InterruptedException {
            STUCK.release();
            GO.await();
            return "";
        }
    }

    private Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), centre.port());
    }

    private static void write(Socket to, String request) throws IOException {
        to.getOutputStream().write(request.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
        to.getOutputStream().flush();
    }
}
