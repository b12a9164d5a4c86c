package io.ringback.supervision;

import static io.ringback.support.Json.json;
import static io.ringback.support.Refusal.conflict;
import static io.ringback.support.Refusal.invalid;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.support.Centre;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a supervisor moves to another list. */
class MovedCallbacksTest extends SteeringActs {

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
}
