package io.ringback.supervision;

import static io.ringback.support.Json.json;
import static io.ringback.support.Refusal.conflict;
import static io.ringback.support.Refusal.invalid;
import static io.ringback.support.Refusal.notFound;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringback.allocation.Offers;
import io.ringback.process.EngineDriver;
import io.ringback.support.Centre;
import io.ringback.support.Http;
import io.ringback.support.Invariants;
import io.ringback.support.MovableClock;
import io.ringback.support.RingbackTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Supervisors decide what becomes of callbacks that nobody has in hand. */
@RingbackTest
class SteeringTest {

    @Autowired
    private Centre centre;

    @Autowired
    private Offers offers;

    @Autowired
    private MovableClock clock;

    @Autowired
    private EngineDriver engine;

    @Autowired
    private JdbcClient jdbc;

    private Http sam;
    private String list;

    @BeforeEach
    void aSupervisorAndAList() {
        sam = centre.as(centre.person("SUPERVISOR"));
        list = centre.list();
    }

    @AfterEach
    void rowsAndEngineAgree() {
        Invariants.hold(jdbc);
    }

    @Test
    void theLastOneThatWasExpeditedIsOfferedBeforeAllOthers() {
        var oldest = request();
        var first = request();
        var second = request();
        act(first, "expedite", "{'reason':'waits in the shop'}");
        clock.advance(Duration.ofSeconds(1));
        act(second, "expedite", "{'reason':'waits at the door'}");
        var anna = centre.agentOn(list);

        var handed = centre.receive(anna, true).at("/case/callback");

        assertThat(handed.path("id")).isEqualTo(second.path("id"));
        assertThat(handed.path("expeditedAt").isTextual()).isTrue();
        assertThat(saved(anna)).isEqualTo(Centre.id(first));
        assertThat(saved(anna)).isEqualTo(Centre.id(oldest));
        assertThat(events(second))
                .extracting(event -> event.path("type").asText())
                .contains("EXPEDITED");
        assertThat(events(second).findValuesAsText("reason")).contains("waits at the door");
    }

    @Test
    void oneThatWasForLaterIsOfferedNow() {
        var later = centre.request(
                list,
                centre.newNumber(),
                Map.of("notBefore", time(clock.instant().plusSeconds(7_200))));
        var anna = idle();

        var answer = act(later, "expedite", "{'reason':'she has called back'}");

        assertThat(answer.path("status").asText()).isEqualTo("WAITING");
        offers.runOnce();
        assertThat(hasInHand(anna)).isEqualTo(Centre.id(later));
    }

    @Test
    void oneThatWasExpeditedStaysSoWhenItIsGivenBackAndNotWhenSomebodyHasCalled() {
        var callback = request();
        act(callback, "expedite", "{'reason':'urgent'}");
        var anna = centre.agentOn(list);
        centre.receive(anna, true);

        centre.receive(anna, false);
        var givenBack = centre.callback(callback);
        centre.receive(anna, true);
        centre.save(anna, "BUSY");

        assertThat(givenBack.path("expeditedAt").isTextual()).isTrue();
        assertThat(centre.callback(callback).path("expeditedAt").isNull()).isTrue();
        centre.receive(anna, false);
    }

    @Test
    void itIsKeptForTheAgentAndAnyonesAfterwards() {
        var callback = request();
        var bo = access();
        var anna = idleOnlyOn(list);

        var given = act(callback, "give", "{'agentId':'%s','reason':'knows her'}", bo);
        offers.runOnce();

        assertThat(given.path("keptFor").asText()).isEqualTo(bo);
        assertThat(Instant.parse(given.path("keptUntil").asText()))
                .isEqualTo(clock.instant().plus(Duration.ofMinutes(15)));
        assertThat(hasInHand(anna)).isNull();
        clock.advance(Duration.ofMinutes(15));
        offers.runOnce();
        assertThat(hasInHand(anna)).isEqualTo(Centre.id(callback));
        var event = events(callback).findParents("type").stream()
                .filter(each -> each.path("type").asText().equals("GIVEN"))
                .findFirst()
                .orElseThrow();
        assertThat(event.path("agentId").asText()).isEqualTo(bo);
        assertThat(event.path("reason").asText()).isEqualTo("knows her");
        assertThat(event.at("/details/keptUntil").asText())
                .isEqualTo(given.path("keptUntil").asText());
    }

    @Test
    void anIdleAgentGetsWhatIsGivenAtOnceWithoutHavingJoinedTheList() {
        var elsewhere = centre.list();
        var bo = centre.agentOn(elsewhere);
        centre.giveAccess(bo, list);
        centre.receive(bo, true);
        var callback = request();

        act(callback, "give", "{'agentId':'%s','reason':'knows her'}", bo);
        offers.runOnce();

        assertThat(hasInHand(bo)).isEqualTo(Centre.id(callback));
        assertThat(centre.callback(callback).path("keptFor").isNull()).isTrue();
    }

    @Test
    void anAgentWithACaseInHandGetsWhatIsGivenNextAndBeforeWhatIsExpedited() {
        var bo = centre.agentOn(list);
        request();
        centre.receive(bo, true);
        var expedited = request();
        var given = request();
        act(
                given,
                "give",
                "{'agentId':'%s','until':%s,'reason':'hers'}",
                bo,
                time(clock.instant().plusSeconds(3_600)));
        act(expedited, "expedite", "{'reason':'urgent'}");

        assertThat(saved(bo)).isEqualTo(Centre.id(given));
        assertThat(saved(bo)).isEqualTo(Centre.id(expedited));
    }

    @Test
    void onlyAgentsWithAccessAreGivenToAndOnlyUntilATimeThatCanBe() {
        var callback = request();
        var bo = access();
        var path = path(callback, "give");
        var stranger = centre.person("AGENT");

        invalid(sam.post(path, json("{'agentId':'nobody','reason':'x'}")), "agentId");
        invalid(sam.post(path, json("{'agentId':'%s','reason':'x'}", centre.person("SUPERVISOR"))), "agentId");
        invalid(sam.post(path, json("{'agentId':'%s','reason':'x'}", stranger)), "agentId");
        invalid(sam.post(path, json("{'reason':'x'}")), "agentId");
        invalid(sam.post(path, json("{'agentId':'%s'}", bo)), "reason");
        for (var until : new Instant[] {
            clock.instant(),
            clock.instant().minusSeconds(60),
            clock.instant().plusSeconds(25 * 3_600),
            Instant.parse("9999-01-01T00:00:00Z")
        }) {
            invalid(sam.post(path, json("{'agentId':'%s','until':%s,'reason':'x'}", bo, time(until))), "until");
        }
        assertThat(centre.callback(callback).path("keptFor").isNull()).isTrue();
    }

    @Test
    void onAnotherListItKeepsItsPromisesAndComesInThatOrder() {
        var other = centre.list(Map.of("dueAfter", "\"PT5M\"", "expiresAfter", "\"PT10M\"", "order", "\"REQUESTED\""));
        var callback = request();

        var moved = act(callback, "move", "{'listId':'%s','reason':'is about a fault'}", other);

        assertThat(moved.path("listId").asText()).isEqualTo(other);
        assertThat(moved.path("status").asText()).isEqualTo("WAITING");
        assertThat(moved.path("dueAt")).isEqualTo(callback.path("dueAt"));
        assertThat(moved.path("expiresAt")).isEqualTo(callback.path("expiresAt"));
        var anna = centre.agentOn(other);
        assertThat(centre.receive(anna, true).at("/case/callback/id")).isEqualTo(callback.path("id"));
        var told = events(callback);
        assertThat(told.findValuesAsText("fromList")).containsExactly(list);
        assertThat(told.findValuesAsText("toList")).containsExactly(other);
        assertThat(told.findValuesAsText("reason")).contains("is about a fault");
    }

    @Test
    void whereItsNumberIsOpenItIsMergedAndTheMainOneIsDueTheEarlier() {
        var other = centre.list(Map.of("dueAfter", "\"PT5H\"", "expiresAfter", "\"PT12H\""));
        var number = centre.newNumber();
        var main = centre.request(other, number);
        var callback = centre.request(list, number);

        var moved = act(callback, "move", "{'listId':'%s','reason':'asked twice'}", other);

        assertThat(moved.path("status").asText()).isEqualTo("MERGED");
        assertThat(moved.path("mainCallbackId")).isEqualTo(main.path("id"));
        assertThat(moved.path("listId").asText()).isEqualTo(other);
        var now = centre.callback(main);
        assertThat(now.path("status").asText()).isEqualTo("WAITING");
        assertThat(now.path("dueAt")).isEqualTo(callback.path("dueAt"));
        assertThat(now.path("expiresAt")).isEqualTo(callback.path("expiresAt"));
        conflict(sam.post(path(callback, "move"), json("{'listId':'%s','reason':'back'}", list)));
    }

    @Test
    void aMainOneThatAnAgentHasInHandStaysThere() {
        var other = centre.list();
        var number = centre.newNumber();
        var main = centre.request(other, number);
        var anna = centre.agentOn(other);
        centre.receive(anna, true);
        var callback = centre.request(list, number);

        var moved = act(callback, "move", "{'listId':'%s','reason':'asked twice'}", other);

        assertThat(moved.path("mainCallbackId")).isEqualTo(main.path("id"));
        assertThat(hasInHand(anna)).isEqualTo(Centre.id(main));
    }

    @Test
    void aListThatCannotTakeItIsRefused() {
        var callback = request();
        var path = path(callback, "move");

        invalid(sam.post(path, json("{'listId':'no-such','reason':'x'}")), "listId");
        invalid(sam.post(path, json("{'listId':'%s','reason':'x'}", list)), "listId");
        invalid(sam.post(path, json("{'listId':' ','reason':'x'}")), "listId");
        invalid(sam.post(path, json("{'listId':'%s','reason':' '}", centre.list())), "reason");
        assertThat(centre.callback(callback)).isEqualTo(callback);
    }

    @Test
    void theRequestSentAgainAfterItWasMovedIsStillTheSame() {
        var other = centre.list();
        var number = centre.newNumber();
        var known = Map.of("externalId", "\"moved-" + UUID.randomUUID() + "\"");
        var callback = centre.request(list, number, known);
        act(callback, "move", "{'listId':'%s','reason':'is about a fault'}", other);

        var again = centre.as(centre.person("INTEGRATOR"))
                .post(
                        "/api/v1/callbacks",
                        Centre.object(Map.of(
                                "listId", Centre.quoted(list),
                                "phoneNumber", Centre.quoted(number),
                                "source", "\"IVR\"",
                                "externalId", String.valueOf(known.get("externalId")))));

        assertThat(again.status()).as(again.body()).isEqualTo(200);
        assertThat(again.json().path("id")).isEqualTo(callback.path("id"));
    }

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

    private JsonNode request() {
        return centre.request(list, centre.newNumber());
    }

    private String access() {
        var agent = centre.person("AGENT");
        centre.giveAccess(agent, list);
        return agent;
    }

    private String idle() {
        var agent = centre.agentOn(list);
        centre.receive(agent, true);
        return agent;
    }

    /** Without having been given what waits: receiving is switched on on an empty list first. */
    private String idleOnlyOn(String waiting) {
        var agent = centre.agentOn(centre.list());
        centre.receive(agent, true);
        centre.giveAccess(agent, waiting);
        assertThat(centre.as(agent)
                        .put("/api/v1/desk/lists/" + waiting, "{\"active\":true}")
                        .status())
                .isEqualTo(200);
        return agent;
    }

    private JsonNode act(JsonNode callback, String act, String body, Object... args) {
        var answer = sam.post(path(callback, act), json(body, args));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private UUID saved(String agent) {
        return Centre.id(centre.save(agent, "ANSWERED").at("/case/callback"));
    }

    private @Nullable UUID hasInHand(String agent) {
        var id = centre.desk(agent).at("/case/callback/id").asText();
        return id.isEmpty() ? null : UUID.fromString(id);
    }

    private JsonNode events(JsonNode callback) {
        return history(callback).path("events");
    }

    private JsonNode history(JsonNode callback) {
        return sam.get(path(callback, "history")).json();
    }

    private static String path(JsonNode callback, String act) {
        return "/api/v1/callbacks/%s/%s".formatted(Centre.id(callback), act);
    }

    private static String time(Instant at) {
        return "\"" + at + "\"";
    }
}
