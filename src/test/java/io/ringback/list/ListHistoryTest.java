package io.ringback.list;

import static io.ringback.support.Refusal.conflict;
import static io.ringback.support.Refusal.invalid;
import static io.ringback.support.Refusal.notFound;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ringback.support.Centre;
import io.ringback.support.Http;
import io.ringback.support.MovableClock;
import io.ringback.support.RingbackTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Archiving and its undo, what was recorded about a list, and what its settings would come to. */
@RingbackTest
class ListHistoryTest {

    private static final String PATH = "/api/v1/lists";

    @Autowired
    private Centre centre;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcClient jdbc;

    private Http supervisor;
    private String list;

    @BeforeEach
    void aSupervisorAndAList() {
        supervisor = centre.as(centre.person("SUPERVISOR"));
        list = centre.list();
    }

    @Test
    void anArchivedListIsBroughtBackAsItWas() {
        var agent = centre.agentOn(list);
        var before = supervisor.get(PATH + "/" + list).json();
        supervisor.delete(PATH + "/" + list);
        assertThat(supervisor.get(PATH + "?archived=true").json().findValuesAsText("id"))
                .contains(list);

        var restored = supervisor.post(PATH + "/" + list + "/restore", "");

        assertThat(restored.status()).as(restored.body()).isEqualTo(200);
        assertThat(restored.json().path("dueAfter")).isEqualTo(before.path("dueAfter"));
        assertThat(restored.json().path("version").asLong())
                .isGreaterThan(before.path("version").asLong());
        assertThat(centre.desk(agent).at("/lists/0/active").asBoolean()).isTrue();
        assertThat(types(history(""))).startsWith("LIST_RESTORED", "LIST_ARCHIVED");
        assertThat(supervisor.get(PATH + "?archived=true").json().findValuesAsText("id"))
                .doesNotContain(list);
    }

    @Test
    void bringingBackTwiceIsRecordedOnce() {
        supervisor.delete(PATH + "/" + list);
        supervisor.post(PATH + "/" + list + "/restore", "");

        var again = supervisor.post(PATH + "/" + list + "/restore", "");

        assertThat(again.status()).isEqualTo(200);
        assertThat(types(history("")).stream().filter("LIST_RESTORED"::equals)).hasSize(1);
    }

    @Test
    void whatNeverWasCannotBeBroughtBack() {
        notFound(supervisor.post(PATH + "/no-such/restore", ""));
        notFound(supervisor.get(PATH + "/no-such/history"));
    }

    @Test
    void refusingToArchiveSaysHowManyAreOpen() {
        centre.request(list, centre.newNumber());
        centre.request(list, centre.newNumber());

        var refused = supervisor.delete(PATH + "/" + list);

        conflict(refused);
        assertThat(refused.json().path("detail").asText()).contains("(2)");
    }

    @Test
    void theHistoryTellsWhoChangedWhatNewestFirst() {
        var agent = centre.agentOn(list);
        change("dueAfter", "PT2H");

        var events = history("").path("events");

        assertThat(types(history(""))).containsExactly("LIST_CHANGED", "LIST_JOINED", "ACCESS_GIVEN", "LIST_CREATED");
        assertThat(events.at("/0/details/dueAfter").asText()).isEqualTo("PT1H → PT2H");
        assertThat(events.at("/0/actor").asText()).startsWith("supervisor");
        assertThat(events.at("/1/agentId").asText()).isEqualTo(agent);
    }

    @Test
    void theHistoryLeavesOutCallbacksAndOnDemandWhoJoined() {
        centre.agentOn(list);
        centre.request(list, centre.newNumber());

        assertThat(types(history("?joining=false"))).containsExactly("ACCESS_GIVEN", "LIST_CREATED");
        assertThat(types(history(""))).containsExactly("LIST_JOINED", "ACCESS_GIVEN", "LIST_CREATED");
    }

    @Test
    void theHistoryIsReadPageByPage() {
        centre.agentOn(list);

        var first = history("?limit=2");
        var second = history("?limit=2&after=" + first.path("next").asText());

        assertThat(types(first)).containsExactly("LIST_JOINED", "ACCESS_GIVEN");
        assertThat(types(second)).containsExactly("LIST_CREATED");
        assertThat(second.path("next").isNull()).isTrue();
    }

    @Test
    void anEndOfAnotherHistoryIsRefused() {
        var other = centre.list();
        var foreign = jdbc.sql("SELECT max(id) FROM ringback.audit_event WHERE list_id = ?")
                .param(other)
                .query(Long.class)
                .single();

        for (var after : List.of(foreign, 0L, -1L, Long.MAX_VALUE)) {
            invalid(supervisor.get(PATH + "/" + list + "/history?after=" + after), "after");
        }
    }

    @Test
    void theHistoryOfAnArchivedListIsKept() {
        supervisor.delete(PATH + "/" + list);

        assertThat(types(history(""))).containsExactly("LIST_ARCHIVED", "LIST_CREATED");
    }

    @Test
    void thePreviewIsWhatIntakeDoes() {
        change("dueAfter", "PT90S");
        var settings = supervisor.get(PATH + "/" + list).json();

        var preview = preview(settings, clock.instant().toString());
        var callback = centre.request(list, centre.newNumber());

        assertThat(preview.status()).as(preview.body()).isEqualTo(200);
        assertThat(preview.json().path("dueAt")).isEqualTo(callback.path("dueAt"));
        assertThat(preview.json().path("expiresAt")).isEqualTo(callback.path("expiresAt"));
        assertThat(preview.json().path("offeredAt")).isEqualTo(callback.path("eligibleAt"));
        assertThat(preview.json().path("zone").asText()).isEqualTo("Europe/Helsinki");
    }

    @Test
    void settingsThatCannotBeHaveNoPreview() {
        var settings = (ObjectNode) supervisor.get(PATH + "/" + list).json();

        invalid(
                preview(
                        settings.deepCopy().put("dueAfter", "PT48H"),
                        clock.instant().toString()),
                "expiresAfter");
        invalid(
                preview(
                        settings.deepCopy().put("zone", "Mars/Base"),
                        clock.instant().toString()),
                "zone");
        invalid(preview(settings, clock.instant().plus(Duration.ofDays(4000)).toString()), "at");
    }

    @Test
    void theAddressOfThePageForNewListsIsNoId() {
        var settings = ((ObjectNode) supervisor.get(PATH + "/" + list).json()).put("id", "new");

        invalid(supervisor.post(PATH, settings.toString()), "id");
    }

    private Http.Answer preview(JsonNode settings, String at) {
        return supervisor.post(PATH + "/preview", "{\"settings\":%s,\"at\":\"%s\"}".formatted(settings, at));
    }

    private void change(String field, String value) {
        var settings = ((ObjectNode) supervisor.get(PATH + "/" + list).json()).put(field, value);
        assertThat(supervisor.put(PATH + "/" + list, settings.toString()).status())
                .isEqualTo(200);
    }

    private JsonNode history(String query) {
        var answer = supervisor.get(PATH + "/" + list + "/history" + query);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static List<String> types(JsonNode history) {
        return history.path("events").findValuesAsText("type");
    }
}
