package io.ringback.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AnswerTest {

    @ParameterizedTest
    @CsvSource({
        "0, 1, ANSWERS",
        "1, 1, ANSWERS",
        "5, 1, ANSWERS",
        "6, 1, BUSY",
        "7, 1, BUSY",
        "8, 1, NO_ANSWER",
        "9, 1, WRONG_NUMBER",
        "6, 2, BUSY",
        "8, 2, NO_ANSWER",
        "6, 3, ANSWERS",
        "7, 4, ANSWERS",
        "8, 3, ANSWERS",
        "9, 3, WRONG_NUMBER",
        "5, 9, ANSWERS",
        "6, 0, BUSY"
    })
    void theLastDigitAndTheNumberOfTheCallSayWhatHappens(String digit, int call, Answer answer) {
        assertThat(Answer.to("+35848200000" + digit, call)).isEqualTo(answer);
    }

    @ParameterizedTest
    @EnumSource
    void everyCallIsOverInAFewSeconds(Answer answer) {
        assertThat(answer.length()).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(15));
        assertThat(answer.cause()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({"ANSWERS, ANSWERED", "BUSY, BUSY", "NO_ANSWER, NO_ANSWER", "WRONG_NUMBER, OTHER"})
    void anAgentSavesWhatTheTelephoneDid(Answer answer, io.ringback.callback.CallStatus saved) {
        assertThat(answer.callStatus()).isEqualTo(saved.name());
    }
}
