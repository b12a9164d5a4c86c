package io.ringback.office.auditor;

import static io.ringback.office.auditor.TrailInWords.ID;
import static io.ringback.office.auditor.TrailInWords.event;
import static io.ringback.office.auditor.TrailInWords.json;
import static io.ringback.office.auditor.TrailInWords.plain;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Why anything else has happened, from what the trail has kept, as the pages of auditors say it. */
class WhyInWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'reason': 'NO_CALL_MADE', 'limit': 'PT2M'} | Receiving stopped: no call was made within 2 min.",
                "{'reason': 'WINDOW_LEFT_OPEN', 'limit': 'PT30S'} | Receiving stopped: the case was left open for 30 s after the call.",
                "{'reason': 'AGENT'} | Receiving stopped: by the agent.",
                "{'reason': 'SUPERVISOR'} | Receiving stopped: by a supervisor.",
                "{'reason': 'DO_NOT_DISTURB'} | Receiving stopped: Do not disturb.",
                "{'reason': 'OFFWORK'} | Receiving stopped: off work.",
                "{'reason': 'CONNECTION_LOST'} | Receiving stopped: the connection was lost.",
                "{'reason': 'SYSTEM'} | Receiving stopped: a fault in the server."
            })
    void saysWhyReceivingStoppedAndACaseWentBack(String facts, String said) {
        var stopped = json("{'stopped': %s}".formatted(facts));

        assertThat(plain(event("RECEIVING_STOPPED", null, null, null, stopped), "en")
                        .sentences())
                .containsExactly(said);
        assertThat(plain(event("RELEASED", null, null, null, stopped), "en").sentences())
                .containsExactly(said);
    }

    @Test
    void saysOfAnOldStopWhatIsKnown() {
        var stopped = event("RECEIVING_STOPPED", null, json("{'code': 'NO_CALL_MADE'}"), null, null);

        assertThat(plain(stopped, "en").sentences()).containsExactly("Receiving stopped: no call was made in time.");
    }

    @Test
    void saysIntoWhichOneARequestWasMergedAndWhy() {
        var merged = event("MERGED", json("{'mainCallbackId': '%s'}".formatted(ID)), null, null, null);

        var why = plain(merged, "en");

        assertThat(why.sentences())
                .containsExactly("Its number had an open callback on the list: no caller waits twice.");
        assertThat(why.others()).containsExactly(new Why.Other(ID, "Main case"));
    }

    @Test
    void saysWhatAskingAgainHasChanged() {
        var again = event(
                "RELATED_RECEIVED",
                null,
                null,
                json("{'expiresAt': {'before': '2026-11-28T14:50:00Z', 'after': '2026-11-29T14:50:00Z'},"
                        + " 'dueAt': {'before': '2026-11-27T16:50:00Z', 'after': '2026-11-27T15:50:00Z'}}"),
                null);

        assertThat(plain(again, "en").sentences())
                .containsExactly(
                        "It is due earlier: at 17:50 instead of at 18:50.",
                        "It expires later: on Sunday at 16:50 instead of on Saturday at 16:50.");
        assertThat(plain(event("RELATED_RECEIVED", null, null, null, null), "en")
                        .sentences())
                .containsExactly("Its times stay: they were at least as good.");
    }

    @Test
    void saysByWhichRuleItsPriorityWasDecided() {
        var requested = event(
                "REQUESTED",
                null,
                null,
                null,
                json(
                        "{'decisions': [{'k': 'callbackPriority', 'v': 4, 'i': [], 'r': [[1, 'x']], 'o': [['priority', 7]]}]}"));

        assertThat(plain(requested, "en").sentences())
                .containsExactly("Priority 7, by rule 1 of callbackPriority, version 4.");
    }

    @Test
    void saysNothingOfWhatExplainsItself() {
        assertThat(plain(event("CALL_STARTED", null, null, null, null), "en").isEmpty())
                .isTrue();
    }
}
