package io.ringback.desk;

import static io.ringback.support.Json.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.support.Centre;
import io.ringback.support.EventStream;
import io.ringback.support.Http;
import io.ringback.support.RingbackTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever is not a script or program that reads the stream opens none, and takes nothing over. */
@RingbackTest
class OpeningNothingTest {

    private static final String PATH = "/api/v1/desk/events";

    @Autowired
    private Centre centre;

    @Autowired
    private OpenStreams open;

    private final UUID own = UUID.randomUUID();
    private final UUID foreign = UUID.randomUUID();
    private String agent;

    @BeforeEach
    void anAgent() {
        agent = centre.agentOn(centre.list());
    }

    @ParameterizedTest
    @ValueSource(strings = {"HEAD", "OPTIONS", "POST", "PUT", "DELETE", "PATCH", "TRACE"})
    void noOtherMethodOpensAStream(String method) {
        var answer = centre.as(agent).send(request(method).build());

        assertThat(answer.status()).isIn(400, 403, 404, 405);
        assertThat(open.has(agent)).isFalse();
    }

    @Test
    void headIsToldWhatTheAddressTakes() {
        var answer = centre.as(agent).send(request("HEAD").build());

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).isEqualTo("GET");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, Sec-Fetch-Site, cross-site",
        "GET, Sec-Fetch-Site, same-site",
        "GET, Origin, http://evil.example",
        "GET, Origin, null",
        "GET, Sec-Fetch-Dest, image",
        "GET, Sec-Fetch-Dest, document",
        "GET, Sec-Fetch-Dest, iframe",
        "GET, Sec-Fetch-Mode, navigate",
        "GET, Sec-Purpose, prefetch",
        "GET, Purpose, prefetch",
        "HEAD, Sec-Fetch-Site, same-origin"
    })
    void theOpenPageStaysTheDesk(String method, String header, String value) {
        try (var page = centre.openDesk(agent, own)) {
            var answer =
                    centre.as(agent).send(request(method).header(header, value).build());

            assertThat(answer.status()).isIn(403, 405);
            stillTheDesk(page);
        }
    }

    @Test
    void aGetWithoutAnySignOfWhereItComesFromTakesNothingOver() {
        try (var page = centre.openDesk(agent, own);
                var other = centre.as(agent).events(PATH + "?desk=" + foreign)) {
            other.event("takenOver");

            assertThat(other.ends()).isTrue();
            stillTheDesk(page);
        }
    }

    @Test
    void aGetIsNobodysDeskEvenWhenThereIsNone() {
        try (var unknown = centre.as(agent).events(PATH + "?desk=" + foreign)) {
            unknown.event("desk");

            assertThat(answer(own).status()).isEqualTo(204);

            unknown.event("takenOver");
            assertThat(answer(foreign).status()).isEqualTo(409);
        }
    }

    @Test
    void aForeignPageCannotTakeOver() {
        try (var page = centre.openDesk(agent, own)) {
            var answer = centre.as(agent)
                    .send(centre.as(agent)
                            .request("/api/v1/desk/take-over")
                            .header("Content-Type", "application/json")
                            .header("Sec-Fetch-Site", "cross-site")
                            .POST(BodyPublishers.ofString(json("{'desk':'%s'}", foreign)))
                            .build());

            assertThat(answer.status()).isEqualTo(403);
            stillTheDesk(page);
        }
    }

    @Test
    void theStreamSaysThatItIsNotToBeBufferedKeptOrRepacked() {
        try (var stream = centre.as(agent).events(PATH)) {
            assertThat(stream.header("X-Accel-Buffering")).isEqualTo("no");
            assertThat(stream.header("Cache-Control")).isEqualTo("no-store, no-transform");
            assertThat(stream.line(line -> line.startsWith("retry:"))).matches("retry:\\d{3,4}");
        }
    }

    private void stillTheDesk(EventStream page) {
        centre.receive(agent, true);

        page.event("desk", desk -> desk.path("receiving").asBoolean());
        assertThat(answer(own).status()).isEqualTo(204);
        assertThat(open.of(agent)).hasSize(1);
    }

    private java.net.http.HttpRequest.Builder request(String method) {
        return centre.as(agent)
                .request(PATH + "?desk=" + foreign)
                .header("Accept", "text/event-stream")
                .method(method, BodyPublishers.noBody());
    }

    private Http.Answer answer(UUID desk) {
        return centre.as(agent).put("/api/v1/desk/presence", json("{'desk':'%s'}", desk));
    }
}
