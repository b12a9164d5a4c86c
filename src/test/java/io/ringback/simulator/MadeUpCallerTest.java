package io.ringback.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.callback.Source;
import io.ringback.number.PhoneNumbers;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MadeUpCallerTest {

    private static final List<String> LISTS = List.of("sales", "support");

    @Test
    void everyNumberIsInTheNumberingPlanAndNobodys() {
        assertThat(callers(5_000)).allSatisfy(caller -> {
            assertThat(caller.phoneNumber()).matches("\\+35848[2-8][0-9]{6}");
            assertThat(PhoneNumbers.e164(caller.phoneNumber(), "FI", false)).isEqualTo(caller.phoneNumber());
        });
    }

    @Test
    void everybodyIsMarkedAsSimulated() {
        assertThat(callers(100)).allSatisfy(caller -> {
            assertThat(caller.attributes()).containsEntry(MadeUpCaller.MARK, "true");
            assertThat(caller.callerName()).matches("\\p{L}+ \\p{L}+");
            assertThat(Stream.of(Source.values()).map(Source::name)).contains(caller.source());
        });
    }

    @Test
    void whoeverLeavesAVoicemailComesByTheIvrAndKeepsTheRest() {
        assertThat(callers(100)).allSatisfy(caller -> {
            var speaking = caller.withVoicemail("http://127.0.0.1/said.wav");

            assertThat(speaking.source()).isEqualTo("IVR");
            assertThat(speaking.attributes())
                    .containsAllEntriesOf(caller.attributes())
                    .containsEntry("recordingUrl", "http://127.0.0.1/said.wav")
                    .hasSize(caller.attributes().size() + 1);
        });
    }

    @ParameterizedTest
    @EnumSource(Answer.class)
    void theirTelephoneDoesWhatIsAskedFor(Answer answer) {
        var chance = new Random(7);

        assertThat(callers(200).map(caller -> caller.whoseTelephone(answer, chance)))
                .allSatisfy(caller -> {
                    assertThat(caller.phoneNumber()).matches("\\+35848[2-8][0-9]{6}");
                    assertThat(Answer.to(caller.phoneNumber(), 1)).isEqualTo(answer);
                });
    }

    @Test
    void callersAreOnAllListsAndAnswerAsTheHintSays() {
        var answers = new HashMap<Answer, Integer>();
        var lists = new HashSet<String>();

        callers(10_000).forEach(caller -> {
            lists.add(caller.listId());
            answers.merge(Answer.to(caller.phoneNumber(), 1), 1, Integer::sum);
        });

        assertThat(lists).containsExactlyInAnyOrderElementsOf(LISTS);
        assertThat(answers.get(Answer.ANSWERS)).isBetween(5_700, 6_300);
        assertThat(answers.get(Answer.BUSY)).isBetween(1_800, 2_200);
        assertThat(answers.get(Answer.NO_ANSWER)).isBetween(850, 1_150);
        assertThat(answers.get(Answer.WRONG_NUMBER)).isBetween(850, 1_150);
    }

    private static Stream<MadeUpCaller> callers(int many) {
        var chance = new Random(42);
        return Stream.generate(() -> MadeUpCaller.any(chance, LISTS)).limit(many);
    }
}
