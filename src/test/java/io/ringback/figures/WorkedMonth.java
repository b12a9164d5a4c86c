package io.ringback.figures;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringback.allocation.Offers;
import io.ringback.process.EngineDriver;
import io.ringback.support.Centre;
import io.ringback.support.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;

/** An agent who works cases of a list, in a month that no other test works in. */
record WorkedMonth(
        Centre centre,
        MovableClock clock,
        EngineDriver engine,
        Offers offers,
        Instant morning,
        String list,
        String agent) {

    private static final AtomicInteger MONTHS = new AtomicInteger();

    static WorkedMonth begin(Centre centre, MovableClock clock, EngineDriver engine, Offers offers) {
        var morning = Instant.parse("2030-01-02T08:00:00Z").plus(Duration.ofDays(40L * MONTHS.getAndIncrement()));
        clock.set(morning);
        var list = centre.list();
        return new WorkedMonth(centre, clock, engine, offers, morning, list, centre.agentOn(list));
    }

    /** Works a new case: 30 s to the call, 60 s of call, 20 s to the outcome, in as many rounds as there are statuses. */
    JsonNode worked(String... statuses) {
        var callback = centre.request(list, centre.newNumber());
        centre.receive(agent, true);
        for (var i = 0; i < statuses.length; i++) {
            clock.advance(Duration.ofSeconds(30));
            var call = centre.call(agent);
            clock.advance(Duration.ofSeconds(60));
            centre.endCall(agent, call);
            clock.advance(Duration.ofSeconds(20));
            centre.save(agent, statuses[i]);
            if (i < statuses.length - 1) {
                clock.advance(Duration.ofMinutes(61));
                engine.fireDueTimers(Centre.id(callback));
                offers.runOnce();
            }
        }
        centre.receive(agent, false);
        return callback;
    }

    JsonNode cancelled() {
        var callback = centre.request(list, centre.newNumber());
        centre.cancel(callback);
        return callback;
    }

    /** What an auditor is told of its first day. */
    JsonNode ofTheDay(String address) {
        return get("%s?from=%s&to=%s"
                .formatted(address, morning.minus(Duration.ofHours(1)), morning.plus(Duration.ofDays(1))));
    }

    JsonNode get(String address) {
        var answer = centre.as(centre.person("AUDITOR")).get(address);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    static JsonNode one(JsonNode told, String part, String name, String value) {
        return StreamSupport.stream(told.path(part).spliterator(), false)
                .filter(each -> each.path(name).asText().equals(value))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no %s in %s".formatted(value, told.path(part))));
    }
}
