package io.ringback.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The telephone system of the demo. It reads the stream of events for calls that agents begin at their desks, rings the
 * made-up callers among them, and tells what it sees to {@code POST /api/v1/calls/events}. Numbers of anybody else are none
 * of its business.
 */
@Component
@WithSimulator
class Telephones {

    private static final Logger log = LoggerFactory.getLogger(Telephones.class);
    private static final Duration UNTIL_RINGING = Duration.ofMillis(700);
    private static final int AT_ONCE = 1000;
    private static final int REMEMBERED = 1000;

    private final ApiClient api;
    private final Clock clock;
    private final double pace;
    private long after = -1;

    /** Telling of a call that the desk has begun must not ring it a second time. */
    private final Map<String, Boolean> rung = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    };

    Telephones(ApiClient api, SimulatorProperties settings, Clock clock) {
        this.api = api;
        this.clock = clock;
        this.pace = settings.pace();
    }

    /**
     * Looks for calls that have begun since the last time; the first time only for where the stream ends.
     *
     * @param line on which calls go on
     */
    void runOnce(ScheduledExecutorService line) {
        var first = after < 0;
        JsonNode page;
        do {
            page = api.get(Callers.IVR, "/api/v1/events?limit=%s&after=%s".formatted(AT_ONCE, Math.max(after, 0)));
            after = page.path("next").asLong();
            if (!first) {
                page.path("items").forEach(event -> see(event, line));
            }
        } while (page.path("items").size() == AT_ONCE);
    }

    private void see(JsonNode event, ScheduledExecutorService line) {
        var data = event.path("data");
        if (!data.path("change").asText().equals("CALL_STARTED")) {
            return;
        }
        var callId = data.path("details").path("callId").asText();
        if (rung.put(callId, true) != null) {
            return;
        }
        var callback = api.get(
                Callers.IVR, "/api/v1/callbacks/" + data.path("callbackId").asText());
        if (callback.path("attributes").path(MadeUpCaller.MARK).asBoolean()) {
            var answer = Answer.to(
                    callback.path("phoneNumber").asText(),
                    callback.path("attemptCount").asInt());
            var call = new Call(data.path("agentId").asText(), callId);
            in(line, UNTIL_RINGING, () -> tell(call, "STARTED", null));
            in(line, UNTIL_RINGING.plus(answer.length()), () -> tell(call, "ENDED", answer.cause()));
        }
    }

    private void in(ScheduledExecutorService line, Duration wait, Runnable what) {
        line.schedule(
                () -> {
                    try {
                        what.run();
                    } catch (RuntimeException e) {
                        // The agent may have hung up, or been stopped: that call needs no telling any more.
                        log.debug("The end of a simulated call could not be told", e);
                    }
                },
                (long) (wait.toMillis() * pace),
                TimeUnit.MILLISECONDS);
    }

    private void tell(Call call, String event, @Nullable String cause) {
        var told = new LinkedHashMap<String, Object>();
        told.put("agentId", call.agentId());
        told.put("callId", call.id());
        told.put("externalCallId", "simulated-" + call.id());
        told.put("event", event);
        told.put("at", clock.instant().toString());
        if (cause != null) {
            told.put("cause", cause);
        }
        api.post(Callers.IVR, "/api/v1/calls/events", told);
    }

    private record Call(String agentId, String id) {}
}
