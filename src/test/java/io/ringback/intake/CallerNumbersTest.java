package io.ringback.intake;

import static io.ringback.support.Json.json;
import static io.ringback.support.Refusal.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringback.support.Centre;
import io.ringback.support.Http;
import io.ringback.support.RingbackTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whose number it is: withheld callers become no case, and whatever was answered as a number is found by it. */
@RingbackTest
class CallerNumbersTest {

    @Autowired
    private Centre centre;

    @Autowired
    private JdbcClient jdbc;

    @ParameterizedTest
    @CsvSource({
        "US, +86282452253, WITHHELD_NUMBER",
        "US, 9999999999, WITHHELD_NUMBER",
        "FI, 0000000000, WITHHELD_NUMBER",
        "FI, anonymous, WITHHELD_NUMBER",
        "DE, 491773333333, AMBIGUOUS_NUMBER",
        "DE, 116117, SHORT_NUMBER",
        "FI, 401234567.0, SPREADSHEET_NUMBER",
        "FI, +881612345678, SPECIAL_NUMBER"
    })
    void whatIsNobodysNumberIsRefusedByACodeAndStoredNowhere(String region, String number, String code) {
        var list = centre.list(Map.of("region", Centre.quoted(region)));

        var answer = request(list, number);

        refused(answer, 422, "validation");
        assertThat(answer.json().at("/errors/0/code").asText()).isEqualTo(code);
        assertThat(found(list, null)).isEmpty();
    }

    @Test
    void aListMayAllowSpecialNumbers() {
        var list = centre.list(Map.of("specialNumbers", "true"));

        assertThat(request(list, "+881612345678").status()).isEqualTo(201);
        assertThat(request(list, "0600 123456").json().path("phoneNumber").asText())
                .isEqualTo("+358600123456");
    }

    @Test
    void aNumberCopiedWithInvisibleMarksIsRead() {
        var answer = request(centre.list(), "\u202a+358\u202f40\u20118881234\u202c");

        assertThat(answer.json().path("phoneNumber").asText()).isEqualTo("+358408881234");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+358000000000", "+35846701234567", "+86282452253", "+49116117", "+358401234567"})
    void whatWasAnsweredIsFoundByThatTextWhateverRuleHasTakenIt(String stored) {
        var list = centre.list();
        var callback = storedAs(stored, list);

        assertThat(found(list, stored)).containsExactly(Centre.id(callback).toString());
        assertThat(cancel("{'phoneNumber':'%s','listId':'%s','reason':'served'}", stored, list))
                .isEqualTo(1);
        assertThat(centre.status(callback)).isEqualTo("CANCELLED");
    }

    @Test
    void whatWasAnsweredIsCancelledOnAllListsAtOnce() {
        var callback = storedAs("+358000000001", centre.list());

        assertThat(cancel("{'phoneNumber':'+358000000001','reason':'served'}")).isEqualTo(1);

        assertThat(centre.status(callback)).isEqualTo("CANCELLED");
    }

    @Test
    void theTextThatOlderRulesReadOtherwiseIsFoundByBothReadings() {
        var list = centre.list();
        var callback = storedAs("+35846701234567", list);

        assertThat(found(list, "46701234567"))
                .containsExactly(Centre.id(callback).toString());
    }

    /** As if an older version had taken it. */
    private JsonNode storedAs(String e164, String list) {
        var callback = centre.request(list, centre.newNumber());
        jdbc.sql("UPDATE ringback.callback SET phone_number = ? WHERE id = ?")
                .params(e164, Centre.id(callback))
                .update();
        return callback;
    }

    private Http.Answer request(String list, String number) {
        return centre.as(centre.person("INTEGRATOR"))
                .post("/api/v1/callbacks", json("{'listId':'%s','phoneNumber':'%s','source':'IVR'}", list, number));
    }

    private Iterable<String> found(String list, @Nullable String number) {
        var query = number == null ? "" : "&phoneNumber=" + URLEncoder.encode(number, StandardCharsets.UTF_8);
        var answer = centre.as(centre.person("SUPERVISOR")).get("/api/v1/callbacks?listId=" + list + query);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().path("items").findValuesAsText("id");
    }

    private int cancel(String body, Object... args) {
        var answer = centre.as(centre.person("INTEGRATOR")).post("/api/v1/callbacks/cancel", json(body, args));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().path("cancelled").asInt();
    }
}
