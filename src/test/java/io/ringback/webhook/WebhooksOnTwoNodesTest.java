package io.ringback.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ringback.support.EventReceiver;
import io.ringback.support.EventReceiver.Received;
import io.ringback.support.Together;
import io.ringback.support.TwoNodes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two servers share the sending. */
@Tag("server")
class WebhooksOnTwoNodesTest {

    private static final int CASES = 60;

    private static TwoNodes nodes;

    private final EventReceiver receiver = EventReceiver.start();

    @BeforeAll
    static void start() {
        nodes = TwoNodes.start(
                "--ringback.webhooks.hosts=127.0.0.1",
                "--ringback.webhooks.allow-http=true",
                "--ringback.webhooks.allow-private=true");
    }

    @AfterAll
    static void stop() {
        nodes.close();
    }

    @AfterEach
    void close() {
        nodes.jdbc().sql("DELETE FROM ringback.webhook").update();
        receiver.close();
    }

    @Test
    void eachEventIsSentOnceAndInOrder() {
        var list = nodes.centre().list();
        new Hooks(nodes.centre()).of(receiver, list);

        request(list);

        await().atMost(Duration.ofSeconds(60)).until(() -> receiver.received().size() >= expected(list));
        await().during(Duration.ofSeconds(1)).until(() -> receiver.received().size() == expected(list));
        assertThat(receiver.received().stream().map(event -> event.header("webhook-id")))
                .doesNotHaveDuplicates();
        assertThat(sequences(receiver.received().stream()))
                .allSatisfy((subject, sequences) ->
                        assertThat(sequences).as(subject).isSorted());
    }

    @Test
    void aTargetThatFailsNowAndThenGetsEverythingInOrder() {
        var tried = ConcurrentHashMap.<Long>newKeySet();
        receiver.answering(event -> {
            var sequence = event.json().at("/data/sequence").asLong();
            return sequence % 10 == 0 && tried.add(sequence) ? 503 : 204;
        });
        var list = nodes.centre().list();
        new Hooks(nodes.centre()).of(receiver, list);

        request(list);

        await().atMost(Duration.ofSeconds(90))
                .until(() ->
                        receiver.received().stream().filter(Received::taken).count() == expected(list));
        assertThat(sequences(receiver.received().stream().filter(Received::taken)))
                .allSatisfy((subject, sequences) ->
                        assertThat(sequences).as(subject).isSorted().doesNotHaveDuplicates());
    }

    /** Requests that become callbacks, or are merged into them and leave a further event there. */
    private static void request(String list) {
        var numbers = Stream.generate(nodes.centre()::newNumber).limit(CASES).toList();
        Together.times(
                4,
                caller -> numbers.stream()
                        .map(number -> nodes.centre(caller).request(list, number))
                        .toList());
    }

    private static long expected(String list) {
        return nodes.jdbc()
                .sql("SELECT count(*) FROM ringback.audit_event WHERE list_id = ? AND callback_id IS NOT NULL")
                .param(list)
                .query(Long.class)
                .single();
    }

    private static Map<String, List<Long>> sequences(Stream<Received> events) {
        return events.map(Received::json)
                .collect(Collectors.groupingBy(
                        event -> event.path("subject").asText(),
                        Collectors.mapping(event -> event.at("/data/sequence").asLong(), Collectors.toList())));
    }
}
