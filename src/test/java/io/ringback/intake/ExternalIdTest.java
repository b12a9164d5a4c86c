package io.ringback.intake;

import static io.ringback.support.Json.json;
import static io.ringback.support.Refusal.invalid;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringback.support.Centre;
import io.ringback.support.Http;
import io.ringback.support.MovableClock;
import io.ringback.support.RingbackTest;
import io.ringback.support.Together;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** An external id names one request: sent again it is known, and no other caller is lost behind it. */
@RingbackTest
class ExternalIdTest {

    private static final String PATH = "/api/v1/callbacks";

    @Autowired
    private Centre centre;

    @Autowired
    private MovableClock clock;

    private Http ivr;
    private String list;
    private String number;

    @BeforeEach
    void anIvrAndACaller() {
        ivr = centre.as(centre.person("INTEGRATOR"));
        list = centre.list();
        number = centre.newNumber();
    }

    @Test
    void theSameRequestOfTheSameSourceFindsTheExistingCallback() {
        var first = ask(list, number, "e");

        var again = centre.as(centre.person("INTEGRATOR")).post(PATH, body(list, number, "e"));

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.json()).isEqualTo(first.json());
    }

    @Test
    void theSameNumberWrittenOtherwiseIsTheSameRequest() {
        var first = ask(list, number, "e");

        var again = ask(list, number.replace("+358", "0"), "e");

        assertThat(again.status()).as(again.body()).isEqualTo(200);
        assertThat(again.json().path("id")).isEqualTo(first.json().path("id"));
    }

    @Test
    void anotherNumberIsToldAndHearsNothingOfTheFirst() {
        var first = centre.request(list, number, Map.of("externalId", quotedId("e"), "callerName", "\"Veli Visible\""));

        var other = ask(list, centre.newNumber(), "e", "IVR");

        invalid(other, "externalId");
        assertThat(message(other)).contains("another phoneNumber");
        assertThat(other.body()).doesNotContain(number, "Veli", first.path("id").asText());
    }

    @Test
    void anotherListIsToldAndHearsNothingOfTheFirst() {
        ask(list, number, "e");

        var other = ask(centre.list(), number, "e");

        invalid(other, "externalId");
        assertThat(message(other)).contains("another list");
        assertThat(other.body()).doesNotContain(list);
    }

    @Test
    void theSameIdOfAnotherSourceIsAnotherRequest() {
        var first = ask(list, number, "e");

        var other = ask(list, centre.newNumber(), "e", "MISSED_CALL");

        assertThat(other.status()).isEqualTo(201);
        assertThat(other.json().path("id")).isNotEqualTo(first.json().path("id"));
    }

    @Test
    void aMergedRequestIsKnownAsLongAsItsMainCallbackIsOpen() {
        var main = centre.request(list, number);
        var merged = ask(list, number, "e");

        var again = ask(list, number, "e");
        var other = ask(list, centre.newNumber(), "e");
        centre.cancel(main);
        var afterwards = ask(list, number, "e");

        assertThat(merged.json().path("status").asText()).isEqualTo("MERGED");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json()).isEqualTo(merged.json());
        invalid(other, "externalId");
        assertThat(afterwards.status()).as(afterwards.body()).isEqualTo(201);
        assertThat(afterwards.json().path("status").asText()).isEqualTo("WAITING");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ANSWERED", "CANCELLED", "EXPIRED"})
    void afterTheFirstWasClosedItIsANewCallback(String howClosed) {
        var first = ask(list, number, "e").json();
        close(first, howClosed);

        var second = ask(list, number, "e");
        var secondAgain = ask(list, number, "e");

        assertThat(second.status()).as(second.body()).isEqualTo(201);
        assertThat(second.json().path("id")).isNotEqualTo(first.path("id"));
        assertThat(second.json().path("status").asText()).isEqualTo("WAITING");
        assertThat(secondAgain.status()).isEqualTo(200);
        assertThat(secondAgain.json()).isEqualTo(second.json());
    }

    @Test
    void afterTheFirstWasClosedAnotherCallerMayHaveTheId() {
        centre.cancel(ask(list, number, "e").json());

        var second = ask(list, centre.newNumber(), "e");
        centre.cancel(second.json());
        var third = ask(list, number, "e");

        assertThat(second.status()).as(second.body()).isEqualTo(201);
        assertThat(third.status()).as(third.body()).isEqualTo(201);
    }

    @Test
    void aListCanTakeEachIdOnlyOnce() {
        var strict = centre.list(Map.of("externalIdOnce", "true"));
        var first = ask(strict, number, "e");

        var whileOpen = ask(strict, number, "e");
        centre.cancel(first.json());
        var afterwards = ask(strict, number, "e");
        var anotherCaller = ask(strict, centre.newNumber(), "e");

        assertThat(whileOpen.status()).isEqualTo(200);
        invalid(afterwards, "externalId");
        invalid(anotherCaller, "externalId");
    }

    @Test
    void manyAtOnceAreOneCallback() {
        var answers = Together.times(8, each -> ask(list, number, "e"));

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(7);
        assertThat(answers.stream().map(answer -> answer.json().path("id")).distinct())
                .hasSize(1);
    }

    @Test
    void manyAtOnceAfterTheFirstWasClosedAreOneCallback() {
        centre.cancel(ask(list, number, "e").json());

        var answers = Together.times(8, each -> ask(list, number, "e"));

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers.stream().map(answer -> answer.json().path("id")).distinct())
                .hasSize(1);
    }

    @Test
    void ofManyCallersAtOnceOneHasTheIdAndTheOthersAreTold() {
        var answers = Together.times(6, each -> ask(list, centre.newNumber(), "e"));

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.status() == 422).hasSize(5);
    }

    private void close(JsonNode callback, String how) {
        switch (how) {
            case "ANSWERED" -> {
                var agent = centre.agentOn(list);
                centre.receive(agent, true);
                centre.save(agent, "ANSWERED");
                centre.receive(agent, false);
            }
            case "CANCELLED" -> centre.cancel(callback);
            default -> clock.advance(Duration.ofHours(25)); // and no timer fires
        }
    }

    private Http.Answer ask(String toList, String phoneNumber, String id) {
        return ask(toList, phoneNumber, id, "IVR");
    }

    private Http.Answer ask(String toList, String phoneNumber, String id, String source) {
        return ivr.post(PATH, body(toList, phoneNumber, id).replace("IVR", source));
    }

    private String body(String toList, String phoneNumber, String id) {
        return json(
                "{'listId':'%s','phoneNumber':'%s','source':'IVR','externalId':%s}", toList, phoneNumber, quotedId(id));
    }

    /** A different one in each test. */
    private String quotedId(String id) {
        return Centre.quoted(id + "-" + list);
    }

    private static String message(Http.Answer answer) {
        return answer.json().at("/errors/0/message").asText();
    }
}
