package io.ringback.process;

import static io.ringback.process.EditedModels.replacing;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringback.support.Centre;
import java.time.Duration;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** A case whose model went wrong goes on where that is possible, is told of, and is taken up again. */
class SetAsideCasesTest extends WrongModels {

    @Test
    void theButtonTakesACaseUpAgainAtOnce() {
        var wrong = setAsideWhenSaved();

        var repaired =
                centre.as(centre.person("ADMIN")).post("/api/v1/set-aside/%s/repair".formatted(Centre.id(wrong)), "");

        assertThat(repaired.status()).isEqualTo(204);
        assertThat(setAside(wrong)).isEmpty();
        assertThat(centre.status(wrong)).isEqualTo("SCHEDULED");
    }

    @Test
    void nothingIsTakenUpAgainAsLongAsNothingIsMended() {
        var wrong = setAsideWhenSaved();
        tick();

        rounds.runOnce();

        assertThat(setAside(wrong)).isPresent();
    }

    @Test
    void webhooksAreToldWhatHasGoneWrong() {
        var wrong = setAsideWhenSaved();

        var event = StreamSupport.stream(history(wrong).path("events").spliterator(), false)
                .filter(one -> one.path("type").asText().equals("SET_ASIDE"))
                .findFirst()
                .orElseThrow();

        assertThat(event.at("/details/file").asText()).isEqualTo(CASE);
        assertThat(event.at("/details/element").asText()).isEqualTo("gateway_resolved");
        assertThat(event.at("/details/message").asText()).contains("nothing");
    }

    @Test
    void whatIsSetAsideBecomesOverdueAndExpires() {
        var wrong = setAsideWhenSaved();

        clock.advance(Duration.ofHours(2));
        rounds.runOnce();

        assertThat(centre.callback(wrong).path("overdue").asBoolean()).isTrue();
        clock.advance(Duration.ofHours(23));
        rounds.runOnce();
        assertThat(centre.status(wrong)).isEqualTo("EXPIRED");
        assertThat(setAside(wrong)).isEmpty();
    }

    @Test
    void aWindowLeftOpenIsClosedThoughTheCaseIsSetAside() {
        models.deploy(CASE, replacing("name=\"message_callStarted\"", "name=\"message_somethingElse\""));
        var list = centre.list();
        var agent = centre.agentOn(list);
        var wrong = request(list);
        centre.receive(agent, true);
        centre.endCall(agent, centre.call(agent));
        clock.advance(Duration.ofMinutes(6));

        rounds.runOnce();

        assertThat(centre.desk(agent).path("stoppedBecause").asText()).isEqualTo("WINDOW_LEFT_OPEN");
        assertThat(centre.desk(agent).path("case").isNull()).isTrue();
        assertThat(centre.callback(wrong).path("status").asText()).isEqualTo("WAITING");
    }

    private JsonNode setAsideWhenSaved() {
        models.deploy(CASE, replacing("#{callStatus == 'ANSWERED'}", "#{nothing == 'ANSWERED'}"));
        var list = centre.list();
        var agent = centre.agentOn(list);
        var wrong = request(list);
        centre.receive(agent, true);
        centre.save(agent, "BUSY");
        return wrong;
    }
}
