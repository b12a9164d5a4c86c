package io.ringback.process;

import static io.ringback.support.Centre.id;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringback.callback.CallStatus;
import io.ringback.process.check.ShippedModels;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Cases that have begun on an older version of the shipped models go on by it, to each of its ends. */
abstract class CasesOnOlderVersions extends ProcessTest {

    private static final List<String> FILES = List.of("agentReception.bpmn", "callbackCase.bpmn", "retryPolicy.dmn");

    private final String version;
    private String list;
    private String agent;
    private JsonNode callback;

    CasesOnOlderVersions(String version) {
        this.version = version;
    }

    @BeforeEach
    void aCaseHasBegunOnTheOlderVersion() {
        deploy(Path.of("src/test/resources/models", version));
        begin(Map.of());
    }

    @AfterEach
    void isOverOrStillOnTheOlderVersion() {
        deploy(Path.of("processes"));
    }

    private void begin(Map<String, String> settings) {
        list = centre.list(settings);
        agent = centre.agentOn(list);
        callback = centre.request(list, centre.newNumber());
        centre.receive(agent, true);
    }

    private void deploy(Path folder) {
        var deployment = processEngine.getRepositoryService().createDeployment().name("processes of the test");
        FILES.forEach(file ->
                deployment.addInputStream(file, new ByteArrayInputStream(ShippedModels.content(folder.resolve(file)))));
        deployment.deploy();
    }

    /** From here on new cases start on the version shipped now. */
    private void upgrade() {
        deploy(Path.of("processes"));
        var fresh = centre.request(centre.list(), centre.newNumber());
        assertThat(engine.instance(id(fresh)).getProcessDefinitionId())
                .isNotEqualTo(engine.instance(id(callback)).getProcessDefinitionId());
    }

    @Test
    void isResolvedAndGivesTheNextOneWhichIsOnTheNewVersion() {
        callAndHangUp(agent);
        upgrade();
        var next = centre.request(list, centre.newNumber());

        centre.save(agent, "ANSWERED");

        assertProcess(callback).isEnded().hasPassed("end_resolved");
        assertStatus(callback, "RESOLVED");
        assertHolds(agent, next);
        assertThat(trail(callback)).endsWith("OUTCOME_SAVED", "RESOLVED");
    }

    @Test
    void isOfferedAgainByThePolicyOfNow() {
        centre.call(agent);
        upgrade();

        centre.save(agent, "BUSY");
        assertThat(time(centre.callback(callback).path("eligibleAt"))).isEqualTo(MORNING.plus(Duration.ofMinutes(5)));
        pass(Duration.ofMinutes(5));
        offers.runOnce();

        assertHolds(agent, callback);
        centre.save(agent, "ANSWERED");
        assertStatus(callback, "RESOLVED");
    }

    @Test
    void isOfferedAgainAtTheDateOfItsAgent() {
        upgrade();

        centre.save(agent, "OTHER", Map.of("retryAt", json(MORNING.plus(Duration.ofHours(3)))));

        assertThat(time(centre.callback(callback).path("eligibleAt"))).isEqualTo(MORNING.plus(Duration.ofHours(3)));
        assertThat(event(callback, "RETRY_SCHEDULED").toString()).contains("AGENT");
    }

    @Test
    void isOfferedAgainJustBeforeItsExpiry() {
        begin(Map.of("dueAfter", "\"PT5M\"", "expiresAfter", "\"PT10M\""));
        upgrade();

        centre.save(agent, "NO_ANSWER");

        assertThat(time(centre.callback(callback).path("eligibleAt")))
                .isEqualTo(MORNING.plus(Duration.ofMinutes(10)).minusSeconds(1));
    }

    @Test
    void isGivenUpAfterTheLastAttempt() {
        begin(Map.of("maxAttempts", "1"));
        upgrade();
        centre.endCall(agent, centre.call(agent));

        centre.save(agent, "BUSY");

        assertProcess(callback).isEnded().hasPassed("end_givenUp");
        assertStatus(callback, "CANCELLED");
        assertIdle(agent);
    }

    @Test
    void itsDraftIsTakenAndReceivingStops() {
        callAndHangUp(agent);
        draft(agent, Map.of("callStatus", "\"ANSWERED\""));
        var waiting = centre.request(list, centre.newNumber());
        upgrade();

        pass(Duration.ofMinutes(5));

        assertStatus(callback, "RESOLVED");
        assertStopped(agent, "WINDOW_LEFT_OPEN");
        assertStatus(waiting, "WAITING");
    }

    @Test
    void isGivenBackWhenNobodyCallsInTime() {
        upgrade();

        pass(Duration.ofMinutes(2));

        assertStatus(callback, "WAITING");
        assertStopped(agent, "NO_CALL_MADE");
        centre.receive(agent, true);
        assertHolds(agent, callback);
    }

    @Test
    void isGivenBackAndGivenToAnotherAgent() {
        var colleague = centre.agentOn(list);
        upgrade();

        centre.receive(agent, false);
        centre.receive(colleague, true);

        assertHolds(colleague, callback);
    }

    @Test
    void expiresWhileItWaits() {
        upgrade();
        centre.receive(agent, false);

        pass(Duration.ofHours(24));

        assertProcess(callback).isEnded().hasPassed("end_expired");
        assertStatus(callback, "EXPIRED");
    }

    @Test
    void isCancelled() {
        upgrade();

        cancel(callback);

        assertProcess(callback).isEnded().hasPassed("end_cancelled");
        assertStatus(callback, "CANCELLED");
        assertIdle(agent);
    }

    @ParameterizedTest
    @EnumSource(CallStatus.class)
    void isCancelledInTheCallAndClosedAsSuchWhateverIsSaved(CallStatus callStatus) {
        centre.call(agent);
        upgrade();

        cancel(callback);
        assertHolds(agent, callback);
        centre.save(agent, callStatus.name());

        assertStatus(callback, "CANCELLED");
        assertProcess(callback).isEnded();
        assertThat(trail(callback))
                .contains("CANCEL_REQUESTED", "OUTCOME_SAVED")
                .endsWith("CANCELLED");
        assertIdle(agent);
    }

    @Test
    void isCancelledInTheCallAndClosedWhenItsAgentStops() {
        centre.call(agent);
        upgrade();
        cancel(callback);

        centre.receive(agent, false);

        assertStatus(callback, "CANCELLED");
        assertProcess(callback).isEnded();
    }

    @Test
    void isCancelledInTheCallAndClosedWhenItsWindowIsLeftOpen() {
        var call = centre.call(agent);
        upgrade();
        cancel(callback);
        centre.endCall(agent, call);

        pass(Duration.ofMinutes(5));

        assertStatus(callback, "CANCELLED");
        assertStopped(agent, "WINDOW_LEFT_OPEN");
    }

    @Test
    void takesUpARelatedOneOfTheNewVersion() {
        upgrade();

        var related = centre.request(list, callback.path("phoneNumber").asText());

        assertStatus(related, "MERGED");
        assertProcess(callback).hasPassed("end_relatedLinked");
    }
}
