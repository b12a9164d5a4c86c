package io.ringback.supervision;

import static io.ringback.support.Json.json;
import static io.ringback.support.Refusal.conflict;
import static io.ringback.support.Refusal.invalid;
import static io.ringback.support.Refusal.notFound;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.support.Centre;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When a callback is due, what is noted of it, and what a supervisor leaves alone. */
class DueTimesAndNotesTest extends SteeringActs {

    @Test
    void anOverdueOneThatIsDueLaterBecomesOverdueAnew() {
        var callback = request();
        clock.advance(Duration.ofMinutes(61));
        engine.fireDueTimers(Centre.id(callback));
        var late = centre.callback(callback).path("overdue").asBoolean();
        var due = clock.instant().plusSeconds(1_800);

        var set = act(callback, "due", "{'dueAt':%s,'reason':'was agreed'}", time(due));
        clock.advance(Duration.ofMinutes(31));
        engine.fireDueTimers(Centre.id(callback));

        assertThat(late).isTrue();
        assertThat(set.path("dueAt").asText()).isEqualTo(due.toString());
        assertThat(set.path("overdue").asBoolean()).isFalse();
        assertThat(centre.callback(callback).path("overdue").asBoolean()).isTrue();
        assertThat(events(callback).findValuesAsText("reason")).contains("was agreed");
    }

    @Test
    void whatIsDueEarlierIsOfferedEarlierAndMarkedThen() {
        var first = request();
        var second = request();
        var due = clock.instant().plusSeconds(600);

        act(second, "due", "{'dueAt':%s,'reason':'promised'}", time(due));
        clock.advance(Duration.ofMinutes(11));
        engine.fireDueTimers(Centre.id(second));

        assertThat(centre.callback(second).path("overdue").asBoolean()).isTrue();
        assertThat(centre.callback(first).path("overdue").asBoolean()).isFalse();
        var anna = centre.agentOn(list);
        assertThat(centre.receive(anna, true).at("/case/callback/id")).isEqualTo(second.path("id"));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -60, 25 * 3_600, 500L * 24 * 3_600})
    void aDueTimeThatCannotBeIsRefused(long seconds) {
        var callback = request();

        invalid(
                sam.post(
                        path(callback, "due"),
                        json("{'dueAt':%s,'reason':'x'}", time(clock.instant().plusSeconds(seconds)))),
                "dueAt");
        assertThat(centre.callback(callback)).isEqualTo(callback);
    }

    @Test
    void aNoteCanAlwaysBeWrittenAndIsSeenByWhoHasTheCase() {
        var callback = request();
        var anna = centre.agentOn(list);
        centre.receive(anna, true);

        var before = centre.desk(anna).path("version");
        var noted = sam.post(path(callback, "notes"), json("{'note':'Offer her\\na refund'}"));
        var seen = centre.desk(anna).at("/case/notes/0/note").asText();
        assertThat(centre.desk(anna).path("version")).isNotEqualTo(before);
        centre.save(anna, "ANSWERED");
        var after = sam.post(path(callback, "notes"), json("{'note':'Was pleased'}"));

        assertThat(noted.status()).as(noted.body()).isEqualTo(201);
        assertThat(noted.json().path("note").asText()).isEqualTo("Offer her\na refund");
        assertThat(seen).isEqualTo("Offer her\na refund");
        assertThat(after.status()).isEqualTo(201);
        var history = history(callback);
        assertThat(history.path("notes").findValuesAsText("note"))
                .containsExactly("Offer her\na refund", "Was pleased");
        assertThat(history.path("events").findValuesAsText("noteId"))
                .containsExactlyElementsOf(history.path("notes").findValuesAsText("id"));
        invalid(sam.post(path(callback, "notes"), json("{'note':' '}")), "note");
        invalid(sam.post(path(callback, "notes"), "{}"), "note");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "expedite | {'reason':'x'}",
                "move | {'listId':'OTHER','reason':'x'}",
                "give | {'agentId':'AGENT','reason':'x'}",
                "due | {'dueAt':'2026-12-31T00:00:00Z','reason':'x'}"
            })
    void whatIsInHandOrClosedIsLeftAlone(String act, String body) {
        var held = request();
        var anna = centre.agentOn(list);
        centre.receive(anna, true);
        var closed = request();
        centre.cancel(closed);
        var json = json(body.replace("OTHER", centre.list()).replace("AGENT", anna));

        var whileHeld = sam.post(path(held, act), json);
        var whenClosed = sam.post(path(closed, act), json);

        conflict(whileHeld);
        assertThat(whileHeld.json().path("detail").asText()).contains(anna);
        conflict(whenClosed);
        assertThat(whenClosed.json().path("detail").asText()).contains("CANCELLED");
        notFound(sam.post("/api/v1/callbacks/%s/%s".formatted(UUID.randomUUID(), act), json));
        assertThat(centre.as(centre.person("INTEGRATOR"))
                        .post(path(held, act), json)
                        .status())
                .isEqualTo(403);
    }
}
