package io.ringback.process;

import static io.ringback.support.Centre.id;
import static io.ringback.support.Json.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.support.Together;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tasks of a back office are claimed, answered and completed by people of their group. */
class BackOfficeTasksTest extends BackOfficeTasks {

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
        assertThat(centre.as(clerk)
                        .get(address(task))
                        .json()
                        .at("/answers/remark")
                        .asText())
                .isEqualTo("Dear");
        assertThat(centre.as(colleague)
                        .get(address(task))
                        .json()
                        .path("answers")
                        .isNull())
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

        var answers = Together.times(2, one -> centre.as(people.get(one)).post(address(task) + "/complete", ANSWERS));

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
        assertThat(tasks(clerk))
                .extracting(task -> task.path("callbackId").asText())
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
}
