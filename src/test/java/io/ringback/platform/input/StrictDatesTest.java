package io.ringback.platform.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;

/** A date in JSON is a date, and a time of day a time of day. */
class StrictDatesTest {

    private final ObjectMapper json = mapper();

    @Test
    void aDateAndATimeOfDayAreRead() throws JsonProcessingException {
        assertThat(json.readValue("\"2026-12-24\"", LocalDate.class)).isEqualTo(LocalDate.of(2026, 12, 24));
        assertThat(json.readValue("\"2028-02-29\"", LocalDate.class)).isEqualTo(LocalDate.of(2028, 2, 29));
        assertThat(json.readValue("\"00:00\"", LocalTime.class)).isEqualTo(LocalTime.MIDNIGHT);
        assertThat(json.readValue("\"23:59\"", LocalTime.class)).isEqualTo(LocalTime.of(23, 59));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"2026-12-23T22:00:00Z\"",
                "\"2026-12-24T00:00:00\"",
                "\"2026-12-24T00:00:00.000+02:00\"",
                "\"2026-12-24T00:00+02:00[Europe/Helsinki]\"",
                "\"2026-12-24 00:00\"",
                "\"2026-12-24Z\"",
                "\"2026-12-24+02:00\"",
                "\"2026-02-29\"",
                "\"2026-13-01\"",
                "\"2026-00-10\"",
                "\"2026-1-5\"",
                "\"20261224\"",
                "\"2026-W52-4\"",
                "\"2026-358\"",
                "\"24.12.2026\"",
                "\"12/24/2026\"",
                "\" 2026-12-24\"",
                "\"2026-12-24 \"",
                "\"+12026-12-24\"",
                "\"-2026-12-24\"",
                "\"２０２６-12-24\"",
                "\"\"",
                "\"today\"",
                "20446",
                "1766534400000",
                "[2026,12,24]",
                "{\"year\":2026}",
                "true",
                "1.5"
            })
    void whatIsNoDateIsRefused(String value) {
        assertThatThrownBy(() -> json.readValue(value, LocalDate.class))
                .isInstanceOfSatisfying(
                        MismatchedInputException.class,
                        refused -> assertThat(JsonProblems.error(refused).message())
                                .isEqualTo("expected a date such as 2026-12-24, without a time"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"24:00\"", "\"24:01\"", "\"25:00\"", "\"08:60\"", "\"8:00\"", "\"08:00:00\"", "\"08:00Z\"",
                "\"08:00+02:00\"", "\"2026-12-24T08:00\"", "\"8 am\"", "\"0800\"", "\"08.00\"", "\" 08:00\"", "\"\"",
                "480", "[8,0]", "true", "8.5"
            })
    void whatIsNoTimeOfDayIsRefused(String value) {
        assertThatThrownBy(() -> json.readValue(value, LocalTime.class))
                .isInstanceOfSatisfying(
                        MismatchedInputException.class,
                        refused -> assertThat(JsonProblems.error(refused).message())
                                .contains("a time of day such as 08:30", "(24:00) is written 00:00"));
    }

    private static ObjectMapper mapper() {
        var builder = Jackson2ObjectMapperBuilder.json();
        new JsonConfiguration().strictJson().customize(builder);
        return builder.build();
    }
}
