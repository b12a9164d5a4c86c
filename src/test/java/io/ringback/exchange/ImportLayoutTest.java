package io.ringback.exchange;

import static io.ringback.support.Refusal.conflict;
import static io.ringback.support.Refusal.invalid;
import static io.ringback.support.Refusal.notFound;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringback.support.Centre;
import io.ringback.support.RingbackTest;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files as people have them: their sender is asked where it is not certain how they are read, and mends what is wrong. */
@RingbackTest
class ImportLayoutTest {

    private static final String CSV = "text/csv";

    @Autowired
    private Centre centre;

    @Autowired
    private JdbcClient jdbc;

    private String list;
    private ImportCalls imports;

    @BeforeEach
    void aSupervisorAndAList() {
        list = centre.list();
        imports = new ImportCalls(centre.as(centre.person("SUPERVISOR")));
    }

    @Test
    void aSpreadsheetWithHeadingsOfItsOwnIsAskedAboutMendedAndImported() {
        var sent = sent(
                Sheets.with(sheet -> {
                    sheet.value(0, 0, "Asiakas");
                    sheet.value(0, 1, "Puhelin");
                    sheet.value(0, 2, "Soittoaika");
                    sheet.value(0, 3, "Kampanja");
                    sheet.value(1, 0, "Päivi");
                    sheet.value(1, 1, centre.newNumber());
                    sheet.value(1, 2, LocalDateTime.of(2099, 12, 9, 9, 30));
                    sheet.style(1, 2).format("d.m.yyyy h:mm").set();
                    sheet.value(1, 3, "Syksy");
                    sheet.value(2, 0, "Matti");
                    sheet.value(2, 1, "nonsense");
                }),
                ExportFormat.XLSX_TYPE);
        assertThat(sent.path("state").asText()).isEqualTo("ASKING");
        conflict(imports.confirm(sent, true));
        var layout = imports.part(sent, "layout").json();
        assertThat(layout.path("sheet").asText()).isEqualTo("Calls");
        assertThat(ImportCalls.texts(layout.path("columns"), "field"))
                .containsExactly("callerName", "phoneNumber", "dueAt", "attr:Kampanja");

        var checked =
                ok(imports.settle(sent, "{\"columns\":[\"callerName\",\"phoneNumber\",\"-\",\"attr:campaign\"]}"));

        assertThat(checked.path("state").asText()).isEqualTo("CHECKED");
        assertThat(checked.path("valid").asInt()).isEqualTo(1);
        assertThat(ImportCalls.texts(checked.path("errors"), "code")).containsExactly("NOT_A_NUMBER");
        var mended = ok(imports.mend(
                checked, "{\"mends\":[{\"row\":3,\"column\":1,\"text\":\"%s\"}]}".formatted(centre.newNumber())));
        assertThat(mended.path("valid").asInt()).isEqualTo(2);
        var rows = imports.part(mended, "rows").json().path("items");
        assertThat(ImportCalls.texts(rows, "callerName")).containsExactly("Päivi", "Matti");
        assertThat(rows.at("/0/attributes/campaign").asText()).isEqualTo("Syksy");
        var done = imports.run(mended, false);
        assertThat(done.at("/result/created").asInt()).isEqualTo(2);
        assertThat(jdbc.sql(
                                "SELECT count(*) FROM ringback.import_file WHERE id = ? AND (kept IS NOT NULL OR mends IS NOT NULL)")
                        .param(Centre.id(done))
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void whatColumnsMeanIsRememberedForTheList() {
        var csv = "Puhelin;Huom\n%s;a\n";
        var first = sent(csv.formatted(centre.newNumber()));
        ok(imports.settle(first, "{\"columns\":[\"phoneNumber\",\"attr:note\"]}"));

        var second = sent(csv.formatted(centre.newNumber()).replace("Puhelin", "PUHELIN:"));

        assertThat(second.path("state").asText()).isEqualTo("CHECKED");
        assertThat(imports.part(second, "rows")
                        .json()
                        .at("/items/0/attributes/note")
                        .asText())
                .isEqualTo("a");
        list = centre.list();
        assertThat(sent(csv.formatted(centre.newNumber())).path("state").asText())
                .isEqualTo("ASKING");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "9.12.2099 09:30 | '' | 2099-12-09T07:30:00Z",
                "2099-12-09 09:30 | '' | 2099-12-09T07:30:00Z",
                "2099-12-09T09:30:00+05:00 | '' | 2099-12-09T04:30:00Z",
                "13/12/2099 09:30 | '' | 2099-12-13T07:30:00Z",
                "9/12/2099 09:30 | DAY_FIRST | 2099-12-09T07:30:00Z",
                "9/12/2099 9:30 AM | MONTH_FIRST | 2099-09-12T06:30:00Z"
            })
    void localTimesAreThoseOfTheListAndTheOrderOfDaysIsAskedWhereItIsUnclear(
            String time, String order, String expected) {
        var sent = sent("phoneNumber,notBefore\n%s,%s\n".formatted(centre.newNumber(), time));
        var file = sent;
        if (!order.isEmpty()) {
            assertThat(sent.path("state").asText()).isEqualTo("ASKING");
            invalid(imports.settle(sent, "{\"columns\":[\"phoneNumber\",\"notBefore\"]}"), "dayOrder");
            file = ok(imports.settle(
                    sent, "{\"columns\":[\"phoneNumber\",\"notBefore\"],\"dayOrder\":\"%s\"}".formatted(order)));
        }

        assertThat(file.path("state").asText()).isEqualTo("CHECKED");
        var items = imports.part(file, "rows").json().path("items");
        // A time so far ahead is refused, but it was read.
        assertThat(
                        items.isEmpty()
                                ? ImportCalls.texts(file.path("errors"), "code").toString()
                                : items.toString())
                .containsAnyOf("TOO_FAR_AHEAD", expected);
    }

    @Test
    void theEncodingIsGuessedShownAndChangedBeforeAnythingIsImported() {
        var bytes = "phoneNumber;callerName\n%s;Иванова\n"
                .formatted(centre.newNumber())
                .getBytes(Charset.forName("windows-1251"));
        var sent = ok(imports.ask(bytes, CSV, "&listId=" + list));
        assertThat(imports.part(sent, "layout").json().path("encoding").asText())
                .isEqualTo("windows-1252");
        assertThat(imports.part(sent, "layout").json().path("isGuessed").asBoolean())
                .isTrue();

        var asked = ok(imports.settle(sent, "{\"encoding\":\"windows-1251\"}"));

        assertThat(asked.path("state").asText()).isEqualTo("ASKING");
        assertThat(imports.part(sent, "layout")
                        .json()
                        .at("/columns/1/examples/0")
                        .asText())
                .isEqualTo("Иванова");
        var checked = ok(
                imports.settle(asked, "{\"encoding\":\"windows-1251\",\"columns\":[\"phoneNumber\",\"callerName\"]}"));
        assertThat(imports.part(checked, "rows")
                        .json()
                        .at("/items/0/callerName")
                        .asText())
                .isEqualTo("Иванова");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"columns\":[\"phoneNumber\"]} | columns",
                "{\"columns\":[\"phoneNumber\",\"phoneNumber\"]} | column 2",
                "{\"columns\":[\"-\",\"callerName\"]} | phoneNumber",
                "{\"columns\":[\"phoneNumber\",\"nonsense\"]} | header",
                "{\"encoding\":\"KLINGON\"} | encoding",
                "{\"columns\":[\"phoneNumber\",null]} | columns[1]"
            })
    void aLayoutThatCannotBeIsRefused(String layout, String field) {
        invalid(imports.settle(sent("Puhelin;Nimi\n%s;a\n".formatted(centre.newNumber())), layout), field);
    }

    @ParameterizedTest
    @CsvSource({"7, 0", "2, 9", "0, 0", "1, 0"})
    void onlyCellsThatThereAreAreMended(int row, int column) {
        var file = sent("phoneNumber,callerName\nnonsense,a\n");

        invalid(
                imports.mend(file, "{\"mends\":[{\"row\":%s,\"column\":%s,\"text\":\"x\"}]}".formatted(row, column)),
                "mends");
    }

    @Test
    void aRowThatCouldNotBeReadIsMendedByWritingAllOfIt() {
        var file = sent("phoneNumber,callerName\n\"%s\" x,a,more\n".formatted(centre.newNumber()));
        assertThat(file.path("invalid").asInt()).isEqualTo(1);

        var mended = ok(imports.mend(
                file,
                "{\"mends\":[{\"row\":2,\"column\":0,\"text\":\"%s\"},{\"row\":2,\"column\":1,\"text\":\"Ann\"}]}"
                        .formatted(centre.newNumber())));

        assertThat(mended.path("valid").asInt()).isEqualTo(1);
    }

    @Test
    void nobodyElseSeesOrChangesIt() {
        var file = sent("Puhelin\n%s\n".formatted(centre.newNumber()));
        var other = new ImportCalls(centre.as(centre.person("SUPERVISOR")));

        notFound(other.part(file, "layout"));
        notFound(other.part(file, "rows"));
        notFound(other.settle(file, "{\"columns\":[\"phoneNumber\"]}"));
        notFound(other.mend(file, "{\"mends\":[{\"row\":2,\"column\":0,\"text\":\"x\"}]}"));
    }

    @Test
    void oneOfAProgramOrThatIsConfirmedIsNoLongerChanged() {
        var exact = imports.look("phoneNumber\n%s\n".formatted(centre.newNumber()), "?listId=" + list);
        conflict(imports.part(exact, "layout"));
        var file = sent("phoneNumber\n%s\n".formatted(centre.newNumber()));
        imports.run(file, false);

        conflict(imports.settle(file, "{\"columns\":[\"phoneNumber\"]}"));
        conflict(imports.mend(file, "{\"mends\":[{\"row\":2,\"column\":0,\"text\":\"x\"}]}"));
    }

    private JsonNode sent(String csv) {
        return sent(csv.getBytes(StandardCharsets.UTF_8), CSV);
    }

    private JsonNode sent(byte[] file, String type) {
        return ok(imports.ask(file, type, "&listId=" + list));
    }

    private static JsonNode ok(io.ringback.support.Http.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isBetween(200, 299);
        return answer.json();
    }
}
