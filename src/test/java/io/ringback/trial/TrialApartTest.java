package io.ringback.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.ringback.callback.CallStatus;
import io.ringback.design.DesignerAtWork;
import io.ringback.platform.problem.Busy;
import io.ringback.process.check.EditedModel;
import io.ringback.process.check.PlayedCheck;
import io.ringback.support.Centre;
import io.ringback.support.RingbackTest;
import io.ringback.trial.ShippedExamples.Shipped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is played and what is real have nothing to do with each other. */
@RingbackTest
class TrialApartTest {

    private static final String CASE = "callbackCase";

    @Autowired
    private Centre centre;

    @Autowired
    private Trials trials;

    @Autowired
    private PlayedCheck games;

    @Test
    void realCasesGoOnWhileOneIsPlayed() throws Exception {
        var played = new CountDownLatch(1);
        var mayEnd = new CountDownLatch(1);
        var draft = EditedModel.callbackCase().with("name=\"Resolved?\"", "name=\"Resolved at last?\"");
        var held = CompletableFuture.supplyAsync(() ->
                trials.with(Map.of(draft.file(), draft.bytes()), Set.of(CASE), Deadline.start(), scene -> {
                    var example = TrialExample.of(TrialExample.Event.of(TrialEvent.CALL_STARTED));
                    scene.play(
                            CASE,
                            true,
                            List.of(new Shipped("held", true, example, play -> {
                                play.draft(CallStatus.BUSY);
                                played.countDown();
                                await(mayEnd);
                            })),
                            (first, fault) -> {
                                throw new AssertionError(fault.message());
                            });
                    return true;
                }));
        try {
            assertThat(played.await(2, TimeUnit.MINUTES)).isTrue();
            var content = DesignerAtWork.shipped("callClassification.form").replace("callClassification", "heldBack");
            var form = CompletableFuture.supplyAsync(
                    () -> DesignerAtWork.in(centre).deploy("heldBack.form", content));

            var list = centre.list(Map.of("maxAttempts", "3"));
            var agent = centre.agentOn(list);
            var callback = centre.request(list, centre.newNumber());
            centre.receive(agent, true);
            centre.endCall(agent, centre.call(agent));
            centre.save(agent, "BUSY");
            var other = centre.request(list, centre.newNumber());
            centre.cancel(other);

            assertThat(centre.status(callback)).isEqualTo("SCHEDULED");
            assertThat(centre.status(other)).isEqualTo("CANCELLED");
            assertThat(held).isNotDone();
            mayEnd.countDown();
            assertThat(held.get(2, TimeUnit.MINUTES)).isTrue();
            assertThat(form.get(2, TimeUnit.MINUTES).status()).isEqualTo(201);
        } finally {
            mayEnd.countDown();
        }
    }

    @Test
    void whatIsPlayedIsReadAndWhatServesIsNot() {
        var list = centre.list();
        var designer = DesignerAtWork.in(centre);
        assertThat(priority(list)).isZero();
        var table = EditedModel.shipped("callbackPriority.dmn");

        var wrong = table.with("<text>0</text>", "<text>10 * 7</text>");
        assertThat(games.play(Map.of(wrong.file(), wrong.bytes())).toString())
                .contains("callbackPriority.dmn does not decide");
        assertThat(priority(list)).isZero();

        var right = designer.check(
                table.file(), table.with("<text>0</text>", "<text>7</text>").content());
        assertThat(right.json().path("deployable").asBoolean()).as(right.body()).isTrue();
        assertThat(priority(list)).isZero();
    }

    @Test
    void aProcessOfAnotherNameIsPlayedAndServesNobody() {
        var model = EditedModel.callbackCase().with("\"callbackCase\"", "\"playedCase\"");
        var list = centre.list();
        var before = centre.callback(centre.request(list, centre.newNumber()));

        var checked = DesignerAtWork.in(centre).check("playedCase.bpmn", model.content());

        assertThat(checked.json().path("deployable").asBoolean())
                .as(checked.body())
                .isTrue();
        assertThat(centre.callback(centre.request(list, centre.newNumber())).path("status"))
                .isEqualTo(before.path("status"));
        assertThat(DesignerAtWork.in(centre)
                        .calls()
                        .get("/api/v1/processes/playedCase")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aMachineThatHasNoTimeIsBusyAndAModelThatGrindsIsNot() {
        assertThatThrownBy(() -> trials.with(
                        Map.of(), Set.of(CASE), Deadline.of(Duration.ofMinutes(1), Duration.ofNanos(1)), this::played))
                .isInstanceOf(Busy.class);
        assertThatThrownBy(() -> trials.with(
                        Map.of(), Set.of(CASE), Deadline.of(Duration.ofNanos(1), Duration.ofMinutes(2)), this::played))
                .isInstanceOf(TrialStopped.class)
                .hasMessageContaining("of a processor");
    }

    @Test
    void rulesAreAskedWithoutPlaying() {
        var draft = EditedModel.callbackCase().with("name=\"Resolved?\"", "name=\"Done?\"");
        var body = new ObjectMapper().createObjectNode().put("play", false);
        body.putArray("files").addObject().put("name", draft.file()).put("content", draft.content());

        var answer = DesignerAtWork.in(centre).calls().post("/api/v1/processes/check", body.toString());

        assertThat(answer.json().path("deployable").asBoolean())
                .as(answer.body())
                .isTrue();
        assertThat(answer.json().at("/findings/0/rule").asText()).isEqualTo("played");
        assertThat(answer.json().at("/findings/0/severity").asText()).isEqualTo("WARNING");
        assertThat(answer.json().at("/findings/0/message").asText()).contains("no cases were played");
    }

    private TrialResult played(Scene scene) {
        return scene.play(CASE, TrialExample.of(TrialExample.Event.of(TrialEvent.CANCEL)));
    }

    private int priority(String list) {
        var callback = centre.request(list, centre.newNumber());
        return centre.callback(callback).path("priority").asInt();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(2, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
