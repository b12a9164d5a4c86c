package io.ringback.process;

import static io.ringback.support.Centre.id;
import static io.ringback.support.Json.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringback.process.check.EditedModel;
import io.ringback.support.Centre;
import io.ringback.support.MovableClock;
import io.ringback.support.RingbackTest;
import io.ringback.support.Together;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A task for a back office behind the end of a callback, and one beside it, worked over the API. */
@RingbackTest
class BackOfficeTasksTest {

    private static final Instant MORNING = Instant.parse("2026-03-02T08:00:00Z");
    private static final String ANSWERS = json("{'answers':{'sent':'POST','remark':'Dear Ms. Aho'}}");

    @Autowired
    private Centre centre;

    @Autowired
    private EngineDriver engine;

    @Autowired
    private MovableClock clock;

    @Autowired
    private BeanFactory server;

    @Autowired
    private JdbcClient jdbc;

    private ModelBench bench;
    private String list;
    private String group;
    private String agent;
    private String clerk;
    private JsonNode callback;

    @BeforeEach
    void anAgentHasACaseOfAProcessWithATask() {
        clock.set(MORNING);
        list = centre.list(Map.of("autoStopAfter", "null", "closeAfterCall", "null"));
        group = "letters of " + list;
        bench = ModelBench.of(server);
        bench.deploy(BackOfficeModels.of(group));
        agent = centre.agentOn(list);
        clerk = inGroup();
        callback = centre.request(list, centre.newNumber(), Map.of("callerName", "\"Aino Aho\""));
        centre.receive(agent, true);
    }

    @AfterEach
    void theShippedModelsServeAgain() {
        centre.receive(agent, false);
        bench.close();
    }

    @Test
    void theTaskIsForItsGroupWhileTheCallbackIsClosedForTheCaller() {
        var next = centre.request(list, centre.newNumber());

        centre.save(agent, "ANSWERED", Map.of("note", "\"Wants it in writing\""));

        assertThat(centre.status(callback)).isEqualTo("RESOLVED");
        assertThat(centre.desk(agent).at("/case/callback/id")).isEqualTo(next.path("id"));
        var again = centre.request(list, callback.path("phoneNumber").asText());
        assertThat(again.path("status").asText()).isEqualTo("WAITING");
        assertThat(again.path("mainCallbackId").isNull()).isTrue();

        var task = onlyTask(clerk);
        assertThat(task.path("callbackId")).isEqualTo(callback.path("id"));
        assertThat(task.toString()).doesNotContain("Aho");
        for (var other : List.of(agent, centre.person("BACK_OFFICE"), centre.person("SUPERVISOR"))) {
            assertThat(tasks(other)).isEmpty();
            assertThat(centre.as(other).get(address(task)).status()).isEqualTo(404);
            assertThat(centre.as(other).put(address(task) + "/claim", "").status())
                    .isEqualTo(404);
        }
        var whole = centre.as(clerk).get(address(task)).json();
        assertThat(whole.at("/callback/callerName").asText()).isEqualTo("Aino Aho");
        assertThat(whole.at("/callback/phoneNumber")).isEqualTo(callback.path("phoneNumber"));
        assertThat(whole.at("/callback/status").asText()).isEqualTo("RESOLVED");
        assertThat(whole.at("/outcome/callStatus").asText()).isEqualTo("ANSWERED");
        assertThat(whole.at("/outcome/note").asText()).isEqualTo("Wants it in writing");
        assertThat(whole.at("/form/key").asText()).isEqualTo("letter");
        assertThat(centre.as(clerk).get(address(task) + "/form?language=fi").body())
                .contains("Lähetystapa");
    }

    @Test
    void itIsClaimedAnsweredAndCompletedAndTheProcessEnds() {
        centre.save(agent, "ANSWERED");
        var task = onlyTask(clerk);
        var colleague = inGroup();

        var claimed = centre.as(clerk).put(address(task) + "/claim", "");
        var late = centre.as(colleague).put(address(task) + "/claim", "");
        var draft = centre.as(clerk).put(address(task) + "/draft", json("{'answers':{'remark':'Dear'}}"));
        var incomplete = centre.as(clerk).post(address(task) + "/complete", json("{'answers':{'remark':'Dear'}}"));
        var strange = centre.as(clerk).post(address(task) + "/complete", json("{'answers':{'sent':'FAX'}}"));

        assertThat(claimed.status()).isEqualTo(200);
        assertThat(claimed.json().path("claimedBy").asText()).isEqualTo(clerk);
        assertThat(late.status()).isEqualTo(409);
        assertThat(tasks(colleague)).isEmpty();
        assertThat(draft.status()).isEqualTo(204);
        assertThat(incomplete.json().at("/errors/0/field").asText()).isEqualTo("answers.sent");
        assertThat(strange.status()).isEqualTo(422);
        assertThat(centre.as(clerk).get(address(task)).json().at("/answers/remark").asText())
                .isEqualTo("Dear");
        assertThat(centre.as(colleague).get(address(task)).json().path("answers").isNull())
                .isTrue();

        var completed = centre.as(clerk).post(address(task) + "/complete", ANSWERS);

        assertThat(completed.status()).isEqualTo(200);
        assertThat(completed.json().path("state").asText()).isEqualTo("COMPLETED");
        assertThat(completed.json().at("/answers/sent").asText()).isEqualTo("POST");
        assertThat(tasks(clerk)).isEmpty();
        bench.assertWorkedThrough(id(callback));
        assertThat(bench.passed(id(callback))).contains("task_writeLetter", "end_resolved");
        assertThat(events()).containsSubsequence("RESOLVED", "TASK_OPENED", "TASK_CLAIMED", "TASK_COMPLETED");
        assertThat(event("TASK_COMPLETED").path("actor").asText()).isEqualTo(clerk);
        assertThat(event("TASK_COMPLETED").at("/details/taskName").asText()).isEqualTo("Write a letter");
        assertThat(centre.as(clerk).post(address(task) + "/complete", ANSWERS).status())
                .as("sent again after an answer that got lost")
                .isEqualTo(200);
        assertThat(centre.as(clerk)
                        .post(address(task) + "/complete", json("{'answers':{'sent':'EMAIL'}}"))
                        .status())
                .isEqualTo(409);
        assertThat(variables()).noneMatch(name -> name.equals("sent") || name.equals("remark"));
    }

    @Test
    void ofTwoWhoCompleteItAtOnceOneWins() {
        centre.save(agent, "ANSWERED");
        var task = onlyTask(clerk);
        var people = List.of(clerk, inGroup());

        var answers =
                Together.times(2, one -> centre.as(people.get(one)).post(address(task) + "/complete", ANSWERS));

        assertThat(answers).extracting(answer -> answer.status()).containsExactlyInAnyOrder(200, 409);
        assertThat(events().stream().filter("TASK_COMPLETED"::equals)).hasSize(1);
        bench.assertWorkedThrough(id(callback));
    }

    @Test
    void itIsGivenBackToTheOthers() {
        centre.save(agent, "ANSWERED");
        var task = onlyTask(clerk);
        centre.as(clerk).put(address(task) + "/claim", "");
        var colleague = inGroup();

        var foreign = centre.as(colleague).delete(address(task) + "/claim");
        var released = centre.as(clerk).delete(address(task) + "/claim");

        assertThat(foreign.status()).isEqualTo(409);
        assertThat(released.status()).isEqualTo(204);
        assertThat(onlyTask(colleague).path("claimedBy").isNull()).isTrue();
        assertThat(events()).endsWith("TASK_RELEASED");
    }

    @Test
    void saveNeverCompletesIt() {
        var other = centre.request(list, centre.newNumber());
        centre.save(agent, "ANSWERED");

        centre.save(agent, "ANSWERED");

        assertThat(centre.status(other)).isEqualTo("RESOLVED");
        assertThat(tasks(clerk)).extracting(task -> task.path("callbackId").asText())
                .containsExactly(callback.path("id").asText(), other.path("id").asText());
        assertThat(engine.instance(id(callback))).isNotNull();
    }

    @Test
    void whatIsBesideTheCaseIsDoneWhileItIsInHand() {
        clock.advance(Duration.ofHours(2));
        engine.fireDueTimers(id(callback));
        var task = onlyTask(clerk);
        assertThat(task.path("element").asText()).isEqualTo("task_lookIntoIt");

        var completed = centre.as(clerk).post(address(task) + "/complete", ANSWERS);

        assertThat(completed.status()).isEqualTo(200);
        assertThat(centre.desk(agent).at("/case/callback/id")).isEqualTo(callback.path("id"));
        centre.save(agent, "BUSY");
        assertThat(centre.status(callback)).isEqualTo("SCHEDULED");
        assertThat(tasks(clerk)).isEmpty();
    }

    @Test
    void itIsWithdrawnWithTheCase() {
        clock.advance(Duration.ofHours(2));
        engine.fireDueTimers(id(callback));
        var task = onlyTask(clerk);
        centre.receive(agent, false);

        centre.cancel(callback);

        assertThat(tasks(clerk)).isEmpty();
        assertThat(centre.as(clerk).get(address(task)).json().path("state").asText()).isEqualTo("WITHDRAWN");
        assertThat(centre.as(clerk).post(address(task) + "/complete", ANSWERS).status())
                .isEqualTo(409);
    }

    @Test
    void itIsWithdrawnWithAnInstanceThatIsBegunAnew() {
        clock.advance(Duration.ofHours(2));
        engine.fireDueTimers(id(callback));
        var task = onlyTask(clerk);
        centre.receive(agent, false);
        jdbc.sql("UPDATE ringback.callback SET set_aside_because = 'test', set_aside_at = now() WHERE id = ?")
                .param(id(callback))
                .update();

        var repaired = centre.as(centre.person("SUPERVISOR"))
                .post("/api/v1/callbacks/%s/repair".formatted(id(callback)), "");

        assertThat(repaired.status()).isEqualTo(200);
        assertThat(centre.as(clerk).get(address(task)).json().path("state").asText()).isEqualTo("WITHDRAWN");
        centre.receive(agent, true);
        centre.save(agent, "ANSWERED");
        assertThat(centre.status(callback)).isEqualTo("RESOLVED");
    }

    @Test
    void aTaskOfAnAgentIsTheirsAndOneOfNobodyIsForTheBackOffice() {
        bench.deploy(BackOfficeModels.of(group).stream()
                .map(model -> model.file().endsWith(".form")
                        ? model
                        : model.without("task_lookIntoIt", "camunda:candidateGroups")
                                .without("task_writeLetter", "camunda:candidateGroups")
                                .set("task_writeLetter", "camunda:assignee", "#{agentId}"))
                .toList());
        var officer = centre.person("BACK_OFFICE");
        var other = centre.request(list, centre.newNumber());
        centre.save(agent, "ANSWERED");

        centre.save(agent, "ANSWERED");

        assertThat(centre.status(other)).isEqualTo("RESOLVED");
        var letter = onlyTask(agent);
        assertThat(letter.path("callbackId")).isEqualTo(other.path("id"));
        assertThat(letter.path("claimedBy").asText()).isEqualTo(agent);
        clock.advance(Duration.ofHours(2));
        engine.fireDueTimers(id(other));
        assertThat(onlyTask(officer).path("element").asText()).isEqualTo("task_lookIntoIt");
        assertThat(centre.as(officer).post(address(onlyTask(officer)) + "/complete", ANSWERS).status())
                .isEqualTo(200);
        assertThat(centre.as(agent).post(address(letter) + "/complete", ANSWERS).status())
                .isEqualTo(200);
        bench.assertWorkedThrough(id(other));
    }

    @Test
    void aTaskOfACalledProcessIsOfTheCaseThatHasCalledIt() {
        var called = CallingProcesses.called("<bpmn:userTask id='task_ring' name='Ring the supervisor'"
                        + " camunda:candidateGroups='" + group + "'/>" + EditedModel.flow("flow_5", "task_ring", "end_escalation"))
                .leading("flow_4", "task_ring");
        bench.deploy(List.of(CallingProcesses.calling("escalation"), called));
        var other = centre.request(list, centre.newNumber());
        centre.save(agent, "ANSWERED");
        assertThat(centre.desk(agent).at("/case/callback/id")).isEqualTo(other.path("id"));
        for (var minutes : List.of(31, 11)) {
            clock.advance(Duration.ofMinutes(minutes));
            engine.fireDueTimers();
        }

        var tasks = tasks(clerk).stream()
                .filter(task -> task.path("element").asText().equals("task_ring"))
                .toList();
        assertThat(tasks).hasSize(1);
        assertThat(tasks.get(0).path("callbackId")).isEqualTo(other.path("id"));
        assertThat(centre.as(clerk)
                        .post(address(tasks.get(0)) + "/complete", json("{'answers':null}"))
                        .status())
                .isEqualTo(200);
        centre.save(agent, "ANSWERED");
        bench.assertWorkedThrough(id(other));
    }

    @Test
    void nothingTakesTheInstanceOfAClosedCallbackForAFault() {
        centre.save(agent, "ANSWERED");
        var supervisor = centre.person("SUPERVISOR");

        var repaired = centre.as(supervisor).post("/api/v1/callbacks/%s/repair".formatted(id(callback)), "");
        clock.advance(Duration.ofDays(3));
        engine.fireDueTimers(id(callback));

        assertThat(repaired.status()).isEqualTo(409);
        assertThat(centre.as(supervisor).get("/api/v1/set-aside").body())
                .doesNotContain(callback.path("id").asText());
        assertThat(centre.as(supervisor).get("/api/v1/incidents").body())
                .doesNotContain(callback.path("id").asText());
        assertThat(tasks(clerk)).hasSize(2);
        tasks(clerk).forEach(task -> centre.as(clerk).post(address(task) + "/complete", ANSWERS));
        bench.assertWorkedThrough(id(callback));
    }

    @Test
    void aTaskOfBeforeThereWereSuchTasksIsTakenUpAtTheNextStart() {
        centre.save(agent, "ANSWERED");
        jdbc.sql("DELETE FROM ringback.task WHERE callback_id = ?").param(id(callback)).update();
        assertThat(tasks(clerk)).isEmpty();

        server.getBean(TasksOfBefore.class).run();
        server.getBean(TasksOfBefore.class).run();

        var task = centre.as(clerk).get(address(onlyTask(clerk))).json();
        assertThat(task.at("/form/key").asText()).isEqualTo("letter");
        assertThat(events().stream().filter("TASK_OPENED"::equals)).hasSize(2);
        assertThat(centre.as(clerk).post(address(task) + "/complete", ANSWERS).status())
                .isEqualTo(200);
        bench.assertWorkedThrough(id(callback));
    }

    @Test
    void aClaimOfSomebodyWhoMayNotSignInAnyMoreKeepsItFromNobody() {
        centre.save(agent, "ANSWERED");
        var task = onlyTask(clerk);
        centre.as(clerk).put(address(task) + "/claim", "");
        var colleague = inGroup();
        jdbc.sql("UPDATE ringback.account SET enabled = false WHERE id = ?")
                .param(clerk)
                .update();

        var claimed = centre.as(colleague).put(address(onlyTask(colleague)) + "/claim", "");

        assertThat(claimed.json().path("claimedBy").asText()).isEqualTo(colleague);
    }

    @Test
    void theTasksAreLeafedThroughOldestFirst() {
        for (int further = 0; further < 2; further++) {
            centre.request(list, centre.newNumber());
            centre.save(agent, "ANSWERED");
        }
        centre.save(agent, "ANSWERED");

        var first = centre.as(clerk).get("/api/v1/tasks?limit=2").json();
        var second = centre.as(clerk)
                .get("/api/v1/tasks?limit=2&after=" + first.path("next").asText())
                .json();

        assertThat(first.path("items")).hasSize(2);
        assertThat(second.path("items")).hasSize(1);
        assertThat(second.path("next").isNull()).isTrue();
        assertThat(centre.as(agent)
                        .get("/api/v1/tasks?after=" + first.path("next").asText())
                        .status())
                .isEqualTo(422);
    }

    private String inGroup() {
        var person = centre.person("AUDITOR");
        var changed = centre.as(centre.person("ADMIN"))
                .put(
                        "/api/v1/accounts/" + person,
                        json("{'name':'Cleo Clerk','roles':['AUDITOR'],'groups':['%s'],'enabled':true}", group));
        assertThat(changed.json().at("/groups/0").asText()).isEqualTo(group);
        return person;
    }

    private List<JsonNode> tasks(String person) {
        var answer = centre.as(person).get("/api/v1/tasks");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        var items = answer.json().path("items");
        return StreamSupport.stream(items.spliterator(), false).toList();
    }

    private JsonNode onlyTask(String person) {
        var tasks = tasks(person);
        assertThat(tasks).hasSize(1);
        return tasks.get(0);
    }

    private static String address(JsonNode task) {
        return "/api/v1/tasks/" + task.path("id").asText();
    }

    private List<String> events() {
        return history().map(event -> event.path("type").asText()).toList();
    }

    private JsonNode event(String type) {
        return history()
                .filter(event -> event.path("type").asText().equals(type))
                .findFirst()
                .orElseThrow();
    }

    private Stream<JsonNode> history() {
        var history = centre.as(centre.person("SUPERVISOR"))
                .get("/api/v1/callbacks/%s/history".formatted(id(callback)))
                .json();
        return StreamSupport.stream(history.path("events").spliterator(), false);
    }

    private List<String> variables() {
        return jdbc.sql("SELECT name_ FROM public.act_hi_varinst").query(String.class).list();
    }
}
