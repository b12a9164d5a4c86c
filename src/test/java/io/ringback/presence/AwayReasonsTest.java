package io.ringback.presence;

import static io.ringback.support.Json.json;
import static io.ringback.support.Refusal.invalid;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Agents say what they are away for, in words of the centre's own, and reports tell for how long. */
class AwayReasonsTest extends AgentsWhoAreAway {

    @Test
    void aNewCentreHasTheUsualOnes() {
        assertThat(ids()).contains("lunch", "break", "training", "meeting");
    }

    @ParameterizedTest(name = "{1} for {0}")
    @CsvSource({
        "DO_NOT_DISTURB, lunch, lunch",
        "DO_NOT_DISTURB, Lunch, lunch",
        "DO_NOT_DISTURB, LUNCH, lunch",
        "DO_NOT_DISTURB, Lounas, lunch",
        "OFFWORK, training, training",
        "OFFWORK, Koulutus, training",
        "DO_NOT_DISTURB, Möte, meeting",
        "DO_NOT_DISTURB, '', ''",
        "DO_NOT_DISTURB, '  ', ''"
    })
    void anAgentIsAwayForAReason(String availability, String given, String kept) {
        var answer = away(availability, given);

        assertThat(answer.path("availability").asText()).isEqualTo(availability);
        assertThat(answer.path("awayReason").asText("")).isEqualTo(kept);
        assertThat(Instant.parse(answer.path("awaySince").asText())).isEqualTo(clock.instant());
    }

    @ParameterizedTest
    @ValueSource(strings = {"holiday", "lunch!", "Lu", "lunch break", "null", "%", "'"})
    void whatIsNoReasonOfTheCentreIsRefused(String given) {
        var answer = centre.as(agent)
                .put(
                        "/api/v1/desk/availability",
                        "{\"availability\":\"DO_NOT_DISTURB\",\"reason\":\"%s\"}".formatted(given));

        invalid(answer, "reason");
        assertThat(answer.body()).contains("lunch");
        assertThat(centre.desk(agent).path("availability").asText()).isEqualTo("AVAILABLE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AVAILABLE", "BUSY"})
    void whoIsThereIsNotAway(String availability) {
        invalid(
                centre.as(agent)
                        .put(
                                "/api/v1/desk/availability",
                                json("{'availability':'%s','reason':'lunch'}".formatted(availability))),
                "reason");
    }

    @Test
    void comingBackEndsIt() {
        away("DO_NOT_DISTURB", "lunch");

        var back = away("AVAILABLE", "");

        assertThat(back.get("awayReason").isNull()).isTrue();
        assertThat(back.get("awaySince").isNull()).isTrue();
    }

    @Test
    void theTrailKeepsTheReason() {
        away("DO_NOT_DISTURB", "lunch");

        assertThat(jdbc.sql("""
                                SELECT concat_ws(' ', from_status, to_status, reason) FROM ringback.audit_event
                                WHERE agent_id = ? AND type = 'AVAILABILITY_CHANGED'""").param(agent).query(String.class).list())
                .containsExactly("AVAILABLE DO_NOT_DISTURB lunch");
    }

    @Test
    void eachTimeIsKeptFromAndTo() {
        var from = clock.instant();
        away("DO_NOT_DISTURB", "lunch");
        clock.advance(Duration.ofMinutes(30));
        away("DO_NOT_DISTURB", "meeting");
        clock.advance(Duration.ofMinutes(10));
        away("AVAILABLE", "");

        var absences = own("absences.json");

        assertThat(absences).hasSize(2);
        assertThat(absences.get(0).path("reason").asText()).isEqualTo("lunch");
        assertThat(Instant.parse(absences.get(0).path("from").asText())).isEqualTo(from);
        assertThat(Instant.parse(absences.get(0).path("to").asText())).isEqualTo(from.plus(Duration.ofMinutes(30)));
        assertThat(absences.get(1).path("reason").asText()).isEqualTo("meeting");
        assertThat(Instant.parse(absences.get(1).path("to").asText())).isEqualTo(from.plus(Duration.ofMinutes(40)));
    }

    @Test
    void signingOutEndsItAndComingBackStillAwayBeginsAnother() {
        var browser = centre.signedIn(agent);
        browser.page("/desk");
        away("DO_NOT_DISTURB", "training");
        clock.advance(Duration.ofMinutes(5));
        browser.signOut();
        clock.advance(Duration.ofHours(10));
        centre.desk(agent);
        clock.advance(Duration.ofMinutes(7));
        away("AVAILABLE", "");

        var absences = own("absences.json");

        assertThat(absences).hasSize(2);
        assertThat(lasted(absences.get(0))).isEqualTo(Duration.ofMinutes(5));
        assertThat(lasted(absences.get(1))).isEqualTo(Duration.ofMinutes(7));
    }

    @Test
    void whoHasGoneHomeIsNotAbsent() {
        away("OFFWORK", "");

        assertThat(own("absences.json")).isEmpty();
    }

    @Test
    void aDayTellsHowLongByReason() {
        var noon =
                clock.instant().truncatedTo(java.time.temporal.ChronoUnit.DAYS).plus(Duration.ofHours(34));
        clock.set(noon);
        away("DO_NOT_DISTURB", "lunch");
        clock.advance(Duration.ofMinutes(30));
        away("DO_NOT_DISTURB", "");
        clock.advance(Duration.ofMinutes(1));
        away("DO_NOT_DISTURB", "lunch");
        clock.advance(Duration.ofMinutes(12));
        away("AVAILABLE", "");

        var days = own("time-away.json");

        assertThat(days).hasSize(2);
        assertThat(days.get(0).get("reason").isNull()).isTrue();
        assertThat(days.get(0).path("away").asText()).isEqualTo("PT1M");
        assertThat(days.get(1).path("reasonName").asText()).isEqualTo("Lunch");
        assertThat(days.get(1).path("away").asText()).isEqualTo("PT42M");
        assertThat(days.get(1).path("awaySeconds").asLong()).isEqualTo(42 * 60);
        assertThat(days.get(1).path("times").asInt()).isEqualTo(2);
    }

    @Test
    void midnightCutsAndWhatIsForgottenCountsForTwelveHours() {
        away("DO_NOT_DISTURB", "training");
        clock.advance(Duration.ofHours(48));

        var days = own("time-away.json");

        assertThat(days.stream()
                        .mapToLong(day -> day.path("awaySeconds").asLong())
                        .sum())
                .isEqualTo(Duration.ofHours(12).toSeconds());
    }

    @Test
    void filesAreNarrowedByTime() {
        var from = clock.instant();
        away("DO_NOT_DISTURB", "lunch");
        clock.advance(Duration.ofMinutes(30));
        away("AVAILABLE", "");

        var half = own("time-away.json?from=%s&to=%s"
                .formatted(from.plus(Duration.ofMinutes(10)), from.plus(Duration.ofMinutes(25))));

        assertThat(half.get(0).path("away").asText()).isEqualTo("PT15M");
        assertThat(own("time-away.json?from=" + from.plus(Duration.ofMinutes(31))))
                .isEmpty();
        assertThat(own("absences.json?to=" + from)).isEmpty();
    }

    private static Duration lasted(JsonNode absence) {
        return Duration.between(
                Instant.parse(absence.path("from").asText()),
                Instant.parse(absence.path("to").asText()));
    }
}
