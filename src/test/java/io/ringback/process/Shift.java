package io.ringback.process;

import static io.ringback.support.Centre.id;
import static io.ringback.support.Centre.object;
import static io.ringback.support.Centre.quoted;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringback.support.Centre;
import io.ringback.support.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;

/**
 * One agent on one list of their own, who work cases over HTTP. Time is the clock's of the test, and of all timers only
 * those of the case in question fire.
 */
public final class Shift {

    private static final Instant MORNING = Instant.parse("2026-03-02T08:00:00Z");

    private final Centre centre;
    private final MovableClock clock;
    private final EngineDriver engine;
    private final Map<String, String> settings;
    private final List<JsonNode> closed = new ArrayList<>();
    private @Nullable String list;
    private @Nullable String agent;
    private Map<String, String> answers = Map.of();

    /** @param settings further ones of the list; values are JSON */
    public Shift(BeanFactory server, Map<String, String> settings) {
        this.centre = server.getBean(Centre.class);
        this.clock = server.getBean(MovableClock.class);
        this.engine = server.getBean(EngineDriver.class);
        this.settings = settings;
        clock.set(MORNING);
    }

    /** What is answered in the form with each outcome; values are JSON. */
    public Shift answering(Map<String, String> answers) {
        this.answers = answers.isEmpty() ? Map.of() : Map.of("formData", object(answers));
        return this;
    }

    private String list(Map<String, String> further) {
        if (list == null) {
            var all = new HashMap<>(settings);
            all.putAll(further);
            list = centre.list(all);
            agent = centre.agentOn(list);
        }
        return list;
    }

    public String agent() {
        list(Map.of());
        return Objects.requireNonNull(agent);
    }

    public JsonNode request(Map<String, String> fields) {
        return centre.request(list(Map.of()), centre.newNumber(), fields);
    }

    public JsonNode inHand() {
        return inHand(Map.of());
    }

    /** A new case in the agent's hands, on a list with these settings. */
    public JsonNode inHand(Map<String, String> further) {
        list(further);
        var callback = request(Map.of());
        againInHand(callback);
        return callback;
    }

    /** Waits for the time of the case, if that is still to come, and has the agent receive it. */
    public void againInHand(JsonNode callback) {
        var eligibleAt =
                Instant.parse(centre.callback(callback).path("eligibleAt").asText());
        if (eligibleAt.isAfter(clock.instant())) {
            pass(callback, Duration.between(clock.instant(), eligibleAt));
        }
        if (centre.desk(agent()).path("receiving").asBoolean()) {
            stop();
        }
        var desk = centre.receive(agent(), true);
        assertThat(desk.at("/case/callback/id")).as(desk.toString()).isEqualTo(callback.path("id"));
    }

    public void receive() {
        centre.receive(agent(), true);
    }

    /** Whether the agent has a case in hand. */
    public boolean holds() {
        return centre.desk(agent()).at("/case/callback/id").isTextual();
    }

    public void stop() {
        centre.receive(agent(), false);
    }

    public String call() {
        return centre.call(agent());
    }

    public void callAndHangUp() {
        centre.endCall(agent(), call());
    }

    public JsonNode save(String callStatus) {
        return save(callStatus, Map.of());
    }

    public JsonNode save(String callStatus, Map<String, String> fields) {
        var all = new HashMap<>(answers);
        all.putAll(fields);
        return centre.save(agent(), callStatus, all);
    }

    public void draft(String callStatus) {
        var allocation = centre.desk(agent()).at("/case/allocationId").asText();
        var all = new HashMap<>(answers);
        all.putAll(Map.of("allocationId", quoted(allocation), "callStatus", quoted(callStatus)));
        assertThat(centre.as(agent())
                        .put("/api/v1/desk/case/draft", object(all))
                        .status())
                .isEqualTo(204);
    }

    public void cancel(JsonNode callback) {
        centre.cancel(callback);
    }

    /** Time passes, and the timers of this case fire that come up meanwhile. */
    public void pass(JsonNode callback, Duration time) {
        clock.advance(time);
        engine.fireDueTimers(id(callback));
    }

    /** That time from now on. */
    public String in(Duration time) {
        return clock.instant().plus(time).toString();
    }

    public void eligibleIn(JsonNode callback, Duration time) {
        assertThat(centre.callback(callback).path("eligibleAt").asText()).isEqualTo(in(time));
    }

    /** It is in nobody's hands and open. */
    public void waits(JsonNode callback) {
        assertThat(centre.status(callback)).isIn("SCHEDULED", "WAITING");
    }

    public void phaseIs(String phase) {
        assertThat(centre.desk(agent()).at("/case/phase").asText()).isEqualTo(phase);
    }

    public void isStopped(String because) {
        var desk = centre.desk(agent());
        assertThat(desk.path("receiving").asBoolean()).isFalse();
        assertThat(desk.path("stoppedBecause").asText()).isEqualTo(because);
    }

    /** It is closed like this, and no agent holds it. */
    public void ends(JsonNode callback, String status) {
        assertThat(centre.status(callback)).isEqualTo(status);
        closed.add(callback);
        if (agent != null) {
            var desk = centre.desk(agent);
            assertThat(desk.at("/case/callback/id")).isNotEqualTo(callback.path("id"));
        }
    }

    /** The cases that have come to their end. */
    public List<JsonNode> closed() {
        return List.copyOf(closed);
    }

    /** Nothing of it is left to meddle with other tests. */
    public void end() {
        if (agent != null && centre.desk(agent).path("receiving").asBoolean()) {
            stop();
        }
    }
}
