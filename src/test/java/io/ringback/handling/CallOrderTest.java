package io.ringback.handling;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringback.support.Centre;
import io.ringback.support.RingbackTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The telephone system tells of calls late, early, in another order and under names used before. */
@RingbackTest
class CallOrderTest extends TellingOfCalls {

    @Test
    void theEndMayBeToldBeforeTheStart() {
        var start = clock.instant();
        clock.advance(Duration.ofSeconds(40));

        var ended = tell("ENDED", Map.of("recordingUrl", Centre.quoted(RECORDING)));
        assertThat(ended.json().get("callId").isNull()).isTrue();
        assertThat(inHand().path("phase").asText()).isEqualTo("BEFORE_CALL");
        assertThat(inHand().path("autoStopAt").isTextual()).isTrue();
        var started = tell("STARTED", Map.of("at", Centre.quoted(start.toString())));

        assertThat(started.json().path("callId").isTextual()).isTrue();
        assertThat(inHand().path("phase").asText()).isEqualTo("AFTER_CALL");
        assertThat(inHand().path("closesAt").asText())
                .isEqualTo(clock.instant().plus(Duration.ofMinutes(5)).toString());
        assertThat(inHand().at("/attempts/0/at").asText()).isEqualTo(start.toString());
        assertThat(inHand().at("/attempts/0/endedAt").asText())
                .isEqualTo(clock.instant().toString());
        assertThat(inHand().at("/attempts/0/recordingUrl").asText()).isEqualTo(RECORDING);
    }

    @Test
    void theEndOfACallOfTheDeskMayBeToldBeforeItsStart() {
        var callId = centre.call(agent);
        var start = clock.instant();
        clock.advance(Duration.ofSeconds(40));

        tell("ENDED", Map.of());
        assertThat(inHand().path("phase").asText()).isEqualTo("IN_CALL");
        var started = tell("STARTED", Map.of("at", Centre.quoted(start.toString())));

        assertThat(started.json().path("callId").asText()).isEqualTo(callId);
        assertThat(inHand().path("phase").asText()).isEqualTo("AFTER_CALL");
        assertThat(inHand().path("attempts")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "PT1M", "PT10.001S", "P1D", "P9400D"})
    void aCallBegunBeforeTheAllocationIsNotThatOfTheCase(Duration before) {
        var answer = tell("STARTED", Map.of("at", at(before.negated())));
        clock.advance(Duration.ofSeconds(5));
        tell("ENDED", Map.of());

        assertThat(answer.json().get("callId").isNull()).isTrue();
        assertThat(inHand().path("phase").asText()).isEqualTo("BEFORE_CALL");
        assertThat(inHand().path("autoStopAt").isTextual()).isTrue();
        assertThat(inHand().path("attempts")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-PT10S", "-PT1S", "PT0S", "PT1S", "PT1H", "P2000D"})
    void clocksMayDifferALittle(Duration off) {
        tell("STARTED", Map.of("at", at(off)));

        assertThat(inHand().path("phase").asText()).isEqualTo("IN_CALL");
        assertThat(inHand().at("/attempts/0/at").asText())
                .isEqualTo(clock.instant().toString());
    }

    @Test
    void aNameUsedAgainForTheNextCaseIsAnotherCall() {
        var first = tell("STARTED", Map.of()).json();
        clock.advance(Duration.ofSeconds(30));
        tell("ENDED", Map.of());
        var next = centre.request(callback.path("listId").asText(), centre.newNumber());
        centre.save(agent, "ANSWERED");
        clock.advance(Duration.ofSeconds(5));

        var second = tell("STARTED", Map.of()).json();

        assertThat(second.path("callId").isTextual()).isTrue();
        assertThat(second).isNotEqualTo(first);
        assertThat(inHand().at("/callback/id")).isEqualTo(next.path("id"));
        assertThat(inHand().path("phase").asText()).isEqualTo("IN_CALL");
        assertThat(inHand().path("attempts")).hasSize(1);
        clock.advance(Duration.ofSeconds(30));
        assertThat(tell("ENDED", Map.of()).json()).isEqualTo(second);
        assertThat(inHand().path("phase").asText()).isEqualTo("AFTER_CALL");
    }

    @Test
    void aNameUsedAgainAlthoughTheEndOfItsFirstCallWasLostIsAnotherCall() {
        tell("STARTED", Map.of());
        centre.request(callback.path("listId").asText(), centre.newNumber());
        clock.advance(Duration.ofSeconds(30));
        centre.save(agent, "BUSY");
        clock.advance(Duration.ofSeconds(30));

        tell("STARTED", Map.of());

        assertThat(inHand().path("phase").asText()).isEqualTo("IN_CALL");
        assertThat(attempts()).hasSize(1);
    }

    @Test
    void aNameUsedAgainForTheSameCaseIsAnotherCall() {
        tell("STARTED", Map.of());
        tell("ENDED", Map.of());
        clock.advance(Duration.ofMinutes(1));

        tell("STARTED", Map.of());

        assertThat(inHand().path("phase").asText()).isEqualTo("IN_CALL");
        assertThat(inHand().path("attempts")).hasSize(2);
        assertThat(inHand().at("/callback/attemptCount").asInt()).isEqualTo(1);
    }

    @Test
    void twoAgentsMayHaveCallsOfTheSameName() {
        var list = callback.path("listId").asText();
        var other = centre.agentOn(list);
        centre.request(list, centre.newNumber());
        centre.receive(other, true);
        var name = Map.of("externalCallId", "\"line 1\"");
        var ofOther = Map.of("externalCallId", "\"line 1\"", "agentId", Centre.quoted(other));

        var mine = tell("STARTED", name).json();
        var theirs = tell("STARTED", ofOther).json();
        tell("ENDED", ofOther);

        assertThat(mine).isNotEqualTo(theirs);
        assertThat(inHand().path("phase").asText()).isEqualTo("IN_CALL");
        assertThat(centre.desk(other).at("/case/phase").asText()).isEqualTo("AFTER_CALL");
    }

    /** Four words of two calls, in each of the 24 orders, on the server. */
    @ParameterizedTest
    @MethodSource("orders")
    void inWhateverOrderTheWordsComeOneCountdownRunsOrACallWithALimit(List<String> words) {
        var start = clock.instant();
        clock.advance(Duration.ofSeconds(60));

        for (var word : words) {
            tell(
                    word.startsWith("+") ? "STARTED" : "ENDED",
                    Map.of(
                            "externalCallId", Centre.quoted(word.substring(1, 2)),
                            "at",
                                    Centre.quoted(start.plusSeconds(Long.parseLong(word.substring(2)))
                                            .toString())));
            assertOneDeadline();
        }

        assertThat(inHand().path("phase").asText()).isEqualTo("AFTER_CALL");
        assertThat(inHand().path("attempts")).hasSize(2);
        assertThat(inHand().at("/callback/attemptCount").asInt()).isEqualTo(1);
    }

    static Stream<List<String>> orders() {
        return orders(List.of("+a5", "-a20", "+b10", "-b30"));
    }

    private static Stream<List<String>> orders(List<String> words) {
        return words.isEmpty()
                ? Stream.of(List.of())
                : words.stream()
                        .flatMap(first -> orders(words.stream()
                                        .filter(word -> !word.equals(first))
                                        .toList())
                                .map(rest -> Stream.concat(Stream.of(first), rest.stream())
                                        .toList()));
    }

    private void assertOneDeadline() {
        var inHand = inHand();
        var phase = inHand.path("phase").asText();
        var goesOn = inHand.path("attempts").findValues("endedAt").stream().anyMatch(JsonNode::isNull);
        assertThat(phase.equals("IN_CALL")).isEqualTo(goesOn);
        assertThat(inHand.path("autoStopAt").isTextual()).isEqualTo(phase.equals("BEFORE_CALL"));
        assertThat(inHand.path("callEndsBy").isTextual()).isEqualTo(phase.equals("IN_CALL"));
        assertThat(inHand.path("closesAt").isTextual()).isEqualTo(phase.equals("AFTER_CALL"));
    }

    private String at(Duration off) {
        return Centre.quoted(clock.instant().plus(off).toString());
    }
}
