package io.ringback.handling;

import static io.ringback.handling.ToldCalls.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.callback.Call;
import io.ringback.callback.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words of the telephone system in every order there is. */
class CallTrackerTest {

    /** In whatever order the words come, the calls they speak of are found: name, begin and end of each. */
    @ParameterizedTest
    @CsvSource({
        "one call,                               +a5 -a9,                     5-9",
        "a call of no length,                    +a5 -a5,                     5-5",
        "every word twice,                       +a5 +a5 -a9 -a9,             5-9",
        "three times,                            +a5 +a5 +a5 -a9 -a9,         5-9",
        "two calls after each other,             +a5 -a9 +b20 -b30,           5-9 20-30",
        "two calls at once,                      +a5 +b7 -a20 -b30,           5-20 7-30",
        "one call during another,                +a5 +b7 -b9 -a30,            5-30 7-9",
        "three calls,                            +a5 -a9 +b20 -b30 +c40 -c50, 5-9 20-30 40-50",
        "one begun an hour before the case came, +z-3600 -z20 +a30 -a40,      30-40",
        "one that was over before the case came, +z-90 -z-60 +a5 -a9,         5-9",
        "only one of before,                     +z-60 -z20,                  ",
        "a clock that is a little behind,        +a-8 -a9,                    0-9"
    })
    void callsAreFoundWhateverTheOrderOfTheWords(String what, String words, @Nullable String calls) {
        for (var order : orders(List.of(words.split(" ")))) {
            var told = new ToldCalls();

            tell(told, order);

            assertThat(told.ofCase())
                    .as("%s: %s", what, order)
                    .map(CallTrackerTest::inSeconds)
                    .containsExactlyElementsOf(calls == null ? List.of() : List.of(calls.split(" ")));
            assertThat(told.phase())
                    .as("%s: %s", what, order)
                    .isEqualTo(calls == null ? Phase.BEFORE_CALL : Phase.AFTER_CALL);
        }
    }

    /** Words may also be lost: whatever is told, in whatever order, at every moment the rules hold. */
    @ParameterizedTest
    @CsvSource({
        "+a5 -a9 +b20 -b30",
        "+a5 +a5 -a9 -a9",
        "+a5 +b7 -a20 -b30",
        "+z-3600 -z20 +a30 -a40",
        "+a5 -a9 +a60 -a90"
    })
    void atEveryMomentTheCaseIsInACallIfAndOnlyIfOneGoesOn(String words) {
        for (var order : someOf(List.of(words.split(" ")))) {
            var told = new ToldCalls();

            tell(told, order);

            assertThat(told.ofCase().stream().map(Call::externalCallId).distinct())
                    .as("%s: no call without a word of its beginning", order)
                    .allSatisfy(name -> assertThat(order).anyMatch(word -> word.startsWith("+" + name)));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "a call begun at the desk,                      +a5 -a9,      5-9",
        "told twice,                                    +a5 +a5 -a9,  5-9",
        "by a clock that is a little behind,            +a-4 -a9,     5-9",
        "by a clock that is a little ahead,             +a14 -a20,    5-20",
        "and another one of before,                     +z-60 -z3 +a5 -a9, 5-9"
    })
    void aCallBegunAtTheDeskIsRecognisedWhateverTheOrderOfTheWords(String what, String words, String call) {
        for (var order : orders(List.of(words.split(" ")))) {
            var told = new ToldCalls();
            told.fromDesk(5);

            tell(told, order);

            assertThat(told.ofCase())
                    .as("%s: %s", what, order)
                    .singleElement()
                    .extracting(CallTrackerTest::inSeconds)
                    .isEqualTo(call);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "after the earlier call had ended,            -600, -300, 20, true",
        "at once after it had ended,                  -600, -1,   1,  true",
        "told late of the earlier call,              -600, -300, -600, false",
        "told late with another time,  -600, -300, -400, false",
        "though the end of the earlier one is not told, -600,   , 20, true",
        "of the earlier one whose end is not told,   -600,     , -5, false"
    })
    void aNameThatIsUsedAgainIsThatOfAnotherCall(
            String what, long begun, @Nullable Long ended, long at, boolean isNew) {
        var told = new ToldCalls();
        told.earlier("a", begun, ended);

        var step = told.started("a", at);

        assertThat(step.begun()).isEqualTo(isNew);
        assertThat(told.phase()).isEqualTo(isNew ? Phase.IN_CALL : Phase.BEFORE_CALL);
    }

    @ParameterizedTest
    @CsvSource({
        "a minute later,                       +a5 -a9 +a60 -a9 +a5,            5-9 60-",
        "told again after that,                +a5 -a9 +a60 -a9 +a5 -a90 +a60 -a90, 5-9 60-90",
        "within a second,                      +a5 -a9 +a10,                    5-9 10-",
        "again and again,                      +a5 -a9 +a12 -a14 +a15 -a17,     5-9 12-14 15-17",
        "told once more within ten seconds,    +a5 -a9 +a12 -a14 +a5 +a12 -a14, 5-9 12-14",
        "but not the moment it ended,          +a5 -a9 +a9,                     5-9",
        "but not by a clock that is far ahead, +a5000 -a5004 +a5007,            3600-3600"
    })
    void aNameCanBeUsedAgainForTheSameCaseToo(String what, String words, String calls) {
        var told = new ToldCalls();

        tell(told, List.of(words.split(" ")));

        assertThat(told.ofCase()).map(CallTrackerTest::inSeconds).containsExactly(calls.split(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "-11, false",
        "-10, true",
        "-1, true",
        "0, true",
        "1, true",
        "3600, true",
        "3605, true",
        "-3600, false",
        "-31536000, false",
        "253000000000, true"
    })
    void aCallIsTheCasesOnlyWhenItBeganAfterTheAllocation(long at, boolean counts) {
        var told = new ToldCalls();

        told.started("a", at);

        assertThat(told.ofCase()).hasSize(counts ? 1 : 0);
        assertThat(told.ofCase())
                .allSatisfy(call -> assertThat(call.startedAt()).isBetween(ToldCalls.ALLOCATED, ToldCalls.NOW));
    }

    @ParameterizedTest
    @CsvSource({"9, 9", "4, 5", "-3, 5", "3600, 3600", "250000000000, 3600", "-820000000, 5"})
    void noCallEndsBeforeItBeganNorInTheFuture(long at, long ends) {
        var told = new ToldCalls();
        told.started("a", 5);

        told.ended("a", at);

        assertThat(told.ofCase()).singleElement().extracting(Call::endedAt).isEqualTo(at(ends));
    }

    @Test
    void theEndOfAnEarlierCallOfTheNameDoesNotEndTheOneThatGoesOn() {
        var told = new ToldCalls();
        told.started("a", 600);

        told.ended("a", 300);

        assertThat(told.phase()).isEqualTo(Phase.IN_CALL);
    }

    /** None is in a call for nothing, and none makes two attempts of one call. */
    private static void tell(ToldCalls told, List<String> words) {
        var begun = new HashSet<String>();
        for (var word : words) {
            told.tell(word);
            if (word.startsWith("+")) {
                begun.add(word);
            }
            assertThat(told.ofCase())
                    .as("after %s of %s", word, words)
                    .hasSizeLessThanOrEqualTo(Math.max(1, begun.size()));
            var goesOn = told.ofCase().stream().anyMatch(Call::isGoingOn);
            assertThat(told.phase() == Phase.IN_CALL)
                    .as("after %s of %s", word, words)
                    .isEqualTo(goesOn);
            assertThat(told.phase() == Phase.BEFORE_CALL)
                    .as("after %s of %s", word, words)
                    .isEqualTo(told.ofCase().isEmpty());
        }
    }

    private static String inSeconds(Call call) {
        return seconds(call.startedAt()) + "-" + (call.endedAt() == null ? "" : seconds(call.endedAt()));
    }

    private static long seconds(Instant time) {
        return Duration.between(ToldCalls.ALLOCATED, time).toSeconds();
    }

    private static Set<List<String>> orders(List<String> words) {
        if (words.isEmpty()) {
            return Set.of(List.of());
        }
        var all = new LinkedHashSet<List<String>>();
        for (var first : new LinkedHashSet<>(words)) {
            var rest = new ArrayList<>(words);
            rest.remove(first);
            orders(rest)
                    .forEach(order -> all.add(
                            Stream.concat(Stream.of(first), order.stream()).toList()));
        }
        return Collections.unmodifiableSet(all);
    }

    /** Every order of every part of the words. */
    private static Set<List<String>> someOf(List<String> words) {
        var all = new LinkedHashSet<List<String>>();
        for (int chosen = 0; chosen < 1 << words.size(); chosen++) {
            var part = new ArrayList<String>();
            for (int i = 0; i < words.size(); i++) {
                if ((chosen & 1 << i) != 0) {
                    part.add(words.get(i));
                }
            }
            all.addAll(orders(part));
        }
        return all;
    }
}
