package io.ringback.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringback.support.EventReceiver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What can go wrong on the way to a target. */
@Tag("long")
class WebhookClientTest {

    private final EventReceiver receiver = EventReceiver.start();
    private final WebhookClient client = client(true);

    @AfterEach
    void close() throws IOException {
        receiver.close();
        client.destroy();
    }

    @Test
    void sendsWhatItIsGiven() {
        var answer = post(receiver.url());

        assertThat(answer).isEqualTo(new ReceiverAnswer(204, null, null));
        assertThat(receiver.received()).singleElement().satisfies(event -> {
            assertThat(event.method()).isEqualTo("POST");
            assertThat(event.path()).isEqualTo("/events?key=s3cret");
            assertThat(event.header("webhook-id")).isEqualTo("1");
            assertThat(event.header("Content-Type")).isEqualTo("application/cloudevents+json; charset=utf-8");
            assertThat(event.text()).isEqualTo("{}");
        });
    }

    @Test
    void refusesAddressesOfThisMachineUnlessPermitted() throws IOException {
        var careful = client(false);
        try {
            var answer = careful.post(URI.create(receiver.url()), Map.of(), new byte[0]);
            var byName =
                    careful.post(URI.create(receiver.url().replace("127.0.0.1", "localhost")), Map.of(), new byte[0]);

            assertThat(answer.error()).contains("ringback.webhooks.allow-private");
            assertThat(byName.error()).contains("ringback.webhooks.allow-private");
            assertThat(receiver.received()).isEmpty();
        } finally {
            careful.destroy();
        }
    }

    @Test
    void refusesANameThatLeadsElsewhereASecondTime() throws UnknownHostException {
        var answers = new ArrayDeque<>(List.of("8.8.8.8", "127.0.0.1"));
        var resolver = new CheckedResolver(false, new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                return new InetAddress[] {InetAddress.getByName(answers.pop())};
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        });

        assertThat(resolver.resolve("crm.example")[0].getHostAddress()).isEqualTo("8.8.8.8");
        assertThatThrownBy(() -> resolver.resolve("crm.example")).isInstanceOf(CheckedResolver.PrivateAddress.class);
    }

    @Test
    void followsNoRedirect() {
        receiver.answering(event -> 302);

        var answer = post(receiver.url());

        assertThat(answer.delivered()).isFalse();
        assertThat(answer.status()).isEqualTo(302);
        assertThat(receiver.received()).hasSize(1);
    }

    @Test
    void endsWhenNoAnswerComes() {
        receiver.answering(event -> EventReceiver.SILENCE);

        var answer = post(receiver.url());

        assertThat(answer.status()).isNull();
        assertThat(answer.error()).isEqualTo("The target did not answer in time.");
    }

    @Test
    void endsAnEndlessAnswer() {
        receiver.answering(event -> EventReceiver.ENDLESS);

        assertThat(post(receiver.url()).status()).isEqualTo(200);
    }

    /** It says that it keeps the connection, and closes it all the same. */
    @Test
    void triesAgainAtOnceWhereTheConnectionKeptFromTheLastTimeWasClosed() throws IOException {
        try (var target = new ServerSocket(0)) {
            var answering = new Thread(() -> answerAndClose(target), "closing-server");
            answering.start();
            var url = "http://127.0.0.1:%d/".formatted(target.getLocalPort());

            var answers = IntStream.range(0, 10).mapToObj(i -> post(url)).toList();

            assertThat(answers).containsOnly(new ReceiverAnswer(204, null, null));
        }
    }

    /** It closes the kept connection only when the next message is on its way: nothing could have told before. */
    @Test
    void triesAgainAtOnceWhereTheConnectionIsClosedUnderTheMessage() throws IOException {
        try (var target = new ServerSocket(0)) {
            var answering = new Thread(() -> answerOnceAndReadOnce(target), "closing-server");
            answering.start();
            var url = "http://127.0.0.1:%d/".formatted(target.getLocalPort());

            var answers = IntStream.range(0, 6).mapToObj(i -> post(url)).toList();

            assertThat(answers).containsOnly(new ReceiverAnswer(204, null, null));
        }
    }

    @Test
    void triesOnceWhereEveryConnectionIsClosed() throws IOException {
        try (var target = new ServerSocket(0)) {
            var connections = new AtomicInteger();
            var closing = new Thread(() -> closeAll(target, connections), "closing-server");
            closing.start();

            var answer = post("http://127.0.0.1:%d/".formatted(target.getLocalPort()));

            assertThat(answer.delivered()).isFalse();
            assertThat(connections).hasValue(1);
        }
    }

    @Test
    void sendsAnAddressInOtherLettersEscaped() {
        var answer = post(TargetAddress.ascii(receiver.url().replace("/events", "/日本/ä%20b") + "&ö=ü"));

        assertThat(answer.status()).isEqualTo(204);
        assertThat(receiver.received().get(0).path())
                .isEqualTo("/%E6%97%A5%E6%9C%AC/%C3%A4%20b?key=s3cret&%C3%B6=%C3%BC");
    }

    @Test
    void hearsHowLongItIsToWait() {
        receiver.answering(event -> 429);

        assertThat(post(receiver.url()).retryAfter()).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void saysNothingOfTheAddressWhenNobodyIsThere() throws IOException {
        int nobody;
        try (var socket = new ServerSocket(0)) {
            nobody = socket.getLocalPort();
        }

        var answer = post("http://127.0.0.1:%d/?key=s3cret".formatted(nobody));

        assertThat(answer.error()).contains("cannot be reached").endsWith(".").doesNotContain("s3cret", "Exception");
    }

    @Test
    void tellsAPlainServerFromASecureOne() throws IOException {
        try (var plain = new ServerSocket(0)) {
            var answering = new Thread(() -> greet(plain), "plain-server");
            answering.start();

            var answer = post("https://127.0.0.1:%d/".formatted(plain.getLocalPort()));

            assertThat(answer.error()).contains("No secure connection");
        }
    }

    private static final String TAKEN = "HTTP/1.1 204 No Content\r\n\r\n";

    private static void answerAndClose(ServerSocket target) {
        try {
            while (true) {
                try (var connection = target.accept()) {
                    readMessage(connection);
                    connection.getOutputStream().write(TAKEN.getBytes(StandardCharsets.US_ASCII));
                }
            }
        } catch (IOException e) {
            // The test is over.
        }
    }

    private static void answerOnceAndReadOnce(ServerSocket target) {
        try {
            while (true) {
                try (var connection = target.accept()) {
                    readMessage(connection);
                    connection.getOutputStream().write(TAKEN.getBytes(StandardCharsets.US_ASCII));
                    readMessage(connection);
                }
            }
        } catch (IOException e) {
            // The test is over.
        }
    }

    private static void closeAll(ServerSocket target, AtomicInteger connections) {
        try {
            while (true) {
                try (var connection = target.accept()) {
                    connections.incrementAndGet();
                    readMessage(connection);
                }
            }
        } catch (IOException e) {
            // The test is over.
        }
    }

    /** Up to the two bytes of its body. */
    private static void readMessage(Socket connection) throws IOException {
        var read = new StringBuilder();
        var next = connection.getInputStream().read();
        while (next >= 0 && !read.append((char) next).toString().endsWith("{}")) {
            next = connection.getInputStream().read();
        }
    }

    private static void greet(ServerSocket plain) {
        try (var connection = plain.accept()) {
            connection.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            connection.getInputStream().readAllBytes();
        } catch (IOException e) {
            // The client has gone.
        }
    }

    private ReceiverAnswer post(String url) {
        return client.post(URI.create(url), Map.of("webhook-id", "1"), "{}".getBytes(StandardCharsets.UTF_8));
    }

    private static WebhookClient client(boolean allowPrivate) {
        return new WebhookClient(TargetRulesTest.settings(List.of("*"), true, allowPrivate));
    }
}
