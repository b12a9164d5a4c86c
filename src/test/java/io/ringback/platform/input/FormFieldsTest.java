package io.ringback.platform.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ringback.platform.problem.InvalidField;
import io.ringback.platform.problem.Malformed;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validation;
import jakarta.validation.constraints.Max;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;

/** What the fields of a form mean to the API. */
class FormFieldsTest {

    private final FormFields forms =
            new FormFields(mapper(), Validation.buildDefaultValidatorFactory().getValidator());

    record Entered(
            @Nullable String name,
            @Nullable Boolean ticked,
            boolean chosen,
            @Nullable @Max(10) Integer amount,
            @Nullable Long version,
            @Nullable Duration pause,
            @Nullable DayOfWeek day,
            @Nullable List<String> lines,
            @Nullable Set<DayOfWeek> days,
            @Nullable List<Span> spans,
            @Nullable List<Duration> pauses,
            @Nullable Map<String, String> further) {}

    record Span(DayOfWeek day, LocalTime from) {}

    static Stream<Arguments> fields() {
        return Stream.of(
                row("name", "Sales", sent("name", "Sales")),
                row("name", " Sales ", sent("name", " Sales ")),
                row("name", null, sent("name", "")),
                row("name", null, sent("name", " \t")),
                row("name", null, sent("other", "Sales")),
                row("ticked", true, sent("ticked", "true")),
                row("ticked", false, sent("other", "true")),
                row("ticked", false, sent("ticked", "false")),
                row("chosen", false, Map.of()),
                row("amount", 7, sent("amount", "7")),
                row("amount", 7, sent("amount", " 7 ")),
                row("amount", null, sent("amount", "")),
                row("amount", null, Map.of()),
                row("version", 12_345_678_901L, sent("version", "12345678901")),
                row("pause", Duration.ofMinutes(90), sent("pause", "90", "PT%M")),
                row("pause", Duration.ofMillis(1500), sent("pause", "1.5", "PT%S")),
                row("pause", Duration.ofDays(2), sent("pause", " 2", "P%D")),
                row("pause", Duration.ofSeconds(5), sent("pause", "PT5S")),
                row("pause", null, sent("pause", "", "PT%M")),
                row("pause", null, sent("pause", " ", "PT%M")),
                row("day", DayOfWeek.MONDAY, sent("day", "MONDAY")),
                row("day", null, sent("day", "")),
                row("lines", List.of("a", "b"), sent("lines", "a", "b")),
                row("lines", List.of("a", "b", "c"), sent("lines", " a\r\n\r\nb \nc\n")),
                row("lines", List.of(), sent("lines", " \n")),
                row("lines", List.of(), Map.of()),
                row("days", Set.of(DayOfWeek.MONDAY, DayOfWeek.SUNDAY), sent("days", "SUNDAY", "MONDAY")),
                row("days", Set.of(), Map.of()),
                row(
                        "spans",
                        List.of(new Span(DayOfWeek.FRIDAY, LocalTime.of(8, 30))),
                        sent("spans", "[{\"day\": \"FRIDAY\", \"from\": \"08:30\"}]")),
                row("spans", List.of(), sent("spans", "[]")),
                row("spans", List.of(), sent("spans", "")),
                row("spans", List.of(), Map.of()),
                row("pauses", List.of(), sent("pauses", "", "PT%M")),
                row("pauses", List.of(), Map.of()),
                row("pauses", minutes(5), sent("pauses", "5", "PT%M")),
                row("pauses", minutes(5, 15, 60), sent("pauses", " 5, 15,60 ", "PT%M")),
                row("pauses", minutes(5, 15, 60), sent("pauses", "5 15;60", "PT%M")),
                row("pauses", List.of(Duration.ofSeconds(90)), sent("pauses", "1.5", "PT%M")),
                row("pauses", List.of(Duration.ofDays(2)), sent("pauses", "2", "P%D")),
                row("pauses", minutes(5), sent("pauses", "PT5M")),
                row("further", Map.of("order", "47"), sent("further", "{\"order\": \"47\"}")),
                row("further", null, sent("further", "")),
                row("further", null, Map.of()));
    }

    private static List<Duration> minutes(long... amounts) {
        return LongStream.of(amounts).mapToObj(Duration::ofMinutes).toList();
    }

    @ParameterizedTest
    @MethodSource("fields")
    void aFieldIsReadAsWhatItIsFor(String field, @Nullable Object meant, Map<String, String[]> sent) throws Exception {
        var entered = forms.checked(Entered.class, sent);

        assertThat(Entered.class.getDeclaredMethod(field).invoke(entered)).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource({
        "amount, seven",
        "amount, 7.5",
        "amount, 0x7",
        "amount, 99999999999",
        "version, 1e3",
        "pause, soon",
        "day, Monday",
        "day, 1",
        "days, MONDAY MONDAY"
    })
    void whatCannotBeReadIsRefusedAtItsField(String field, String written) {
        assertThatThrownBy(() -> forms.checked(Entered.class, sent(field, written)))
                .isInstanceOfSatisfying(
                        InvalidField.class,
                        refused -> assertThat(refused.errors().get(0).field()).startsWith(field));
    }

    @Test
    void anAmountWithoutSenseIsRefusedAsADuration() {
        assertThatThrownBy(() -> forms.checked(Entered.class, sent("pause", "many", "PT%M")))
                .isInstanceOfSatisfying(
                        InvalidField.class,
                        refused -> assertThat(refused.errors()).first().satisfies(error -> {
                            assertThat(error.field()).isEqualTo("pause");
                            assertThat(error.message()).contains("a duration such as PT2M");
                        }));
    }

    @Test
    void whatIsReadIsCheckedAsTheApiDoes() {
        assertThatThrownBy(() -> forms.checked(Entered.class, sent("amount", "11")))
                .isInstanceOf(ConstraintViolationException.class);
    }

    @ParameterizedTest
    @CsvSource({"[", "{}", "[{]", "'[{\"day\": \"FRIDAY\"', '"})
    void aListThatIsNoneIsRefused(String written) {
        assertThatThrownBy(() -> forms.checked(Entered.class, sent("spans", written)))
                .isInstanceOfAny(Malformed.class, InvalidField.class);
    }

    @Test
    void fieldsThatMeanNothingAreLeftAlone() throws JsonProcessingException {
        var fields = new HashMap<>(sent("name", "Sales"));
        fields.putAll(sent("_csrf", "token"));

        assertThat(forms.read(Entered.class, fields).name()).isEqualTo("Sales");
    }

    private static Arguments row(String field, @Nullable Object meant, Map<String, String[]> sent) {
        return Arguments.of(field, meant, sent);
    }

    private static Map<String, String[]> sent(String field, String... values) {
        return Map.of(field, values);
    }

    private static ObjectMapper mapper() {
        var builder = Jackson2ObjectMapperBuilder.json();
        new JsonConfiguration().strictJson().customize(builder);
        return builder.build();
    }
}
