package io.ringback.process;

import static io.ringback.support.Centre.id;
import static io.ringback.support.Json.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.process.check.EditedModel;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tasks of a back office that end with their case, belong to somebody, or are found later. */
class OddBackOfficeTasksTest extends BackOfficeTasks {

    @Test
    void itIsWithdrawnWithTheCase() {
        clock.advance(Duration.ofHours(2));
        engine.fireDueTimers(id(callback));
        var task = onlyTask(clerk);
        centre.receive(agent, false);

        centre.cancel(callback);

        assertThat(tasks(clerk)).isEmpty();
        assertThat(centre.as(clerk).get(address(task)).json().path("state").asText())
                .isEqualTo("WITHDRAWN");
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

        var repaired =
                centre.as(centre.person("SUPERVISOR")).post("/api/v1/callbacks/%s/repair".formatted(id(callback)), "");

        assertThat(repaired.status()).isEqualTo(200);
        assertThat(centre.as(clerk).get(address(task)).json().path("state").asText())
                .isEqualTo("WITHDRAWN");
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
        assertThat(centre.as(officer)
                        .post(address(onlyTask(officer)) + "/complete", ANSWERS)
                        .status())
                .isEqualTo(200);
        assertThat(centre.as(agent).post(address(letter) + "/complete", ANSWERS).status())
                .isEqualTo(200);
        bench.assertWorkedThrough(id(other));
    }

    @Test
    void aTaskOfACalledProcessIsOfTheCaseThatHasCalledIt() {
        var called = CallingProcesses.called(
                        "<bpmn:userTask id='task_ring' name='Ring the supervisor'" + " camunda:candidateGroups='"
                                + group + "'/>" + EditedModel.flow("flow_5", "task_ring", "end_escalation"))
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
        jdbc.sql("DELETE FROM ringback.task WHERE callback_id = ?")
                .param(id(callback))
                .update();
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
}
