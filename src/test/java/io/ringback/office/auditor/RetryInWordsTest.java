package io.ringback.office.auditor;

import static io.ringback.office.auditor.TrailInWords.event;
import static io.ringback.office.auditor.TrailInWords.json;
import static io.ringback.office.auditor.TrailInWords.plain;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Why a callback is offered again at a time, or not at all, as the pages of auditors say it. */
class RetryInWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Again after 15 min, by rule 2 of Retry policy, version 3; moved to the opening on Monday at 09:00.",
                "fi | Uudelleen, kun on kulunut 15 min: sääntö 2, Retry policy, versio 3; siirretty listan avautumiseen, maanantaina klo 9.00.",
                "sv | Igen efter 15 min, enligt regel 2 i Retry policy, version 3; flyttad till öppningen på måndag kl. 09.00."
            })
    void saysWhichRuleGaveTheTimeAndWhatMovedIt(String language, String said) {
        var retry = event(
                "RETRY_SCHEDULED",
                "{\"retryAt\": \"2026-11-30T07:00:00Z\", \"decidedBy\": \"POLICY\"}",
                null,
                null,
                """
                {"retry": {"after": "PT15M", "at": "2026-11-27T15:05:00Z", "moved": "OPENING"},
                 "decisions": [{"k": "retryPolicy", "v": 3, "n": "Retry policy", "i": [], "r": [[2, "rule_busy"]], "o": []}]}""");

        assertThat(plain(retry, language).sentences()).containsExactly(said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POLICY | {'after': 'PT15M'} | Again after 15 min, by the retry policy.",
                "POLICY | {'after': 'PT1S', 'moved': 'SHORTEST'} | Again after 1 s, by the retry policy; moved at 17:00, since that was too soon after the call.",
                "POLICY | {'moved': 'BEFORE_EXPIRY'} | By the retry policy; at the last moment before it expires, at 17:00.",
                "POLICY | {'moved': 'NEVER'} | By the retry policy; no time is left before it expires.",
                "POLICY | none | By the retry policy.",
                "LIST | {'after': 'PT10M'} | Again after 10 min, by the list’s own retry time.",
                "LIST | none | By the list’s own retry time.",
                "AGENT | {'at': '2026-11-27T15:00:00Z'} | Agreed with the caller by the agent, at 16:55.",
                "AGENT | {'moved': 'OPENING'} | Agreed with the caller by the agent, at 16:55; moved to the opening at 17:00.",
                "SUPERVISOR | none | Agreed with the caller by a supervisor, at 16:55."
            })
    void saysWhyACallbackIsOfferedAgainThen(String by, String facts, String said) {
        var retry = event(
                by.equals("SUPERVISOR") ? "RESCHEDULED" : "RETRY_SCHEDULED",
                json("{'retryAt': '2026-11-27T15:00:00Z', 'askedAt': '2026-11-27T14:55:00Z', 'decidedBy': '%s'}"
                        .formatted(by)),
                null,
                null,
                facts.equals("none") ? null : json("{'retry': %s}".formatted(facts)));

        assertThat(plain(retry, "en").sentences()).containsExactly(said);
    }

    @Test
    void saysThatATimeIsKeptAlthoughTheListIsClosed() {
        var retry = event(
                "RETRY_SCHEDULED",
                json("{'retryAt': '2026-11-28T15:00:00Z', 'askedAt': '2026-11-28T15:00:00Z', 'decidedBy': 'AGENT',"
                        + " 'insisted': 'true'}"),
                null,
                null,
                null);

        assertThat(plain(retry, "en").sentences())
                .containsExactly(
                        "Agreed with the caller by the agent, on Saturday at 17:00, although the list is closed then.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | No further attempt is allowed.",
                "fi | Uusia soittoyrityksiä ei sallita.",
                "sv | Inga fler försök är tillåtna."
            })
    void saysThatNoFurtherAttemptIsMade(String language, String said) {
        var givenUp = event("GIVEN_UP", null, json("{'code': 'NO_FURTHER_ATTEMPT'}"), null, null);

        assertThat(plain(givenUp, language).sentences()).containsExactly(said);
    }
}
