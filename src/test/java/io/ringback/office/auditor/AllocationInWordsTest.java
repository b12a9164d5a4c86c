package io.ringback.office.auditor;

import static io.ringback.office.auditor.TrailInWords.ID;
import static io.ringback.office.auditor.TrailInWords.event;
import static io.ringback.office.auditor.TrailInWords.plain;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.audit.AuditEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Why a callback was given to an agent, as the pages of auditors say it. */
class AllocationInWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Oldest of 14 eligible on Sales and Support; Bo, waiting 3 min, longest of 2.",
                "fi | Vanhin 14 tarjottavasta listoilla Sales ja Support; Bo, odottanut 3 min, pisimpään kaikkiaan 2 agentista.",
                "sv | Äldst av 14 som kunde erbjudas på Sales och Support; Bo, väntat 3 min, längst av 2."
            })
    void saysOfAnAllocationWhyThisOneAndWhyThisAgent(String language, String said) {
        var facts = """
                {"joinedLists": ["sales", "support"], "joined": 2, "eligible": 14, "place": 1, "firstBy": "DUE", "ahead": [],
                 "agentsWaiting": 2, "agentWaited": "PT3M"}""";

        assertThat(plain(allocated(facts), language).sentences()).containsExactly(said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "ONLY, 1, false, 1        | The only one eligible on Sales",
                "REQUESTED, 2, false, 1   | Oldest of 2 eligible on Sales",
                "DUE, 50, true, 1         | Oldest of at least 50 eligible on Sales",
                "KEPT, 3, false, 1        | Kept for this agent by a supervisor, of 3 eligible on Sales",
                "EXPEDITED, 3, false, 1   | Put before all others by a supervisor, of 3 eligible on Sales",
                "PRIORITY, 3, false, 1    | Highest priority of 3 eligible on Sales",
                "APPOINTMENT, 3, false, 1 | Appointment, before all others of 3 eligible on Sales",
                "DUE, 5, false, 3         | Number 3 of 5 eligible on Sales"
            })
    void saysWhatBroughtItBeforeTheOthers(String seen, String said) {
        var parts = seen.split(", ");
        var facts = """
                {"joinedLists": ["sales"], "joined": 1, "firstBy": "%s", "eligible": %s, "eligibleAtLeast": %s, "place": %s,
                 "ahead": [], "agentsWaiting": 0, "agentWaited": null}""".formatted((Object[]) parts);

        assertThat(plain(allocated(facts), "en").sentences().get(0))
                .isEqualTo(said + "; Bo, straight from another case; nobody was waiting.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "null, 0, 0    | Bo, straight from another case; nobody was waiting.",
                "null, 1, 0    | Bo, straight from another case; one agent was waiting.",
                "null, 4, 0    | Bo, straight from another case; 4 agents were waiting.",
                "'PT0S', 1, 0  | Bo, waiting less than a second, with nobody else waiting.",
                "'PT64S', 1, 0 | Bo, waiting 1 min 4 s, with nobody else waiting.",
                "'PT3700S', 3, 0 | Bo, waiting 1 h 1 min, longest of 3.",
                "'PT64S', 2, 1 | Bo, waiting 1 min 4 s; one other had waited longer.",
                "'PT64S', 4, 3 | Bo, waiting 1 min 4 s; 3 others had waited longer."
            })
    void saysWhyThisAgent(String seen, String said) {
        var parts = seen.replace("'", "\"").split(", ");
        var facts = """
                {"joinedLists": ["sales"], "joined": 1, "eligible": 1, "place": 1, "firstBy": "ONLY", "ahead": [],
                 "agentWaited": %s, "agentsWaiting": %s, "longerWaiting": %s}""".formatted((Object[]) parts);

        assertThat(plain(allocated(facts), "en").sentences().get(0))
                .isEqualTo("The only one eligible on Sales; " + said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'', 0                   | on no list joined",
                "'sales', 1              | on Sales",
                "'a','b','c','d', 4      | on A, B, C and D",
                "'a','b','c','d','e', 5  | on A, B, C and 2 more lists",
                "'a','b','c','d','e', 120 | on A, B, C and 117 more lists",
                "'gone','sales', 2       | on gone and Sales"
            })
    void namesAFewLists(String lists, String said) {
        var comma = lists.lastIndexOf(", ");
        var ids = lists.substring(0, comma).replace("'", "\"");
        var facts = """
                {"joinedLists": [%s], "joined": %s, "eligible": 1, "place": 1, "firstBy": "ONLY", "ahead": [],
                 "agentsWaiting": 0, "agentWaited": null}""".formatted(ids.equals("\"\"") ? "" : ids, lists.substring(comma + 2));

        assertThat(plain(allocated(facts), "en").sentences().get(0)).startsWith("The only one eligible " + said + ";");
    }

    @Test
    void saysOfEachOneThatWasSkippedWhy() {
        var facts = """
                {"joinedLists": ["sales"], "joined": 1, "eligible": 3, "place": 2, "firstBy": "DUE", "calledBefore": true,
                 "ahead": [{"callbackId": "%1$s", "why": "LOCKED"}, {"callbackId": "%1$s", "why": "SET_ASIDE"}],
                 "agentsWaiting": 0, "agentWaited": null}""".formatted(ID);

        var why = plain(allocated(facts), "en");

        assertThat(why.sentences())
                .containsExactly(
                        "Number 2 of 3 eligible on Sales; Bo, straight from another case; nobody was waiting.",
                        "It had been called before, and so goes to whoever has waited longest.",
                        "2 that came before it were skipped:");
        assertThat(why.others())
                .containsExactly(
                        new Why.Other(
                                ID,
                                "was being changed at that moment: another agent was getting it, or it was being closed"),
                        new Why.Other(ID, "was set aside"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | What this was decided from was not kept at that time.",
                "fi | Päätöksen perusteita ei vielä silloin tallennettu.",
                "sv | Vad det avgjordes av sparades inte på den tiden."
            })
    void saysOfAnOldAllocationThatNothingWasKept(String language, String said) {
        var old = event("ALLOCATED", "{\"allocationId\": \"%s\"}".formatted(ID), null, null, null);

        assertThat(plain(old, language).sentences()).containsExactly(said);
    }

    private static AuditEvent allocated(String facts) {
        return event(
                "ALLOCATED",
                "{\"allocationId\": \"%s\"}".formatted(ID),
                null,
                null,
                "{\"allocation\": %s}".formatted(facts));
    }
}
