package io.ringback.process;

import static io.ringback.support.Centre.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringback.process.check.ShippedModels;
import io.ringback.support.Http;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.operaton.bpm.engine.runtime.Job;

/** Cases that wait at every place of a case, and a designer who moves them to another version. */
abstract class CasesToMove extends ProcessTest {

    static final String CASE = "callbackCase";
    static final String RECEPTION = "agentReception";

    Http designer;
    String list;
    String ofWaiting;
    JsonNode waiting;
    JsonNode scheduled;
    JsonNode beforeCall;
    JsonNode inCall;
    JsonNode afterCall;
    String anna;
    String bo;
    String cai;

    @BeforeEach
    void casesWaitEverywhere() {
        designer = centre.as(centre.person("DESIGNER"));
        list = centre.list(NO_LIMITS);
        ofWaiting = centre.list();
        beforeCall = centre.request(list, centre.newNumber());
        anna = receiving();
        inCall = centre.request(list, centre.newNumber());
        bo = receiving();
        centre.call(bo);
        afterCall = centre.request(list, centre.newNumber());
        cai = receiving();
        callAndHangUp(cai);
        waiting = centre.request(ofWaiting, centre.newNumber());
        scheduled = centre.request(
                ofWaiting, centre.newNumber(), Map.of("notBefore", json(MORNING.plus(Duration.ofHours(3)))));
    }

    String receiving() {
        var agent = centre.agentOn(list);
        centre.receive(agent, true);
        return agent;
    }

    @AfterEach
    void theShippedOneServesAgain() {
        deploy("callbackCase.bpmn", model -> model);
        deploy("agentReception.bpmn", model -> model);
    }

    void workEverythingOff() {
        centre.save(anna, "ANSWERED");
        centre.save(bo, "ANSWERED");
        centre.save(cai, "ANSWERED");
        var dan = centre.agentOn(ofWaiting);
        centre.receive(dan, true);
        assertHolds(dan, waiting);
        callAndHangUp(dan);
        centre.save(dan, "ANSWERED");
        clock.set(MORNING.plus(Duration.ofHours(3)));
        engine.fireDueTimers();
        offers.runOnce();
        assertHolds(dan, scheduled);
        centre.call(dan);
        centre.save(dan, "ANSWERED");
        assertThat(List.of(waiting, scheduled, beforeCall, inCall, afterCall))
                .allSatisfy(one -> assertStatus(one, "RESOLVED"));
    }

    int deploy(String file, UnaryOperator<String> edited) {
        var model = new String(ShippedModels.content(Path.of("processes", file)), StandardCharsets.UTF_8);
        processEngine
                .getRepositoryService()
                .createDeployment()
                .name("processes of the test")
                .addString(file, edited.apply(model))
                .deploy();
        return processEngine
                .getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(file.replace(".bpmn", ""))
                .latestVersion()
                .singleResult()
                .getVersion();
    }

    static String path(String process) {
        return "/api/v1/processes/%s/migrations".formatted(process);
    }

    static String body(int to, Map<String, String> mapping, boolean dry) {
        var pairs = mapping.entrySet().stream()
                .map(pair -> "\"%s\":\"%s\"".formatted(pair.getKey(), pair.getValue()))
                .toList();
        return "{\"from\":%s,\"to\":%s,\"dryRun\":%s,\"reason\":\"the label was wrong\",\"mapping\":{%s}}"
                .formatted(to - 1, to, dry, String.join(",", pairs));
    }

    Http.Answer dry(int to, Map<String, String> mapping) {
        return designer.post(path(CASE), body(to, mapping, true));
    }

    String start(String process, int to, Map<String, String> mapping) {
        var answer = designer.post(path(process), body(to, mapping, false));
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        return answer.json().path("id").asText();
    }

    JsonNode done(String process, String id) {
        var one = path(process) + "/" + id;
        await().until(() -> designer.get(one).json().path("state").asText().equals("DONE"));
        return designer.get(one).json();
    }

    /** The versions on which the cases of this test are. */
    List<Integer> versions() {
        return processEngine.getRuntimeService().createProcessInstanceQuery().processDefinitionKey(CASE).list().stream()
                .map(instance ->
                        Integer.valueOf(instance.getProcessDefinitionId().split(":")[1]))
                .toList();
    }

    /** When each timer of each case will fire, by the case's callback and the timer's id. */
    Map<String, Instant> timers() {
        var timers = new TreeMap<String, Instant>();
        for (Job job :
                processEngine.getManagementService().createJobQuery().timers().list()) {
            var instance = processEngine
                    .getRuntimeService()
                    .createProcessInstanceQuery()
                    .processInstanceId(job.getProcessInstanceId())
                    .singleResult();
            var definition = processEngine
                    .getManagementService()
                    .createJobDefinitionQuery()
                    .jobDefinitionId(job.getJobDefinitionId())
                    .singleResult();
            timers.put(
                    instance.getBusinessKey() + " " + definition.getActivityId(),
                    job.getDuedate().toInstant());
        }
        return timers;
    }
}
