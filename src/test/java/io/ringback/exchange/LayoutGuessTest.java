package io.ringback.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the columns of a file probably are, and whether somebody has to be asked. */
class LayoutGuessTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Phone | phoneNumber",
                "Phone number | phoneNumber",
                "PHONE_NUMBER | phoneNumber",
                "Tel. | phoneNumber",
                "Mobile | phoneNumber",
                "Puhelin | phoneNumber",
                "Puh.nro | phoneNumber",
                "Puhelinnumero | phoneNumber",
                "Kännykkä | phoneNumber",
                "Telefon | phoneNumber",
                "Telefonnummer | phoneNumber",
                "Name | callerName",
                "Asiakkaan nimi | callerName",
                "Namn | callerName",
                "Kö | listId",
                "Jono | listId",
                "Ärendenummer | externalId",
                "Viite | externalId",
                "Aikaisintaan | notBefore",
                "Ring senast | dueAt",
                "Due date | dueAt",
                "Vanhenee | expiresAt",
                "Källa | source",
                "attr:order | attr:order",
                "Kampanja | attr:Kampanja",
                "Muu  tieto | attr:Muu tieto"
            })
    void headingsOfOtherSystemsAreProposed(String heading, String field) {
        assertThat(guess("\"%s\"\nx".formatted(heading), Map.of()).layout().columns())
                .containsExactly(field);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "phoneNumber,callerName | true",
                "PHONENUMBER,attr:order | true",
                "Puhelin,Nimi | false",
                "phoneNumber,Kampanja | false",
                "callerName | false",
                "phoneNumber,phoneNumber | true"
            })
    void whoNamesTheColumnsAsWeDoIsNotAsked(String header, boolean certain) {
        assertThat(guess(header + "\n1,2", Map.of()).isCertain()).isEqualTo(certain);
    }

    @Test
    void whatWasSaidBeforeIsNotAskedAgain() {
        var remembered = Map.of("puhelin", "phoneNumber", "kampanja", "-");

        var guess = guess("PUHELIN:;Kampanja\n1;2", remembered);

        assertThat(guess.isCertain()).isTrue();
        assertThat(guess.layout().columns()).containsExactly("phoneNumber", "-");
    }

    @Test
    void twoColumnsAreNeverTheSame() {
        assertThat(guess("Puhelin;Telefon;Puhelin\n1;2;3", Map.of()).layout().columns())
                .containsExactly("phoneNumber", "attr:Telefon", "attr:Puhelin");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "9/12/2026 09:30 | '' | false",
                "13/12/2026 09:30 | DAY_FIRST | true",
                "12/13/2026 09:30 | MONTH_FIRST | true",
                "9.12.2026 09:30 | '' | true",
                "2026-12-09T09:30:00+02:00 | '' | true"
            })
    void theOrderOfDayAndMonthIsAskedOnlyWhereItIsUnclear(String time, String order, boolean certain) {
        var guess = guess("phoneNumber;dueAt\n1;" + time, Map.of());

        assertThat(guess.isCertain()).isEqualTo(certain);
        assertThat(guess.layout().dayOrder()).isEqualTo(order.isEmpty() ? null : DayOrder.valueOf(order));
    }

    private static LayoutGuess guess(String csv, Map<String, String> remembered) {
        return LayoutGuess.of(CsvFile.read(csv.getBytes(StandardCharsets.UTF_8)), FileLayout.EXACT, remembered, true);
    }
}
