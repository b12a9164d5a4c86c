package io.ringback.handling;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringback.support.Centre;
import io.ringback.support.Http;
import io.ringback.support.MovableClock;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A case in an agent's hands, of whose calls the telephone system tells. */
abstract class TellingOfCalls {

    static final String RECORDING = "https://recordings.example/1.wav";

    @Autowired
    Centre centre;

    @Autowired
    MovableClock clock;

    String agent;
    JsonNode callback;

    @BeforeEach
    void aCaseInHand() {
        var list = centre.list();
        agent = centre.agentOn(list);
        callback = centre.request(list, centre.newNumber());
        centre.receive(agent, true);
    }

    JsonNode inHand() {
        return centre.desk(agent).path("case");
    }

    JsonNode attempts() {
        return centre.as(centre.person("SUPERVISOR"))
                .get("/api/v1/callbacks/%s/history".formatted(Centre.id(callback)))
                .json()
                .path("attempts");
    }

    Http.Answer tell(String event, Map<String, String> fields) {
        var all = new TreeMap<>(Map.of(
                "agentId", Centre.quoted(agent),
                "externalCallId", Centre.quoted("pbx-" + agent),
                "event", Centre.quoted(event),
                "at", Centre.quoted(clock.instant().toString())));
        all.putAll(fields);
        return centre.as(centre.person("INTEGRATOR")).post("/api/v1/calls/events", Centre.object(all));
    }
}
