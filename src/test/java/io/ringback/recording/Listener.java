package io.ringback.recording;

import static io.ringback.support.Centre.quoted;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringback.support.Centre;
import io.ringback.support.MovableClock;
import io.ringback.support.RecordingSource;
import io.ringback.support.WebSession;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;

/** An agent with a case in hand, who plays recordings in a browser. */
final class Listener {

    private final Centre centre;
    private final MovableClock clock;
    private final RecordingSource pbx;
    private final String list;
    private final String number;
    private final String agent;
    private final JsonNode callback;
    private final WebSession browser;

    Listener(Centre centre, MovableClock clock, RecordingSource pbx) {
        this.centre = centre;
        this.clock = clock;
        this.pbx = pbx;
        pbx.forget();
        list = centre.list();
        number = centre.newNumber();
        agent = centre.agentOn(list);
        callback = centre.request(list, number);
        centre.receive(agent, true);
        browser = centre.signedIn(agent);
    }

    String list() {
        return list;
    }

    /** The number of the caller of the case. */
    String number() {
        return number;
    }

    String agent() {
        return agent;
    }

    JsonNode callback() {
        return callback;
    }

    WebSession browser() {
        return browser;
    }

    /** Makes a call in the case in hand, of which the telephone system tells this recording; answers where it is played. */
    String recorded(String url) {
        var callId = centre.call(agent);
        var told = centre.as(centre.person("INTEGRATOR"))
                .post(
                        "/api/v1/calls/events",
                        Centre.object(Map.of(
                                "agentId", quoted(agent),
                                "callId", quoted(callId),
                                "externalCallId", quoted("pbx-" + callId),
                                "event", "\"ENDED\"",
                                "at", quoted(clock.instant().toString()),
                                "recordingUrl", quoted(url))));
        assertThat(told.json().path("callId").asText()).isEqualTo(callId);
        return "/desk/recordings/" + callId;
    }

    void offerNext(String phoneNumber) {
        centre.receive(agent, false);
        centre.request(list, phoneNumber);
        assertThat(centre.receive(agent, true).get("case").isNull()).isFalse();
    }

    /** The caller of the case in hand asks once more and leaves a message. */
    JsonNode related(String name) {
        return centre.request(
                list, number, Map.of("attributes", "{\"recordingUrl\":%s}".formatted(quoted(pbx.url(name)))));
    }

    /** As an audio element of a page asks for it. */
    HttpResponse<byte[]> get(String path, String... headers) throws IOException {
        var request = browser.request(path)
                .header("Accept", "*/*")
                .header("Sec-Fetch-Site", "same-origin")
                .header("Sec-Fetch-Dest", "audio");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return browser.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }
}
