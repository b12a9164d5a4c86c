package io.ringback.platform.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;

/** What the fields of a request take for absent, and what they take for a date or a time of day. */
class StrictJsonTest {

    private static final ObjectMapper JSON = mapper();

    record Fields(
            @Nullable String mayBeLeftOut,
            @NotBlank String needed,
            @NotNull String asItIs,
            @Nullable LocalDate date,
            @Nullable LocalTime time,
            @Nullable List<String> texts,
            @Nullable Map<String, Object> answers) {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\t",
                "\r\n",
                "\u00a0",
                "\u2007",
                "\u3000",
                "\u200b",
                "\u200e",
                "\ufeff",
                "\u2800",
                "\u3164",
                " \u00a0\t"
            })
    void aBlankTextIsAbsentWhereItMayBeOrMustNotBeBlank(String blank) throws JsonProcessingException {
        var written = JSON.writeValueAsString(
                Map.of("mayBeLeftOut", blank, "needed", blank, "asItIs", blank, "texts", List.of(blank)));

        var read = JSON.readValue(written, Fields.class);

        assertThat(read.mayBeLeftOut()).isNull();
        assertThat(read.needed()).isNull();
        assertThat(read.asItIs()).isEqualTo(blank);
        assertThat(read.texts()).containsExactly(blank);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", " a ", "0", "null", ".", "\u00a0-", "ä", "日本"})
    void anyOtherTextStaysAsItIs(String text) throws JsonProcessingException {
        var read = JSON.readValue(JSON.writeValueAsString(Map.of("mayBeLeftOut", text, "needed", text)), Fields.class);

        assertThat(read.mayBeLeftOut()).isEqualTo(text);
        assertThat(read.needed()).isEqualTo(text);
    }

    @Test
    void answersToAFormAreLeftAsTheyAre() throws JsonProcessingException {
        var read = JSON.readValue("{\"answers\":{\"a\":\" \",\"b\":\"2026-12-23T22:00:00Z\"}}", Fields.class);

        assertThat(read.answers()).isEqualTo(Map.of("a", " ", "b", "2026-12-23T22:00:00Z"));
    }

    @Test
    void aDateIsADate() throws JsonProcessingException {
        assertThat(JSON.readValue("{\"date\":\"2028-02-29\"}", Fields.class).date())
                .isEqualTo("2028-02-29");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"2026-12-23T22:00:00Z\"",
                "\"2026-12-23T00:00:00+02:00\"",
                "\"2026-12-23T00:00:00\"",
                "\"2026-12-23T\"",
                "\"2026-12-23Z\"",
                "\"2026-12-23+02:00\"",
                "\"2026-12-23 \"",
                "\"20261223\"",
                "\"2026-W52-3\"",
                "\"2026-357\"",
                "\"2026-02-30\"",
                "\"2026-13-01\"",
                "\"23.12.2026\"",
                "\"+102026-12-23\"",
                "\"\"",
                "[2026,12,23]",
                "20450",
                "1798063200000",
                "{}",
                "true"
            })
    void whatIsNoDateIsToldSo(String value) {
        assertThatThrownBy(() -> JSON.readValue("{\"date\":%s}".formatted(value), Fields.class))
                .isInstanceOfSatisfying(MismatchedInputException.class, refusal -> {
                    assertThat(JsonProblems.path(refusal)).isEqualTo("date");
                    assertThat(JsonProblems.error(refusal).message()).contains("a date such as 2026-12-24");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"00:00", "08:30", "23:59"})
    void aTimeOfDayIsInHoursAndMinutes(String time) throws JsonProcessingException {
        assertThat(JSON.readValue("{\"time\":\"%s\"}".formatted(time), Fields.class)
                        .time())
                .isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"24:00\"", "\"24:00:00\"", "\"24:01\"", "\"25:00\"", "\"8:00\"", "\"08:60\"", "\"08:00:00\"",
                        "\"08:00Z\"",
                "\"08.00\"", "\"0800\"", "\"8 am\"", "\"\"", "[8,0]", "8", "28800", "{}"
            })
    void whatIsNoTimeOfDayIsToldSo(String value) {
        assertThatThrownBy(() -> JSON.readValue("{\"time\":%s}".formatted(value), Fields.class))
                .isInstanceOfSatisfying(
                        MismatchedInputException.class,
                        refusal -> assertThat(JsonProblems.error(refusal).message())
                                .contains("such as 08:30", "(24:00) is written 00:00"));
    }

    static ObjectMapper mapper() {
        var builder = Jackson2ObjectMapperBuilder.json();
        new JsonConfiguration().strictJson().customize(builder);
        return builder.build();
    }
}
