package io.ringback.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What an agent is said to be doing, and in which order agents are shown. */
class PresenceRuleTest {

    private static final Instant NOW = Instant.parse("2026-11-28T10:00:00Z");
    private static final Duration GRACE = Duration.ofSeconds(60);

    /** Seen and left: seconds ago, or never. */
    @ParameterizedTest(name = "seen {0} s ago, left {1} s ago, receiving {2}, holding {3}, in call {4}: {5}")
    @CsvSource(
            nullValues = "-",
            value = {
                "-, -, false, false, false, NOT_SIGNED_IN", // never there
                "-, 10, false, false, false, NOT_SIGNED_IN", // signed out by somebody else before ever being there
                "0, -, false, false, false, AT_DESK",
                "59, -, false, false, false, AT_DESK",
                "60, -, false, false, false, AT_DESK", // the grace time to its end
                "61, -, false, false, false, NOT_SIGNED_IN",
                "86400, -, false, false, false, NOT_SIGNED_IN",
                "5, 5, false, false, false, NOT_SIGNED_IN", // signed out at the last sign of life
                "8, 2, false, false, false, NOT_SIGNED_IN", // signed out since
                "2, 8, false, false, false, AT_DESK", // a program or another page went on after it
                "70, 80, false, false, false, NOT_SIGNED_IN", // and went away, too
                "-3, -, false, false, false, AT_DESK", // by the clock of a node that is ahead
                "0, -, true, false, false, RECEIVING",
                "-, -, true, false, false, RECEIVING", // a program that gives no sign of life
                "3600, -, true, false, false, RECEIVING",
                "0, -, true, true, false, WITH_CASE",
                "-, -, true, true, false, WITH_CASE",
                "0, -, true, true, true, IN_CALL",
                "3600, 10, true, true, true, IN_CALL",
                "0, -, false, true, false, WITH_CASE" // the reception is lost, the case is still in hand
            })
    void presenceFollowsFromTheSigns(
            @Nullable Long seen,
            @Nullable Long left,
            boolean receiving,
            boolean holding,
            boolean inCall,
            Presence expected) {
        var signs = new Signs(ago(seen), ago(left), receiving, holding, inCall);

        assertThat(Presence.of(signs, NOW, GRACE)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}, active {1}: {2}")
    @CsvSource({
        "NOT_SIGNED_IN, true, NOT_SIGNED_IN",
        "NOT_SIGNED_IN, false, NOT_SIGNED_IN",
        "AT_DESK, true, AT_DESK",
        "AT_DESK, false, AT_DESK",
        "RECEIVING, true, RECEIVING",
        "RECEIVING, false, AT_DESK",
        "WITH_CASE, true, WITH_CASE",
        "WITH_CASE, false, WITH_CASE",
        "IN_CALL, true, IN_CALL",
        "IN_CALL, false, IN_CALL"
    })
    void onAListNobodyReceivesWhoIsNotActiveThere(Presence presence, boolean active, Presence expected) {
        assertThat(presence.onList(active)).isEqualTo(expected);
    }

    @Test
    void theBusiestComeFirstAndWhoeverWasThereLastComesBeforeThoseGoneForLonger() {
        var inOrder = List.of(
                agent(Presence.IN_CALL, 50L),
                agent(Presence.WITH_CASE, 1L),
                agent(Presence.RECEIVING, null),
                agent(Presence.AT_DESK, 20L),
                agent(Presence.NOT_SIGNED_IN, 70L),
                agent(Presence.NOT_SIGNED_IN, 7_000L),
                agent(Presence.NOT_SIGNED_IN, null));
        var turned = Arrays.asList(inOrder.toArray(PresentAgent[]::new));
        java.util.Collections.reverse(turned);

        assertThat(turned.stream().sorted(PresentAgent.BUSIEST_FIRST)).containsExactlyElementsOf(inOrder);
    }

    @Test
    void amongThoseWhoAreThereASignOfLifeChangesNoPlaces() {
        var earlier = agent(Presence.AT_DESK, 30L);
        var later = agent(Presence.AT_DESK, 1L);

        assertThat(Stream.of(earlier, later).sorted(PresentAgent.BUSIEST_FIRST)).containsExactly(earlier, later);
    }

    @ParameterizedTest
    @EnumSource(Presence.class)
    void onlyWhoIsNotAtADeskIsToldToBeSignedInAllTheSame(Presence presence) {
        var signedIn = new PresentAgent(presence, true, null, "AVAILABLE", null, null);

        assertThat(signedIn.words()).isEqualTo(presence == Presence.NOT_SIGNED_IN ? "NOT_AT_DESK" : presence.name());
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "DO_NOT_DISTURB, -, true",
                "DO_NOT_DISTURB, lunch, true",
                "OFFWORK, -, false", // has gone home
                "OFFWORK, training, true"
            })
    void whoIsOffWorkWithoutAReasonIsNotAbsent(String availability, @Nullable String reason, boolean absent) {
        assertThat(Absences.isAbsence(availability, reason)).isEqualTo(absent);
    }

    private static PresentAgent agent(Presence presence, @Nullable Long seenSecondsAgo) {
        return new PresentAgent(presence, false, ago(seenSecondsAgo), "AVAILABLE", null, null);
    }

    private static @Nullable Instant ago(@Nullable Long seconds) {
        return seconds == null ? null : NOW.minusSeconds(seconds);
    }
}
