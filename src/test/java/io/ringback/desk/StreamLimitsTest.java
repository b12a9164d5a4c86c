package io.ringback.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ringback.support.Centre;
import io.ringback.support.EventStream;
import io.ringback.support.RingbackTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Nobody can hold so many streams open that the server suffers. */
@RingbackTest
@TestPropertySource(properties = {"ringback.streams.events-per-account=3", "ringback.streams.events-total=5"})
class StreamLimitsTest {

    private static final String PATH = "/api/v1/desk/events";

    @Autowired
    private Centre centre;

    @Autowired
    private Heartbeats heartbeats;

    @Autowired
    private OpenStreams streams;

    private final List<EventStream> opened = new ArrayList<>();

    @AfterEach
    void everythingIsClosedAndFree() {
        opened.forEach(EventStream::close);
        await().until(() -> {
            heartbeats.beat();
            return streams.agents().isEmpty();
        });
    }

    @Test
    void oneMoreThanAnAccountMayHaveIsToldWhenToTryAgain() {
        var agent = centre.person("AGENT");
        open(agent, PATH);
        open(agent, PATH + "?desk=" + UUID.randomUUID());
        open(agent, PATH);

        var fourth = centre.as(agent).get(PATH);

        assertThat(fourth.status()).isEqualTo(429);
        assertThat(fourth.problem()).isEqualTo("too-many-requests");
        assertThat(Integer.parseInt(String.valueOf(fourth.header("Retry-After"))))
                .isBetween(1, 60);
        open(centre.person("AGENT"), PATH);
    }

    @Test
    void oneMoreThanTheServerMayHaveIsToldWhenToTryAgain() {
        for (int number = 0; number < 5; number++) {
            open(centre.person("AGENT"), PATH);
        }

        var sixth = centre.as(centre.person("AGENT")).get(PATH);

        assertThat(sixth.status()).isEqualTo(503);
        assertThat(sixth.problem()).isEqualTo("unavailable");
        assertThat(sixth.header("Retry-After")).isNotNull();
    }

    @Test
    void aStreamThatIsClosedLeavesItsPlace() {
        var agent = centre.person("AGENT");
        open(agent, PATH).close();
        open(agent, PATH).close();
        open(agent, PATH).close();

        await().until(() -> free(agent));
    }

    private EventStream open(String agent, String path) {
        var stream = centre.as(agent).events(path);
        opened.add(stream);
        assertThat(stream.status()).isEqualTo(200);
        stream.event("desk");
        return stream;
    }

    private boolean free(String agent) {
        var stream = centre.as(agent).events(PATH);
        opened.add(stream);
        return stream.status() == 200;
    }
}
