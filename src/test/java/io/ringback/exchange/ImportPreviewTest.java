package io.ringback.exchange;

import static io.ringback.support.Refusal.conflict;
import static io.ringback.support.Refusal.invalid;
import static io.ringback.support.Refusal.notFound;
import static io.ringback.support.Refusal.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.support.Centre;
import io.ringback.support.MovableClock;
import io.ringback.support.RingbackTest;
import java.time.Duration;
import java.util.Map;
import java.util.ResourceBundle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A file is looked at: what is wrong, by row and column, and what would be stored. */
@RingbackTest
class ImportPreviewTest {

    @Autowired
    private Centre centre;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ImportSweep sweep;

    private String list;
    private ImportCalls imports;

    @BeforeEach
    void aSupervisorAndAList() {
        list = centre.list();
        imports = new ImportCalls(centre.as(centre.person("SUPERVISOR")));
    }

    @Test
    void nothingIsStoredUnlessConfirmed() {
        var file = imports.look("listId,phoneNumber\n%s,%s\n".formatted(list, centre.newNumber()));

        assertThat(file.path("state").asText()).isEqualTo("CHECKED");
        assertThat(file.path("rows").asInt()).isEqualTo(1);
        assertThat(file.path("valid").asInt()).isEqualTo(1);
        assertThat(callbacks()).isZero();
    }

    @Test
    void aMisplacedQuotationMarkIsToldWithItsRowAndSpoilsNoOther() {
        var file = imports.look(
                "phoneNumber;callerName\n%s;Maija\n%s;\"Matti\" M\n%s;\"lone\n%s; \"Ville\"\n"
                        .formatted(centre.newNumber(), centre.newNumber(), centre.newNumber(), centre.newNumber()),
                "?listId=" + list);

        assertThat(file.path("valid").asInt()).isEqualTo(2);
        assertThat(ImportCalls.texts(file.path("errors"), "row")).containsExactly("3", "4");
        assertThat(ImportCalls.texts(file.path("errors"), "code"))
                .containsExactly("TEXT_AFTER_QUOTE", "QUOTE_NOT_CLOSED");
        assertThat(file.at("/errors/0/value").asText()).endsWith("\"Matti\" M");
    }

    @Test
    void bothReadingsOfANumberAreShownUntilTheImportIsConfirmed() {
        var german = centre.list(Map.of("region", "\"DE\""));

        var file = imports.look("phoneNumber\n491773333333\n0301234567\n", "?listId=" + german);

        assertThat(file.at("/errors/0/code").asText()).isEqualTo("AMBIGUOUS_NUMBER");
        assertThat(file.at("/errors/0/value").asText())
                .isEqualTo("491773333333 = +49 491 773333333 or +49 177 3333333");
        var done = imports.run(file, true);
        assertThat(done.at("/errors/0").toString()).doesNotContain("3333333");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "phoneNumber | 12 | IMPOSSIBLE_NUMBER",
                "phoneNumber | call me | NOT_A_NUMBER",
                "phoneNumber | '' | MISSING",
                "source | PIGEON | UNKNOWN_SOURCE",
                "notBefore | tomorrow | NOT_A_TIME",
                "notBefore | 2026-03-29T12:00:00 | NOT_A_TIME",
                "notBefore | 2001-01-01T00:00:00Z | IN_THE_PAST",
                "dueAt | 2001-01-01T00:00:00Z | IN_THE_PAST",
                "expiresAt | 2001-01-01T00:00:00Z | IN_THE_PAST",
                "listId | no-such-list | UNKNOWN_LIST",
                "attr:order | VERY-LONG | NOT_PLAIN",
                "callerName | VERY-LONG | NOT_PLAIN"
            })
    void whatIntakeRefusesIsToldByRowAndColumn(String column, String value, String code) {
        var cells = new java.util.TreeMap<>(Map.of("listId", list, "phoneNumber", centre.newNumber()));
        var good = "%s,%s,".formatted(list, centre.newNumber());
        cells.put(column, value.replace("VERY-LONG", "x".repeat(1001)));
        var further = cells.containsKey(column) && !column.equals("listId") && !column.equals("phoneNumber");
        var csv = "listId,phoneNumber,%s\n%s\n%s,%s,%s\n"
                .formatted(
                        further ? column : "callerName",
                        good,
                        cells.get("listId"),
                        cells.get("phoneNumber"),
                        further ? cells.get(column) : "");

        var file = imports.look(csv);

        assertThat(file.path("valid").asInt()).isEqualTo(1);
        assertThat(file.path("invalid").asInt()).isEqualTo(1);
        assertThat(file.path("errors")).hasSize(1);
        assertThat(file.at("/errors/0/row").asInt()).isEqualTo(3);
        assertThat(file.at("/errors/0/column").asText()).isEqualTo(column);
        assertThat(file.at("/errors/0/code").asText()).isEqualTo(code);
        assertThat(file.at("/errors/0/value").asText()).isEqualTo(shown(value));
        assertThat(file.at("/errors/0/message").asText()).isNotBlank().doesNotContain("pigeon", "java.");
    }

    @Test
    void whatIsWrongIsShownWithoutWhatNoTextMayHoldAndForgottenOnceConfirmed() {
        var good = "%s,%s,,\n".formatted(list, centre.newNumber());
        var bad = "%s,%s,a\0b,extra\n".formatted(list, centre.newNumber());

        var file = imports.look("listId,phoneNumber,callerName\n" + good + bad);

        assertThat(ImportCalls.texts(file.path("errors"), "value")).containsExactly("extra", "a\uFFFDb");
        var done = imports.run(file, true);
        assertThat(ImportCalls.texts(done.path("errors"), "code")).containsExactly("EXTRA_CELL", "NOT_PLAIN");
        assertThat(done.path("errors"))
                .allSatisfy(error -> assertThat(error.path("value").isNull()).isTrue());
    }

    @Test
    void aRowMayHaveSeveralErrors() {
        var file = imports.look("listId,phoneNumber,source,dueAt\n%s,1,X,Y\n".formatted(list));

        assertThat(ImportCalls.texts(file.path("errors"), "column")).containsExactly("dueAt", "source");
        assertThat(file.path("valid").asInt()).isZero();
        conflict(imports.confirm(file, true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | file | NO_HEADER",
                "listId,phoneNumber | file | NO_ROWS",
                "listId,phoneNumber,\"a | file | NOT_CSV",
                "listId | phoneNumber | NO_NUMBER_COLUMN",
                "phoneNumber | listId | NO_LIST_COLUMN",
                "listId,phoneNumber,notBefor | header | UNKNOWN_COLUMN",
                "listId,phoneNumber,PHONENUMBER | column 3 | COLUMN_TWICE",
                "listId,,phoneNumber | column 2 | UNNAMED_COLUMN"
            })
    void aFileThatCannotBeUsedIsRefusedAsAWhole(String header, String field, String code) {
        var answer = imports.send(header, "");

        invalid(answer, field);
        assertThat(ImportCalls.texts(answer.json().path("errors"), "code")).containsExactly(code);
        assertThat(ResourceBundle.getBundle("messages.exchange").containsKey("js.import.error." + code))
                .isTrue();
    }

    @Test
    void unknownColumnsAreNamedAsWrittenAndWhatIsPossibleIsToldOnce() {
        var answer = imports.send("listId,phoneNumber,Nimi,a\u202eb," + "x".repeat(80) + "\n", "");

        var error = answer.json().path("errors");
        assertThat(error).hasSize(1);
        assertThat(error.get(0).path("value").asText()).isEqualTo("Nimi, a\uFFFDb, " + "x".repeat(59) + "…");
        assertThat(error.get(0).path("message").asText())
                .contains("phoneNumber, listId, callerName")
                .doesNotContain("[");
    }

    @Test
    void anUnknownSourceIsRefused() {
        invalid(imports.send("phoneNumber\n0401234567\n", "?source=PIGEON"), "source");
    }

    @Test
    void onlyTheSenderSeesIt() {
        var file = imports.look("listId,phoneNumber\n%s,%s\n".formatted(list, centre.newNumber()));
        var other = new ImportCalls(centre.as(centre.person("SUPERVISOR")));

        notFound(other.get(file));
        notFound(other.confirm(file, true));
        assertThat(imports.get(file).status()).isEqualTo(200);
    }

    @Test
    void whatIsNotConfirmedWithinAnHourIsDeleted() {
        var file = imports.look("listId,phoneNumber\n%s,%s\n".formatted(list, centre.newNumber()));

        clock.advance(Duration.ofHours(1));

        notFound(imports.get(file));
        notFound(imports.confirm(file, false));
        sweep.runOnce();
        assertThat(jdbc.sql("SELECT count(*) FROM ringback.import_row WHERE import_id = ?::uuid")
                        .param(file.path("id").asText())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void tooLargeAFileIsRefusedAndOnlyHereAreFilesAllowedAtAll() {
        var large = "phoneNumber\n" + "0401234567 \n".repeat(200_000);

        assertThat(large.length()).isLessThan(5 * 1024 * 1024);
        refused(imports.send(large.repeat(3), ""), 413, "payload-too-large");
        refused(
                centre.as(centre.person("SUPERVISOR")).post("/api/v1/callbacks", "{\"x\":\"%s\"}".formatted(large)),
                413,
                "payload-too-large");
        invalid(imports.send(large, ""), "file");
    }

    @Test
    void anotherMediaTypeIsRefused() {
        refused(centre.as(centre.person("SUPERVISOR")).post("/api/v1/imports", "{}"), 415, "unsupported-media-type");
    }

    private static String shown(String value) {
        return value.equals("VERY-LONG") ? "x".repeat(59) + "…" : value.isEmpty() ? "null" : value;
    }

    private int callbacks() {
        return jdbc.sql("SELECT count(*) FROM ringback.callback WHERE list_id = ?")
                .param(list)
                .query(Integer.class)
                .single();
    }
}
