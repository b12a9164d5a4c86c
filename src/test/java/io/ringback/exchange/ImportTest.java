package io.ringback.exchange;

import static io.ringback.support.Refusal.conflict;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.support.Centre;
import io.ringback.support.MovableClock;
import io.ringback.support.RingbackTest;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A confirmed file is taken in, whatever happens on the way, and never twice. */
@RingbackTest
class ImportTest {

    @Autowired
    private Centre centre;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ImportSteps steps;

    @Autowired
    private ImportSweep sweep;

    private String list;
    private String supervisor;
    private ImportCalls imports;

    @BeforeEach
    void aSupervisorAndAList() {
        list = centre.list();
        supervisor = centre.person("SUPERVISOR");
        imports = new ImportCalls(centre.as(supervisor));
    }

    @Test
    void importedRequestsAreLikeAnyOther() {
        var file = imports.look("phoneNumber;callerName;attr:order\n040 999 0001;Maija;4711\n", "?listId=" + list);

        var done = imports.run(file, false);

        assertThat(done.at("/result/created").asInt()).isEqualTo(1);
        var callback = centre.as(supervisor)
                .get("/api/v1/callbacks?listId=" + list)
                .json()
                .at("/items/0");
        assertThat(callback.path("phoneNumber").asText()).isEqualTo("+358409990001");
        assertThat(callback.path("callerName").asText()).isEqualTo("Maija");
        assertThat(callback.path("source").asText()).isEqualTo("MANUAL");
        assertThat(callback.path("status").asText()).isEqualTo("WAITING");
        assertThat(callback.at("/attributes/order").asText()).isEqualTo("4711");
        assertThat(jdbc.sql("SELECT actor FROM ringback.audit_event WHERE callback_id = ? AND type = 'REQUESTED'")
                        .param(Centre.id(callback))
                        .query(String.class)
                        .single())
                .isEqualTo(supervisor);
        var agent = centre.agentOn(list);
        assertThat(centre.receive(agent, true).at("/case/callback/id")).isEqualTo(callback.path("id"));
        centre.receive(agent, false);
    }

    @Test
    void importingTheSameFileAgainAddsNothing() {
        var csv = csv(5);
        imports.run(imports.look(csv), false);

        var again = imports.look(csv);
        var done = imports.run(again, false);

        assertThat(again.path("alreadyThere").asInt()).isEqualTo(5);
        assertThat(done.at("/result/alreadyThere").asInt()).isEqualTo(5);
        assertThat(done.at("/result/created").asInt()).isZero();
        assertThat(callbacks()).isEqualTo(5);
    }

    @Test
    void confirmingTwiceIsConfirmingOnce() {
        var file = imports.look(csv(5));
        imports.run(file, false);

        var again = imports.run(file, false);

        assertThat(again.at("/result/created").asInt()).isEqualTo(5);
        assertThat(callbacks()).isEqualTo(5);
    }

    @Test
    void whatACrashLeftIsGoneOnWithWhenItIsConfirmedAgain() {
        var file = imports.look(csv(10));
        crashedAfter(3, Centre.id(file));
        assertThat(imports.get(file).json().path("state").asText()).isEqualTo("RUNNING");

        var done = imports.run(file, false);

        assertThat(done.at("/result/created").asInt()).isEqualTo(10);
        assertThat(callbacks()).isEqualTo(10);
    }

    @Test
    void whatACrashLeftIsGoneOnWithByItself() {
        var file = imports.look(csv(4));
        crashedAfter(1, Centre.id(file));

        clock.advance(Duration.ofMinutes(2));
        sweep.runOnce();

        assertThat(imports.done(file).at("/result/created").asInt()).isEqualTo(4);
        assertThat(callbacks()).isEqualTo(4);
    }

    @Test
    void rowsWithErrorsAreLeftOutOnlyIfAskedFor() {
        var file = imports.look(csv(2) + list + ",nonsense\n");

        conflict(imports.confirm(file, false));
        assertThat(callbacks()).isZero();

        var done = imports.run(file, true);
        assertThat(done.at("/result/created").asInt()).isEqualTo(2);
        assertThat(done.at("/result/skipped").asInt()).isEqualTo(1);
        assertThat(imports.report(file).lines().toList())
                .hasSize(4)
                .startsWith("row,result,callbackId,column,message")
                .anySatisfy(line -> assertThat(line).startsWith("2,CREATED,"))
                .anySatisfy(line -> assertThat(line).startsWith("4,SKIPPED,,phoneNumber,"));
    }

    @Test
    void twoRowsWithOneNumberBecomeOneCaseAndOneMerged() {
        var number = centre.newNumber();

        var done = imports.run(
                imports.look("listId,phoneNumber\n"
                        + "%s,%s\n".formatted(list, number).repeat(2)),
                false);

        assertThat(done.at("/result/created").asInt()).isEqualTo(1);
        assertThat(done.at("/result/merged").asInt()).isEqualTo(1);
    }

    @Test
    void manyRowsAreTakenInTogetherAndOneThatFailsSpoilsNoOther() {
        var soon = clock.instant().plus(Duration.ofMinutes(10));
        var again = centre.newNumber();
        var file = imports.look(IntStream.range(0, 60)
                .mapToObj(row ->
                        "%s,%s,%s\n".formatted(list, row % 20 == 7 ? again : centre.newNumber(), row == 33 ? soon : ""))
                .collect(Collectors.joining("", "listId,phoneNumber,expiresAt\n", "")));
        clock.advance(Duration.ofMinutes(20));

        var done = imports.run(file, false);

        assertThat(done.at("/result/created").asInt()).isEqualTo(57);
        assertThat(done.at("/result/merged").asInt()).isEqualTo(2);
        assertThat(done.at("/result/failed").asInt()).isEqualTo(1);
        assertThat(callbacks()).isEqualTo(59);
        assertThat(jdbc.sql("SELECT count(*) FROM ringback.callback WHERE list_id = ? AND process_instance_id IS NULL")
                        .param(list)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void whatHasBecomeImpossibleMeanwhileIsReported() {
        var soon = clock.instant().plus(Duration.ofMinutes(10));
        var file = imports.look("listId,phoneNumber,expiresAt\n%s,%s,%s\n".formatted(list, centre.newNumber(), soon));
        clock.advance(Duration.ofMinutes(20));

        var done = imports.run(file, false);

        assertThat(done.at("/result/failed").asInt()).isEqualTo(1);
        assertThat(done.at("/errors/0/column").asText()).isEqualTo("expiresAt");
        assertThat(callbacks()).isZero();
    }

    @Test
    void numbersAndNamesAreForgottenAsSoonAsTheyAreCallbacks() {
        var file = imports.look(csv(3));

        imports.run(file, false);

        assertThat(jdbc.sql("SELECT count(*) FROM ringback.import_row WHERE import_id = ? AND request IS NOT NULL")
                        .param(Centre.id(file))
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql(
                                "SELECT details::text FROM ringback.audit_event WHERE type = 'IMPORT_CONFIRMED' AND actor = ?")
                        .param(supervisor)
                        .query(String.class)
                        .single())
                .contains(file.path("id").asText())
                .doesNotContain("+358");
    }

    /** As if the server had gone down after some rows. */
    private void crashedAfter(int rows, UUID importId) {
        var now = Timestamp.from(clock.instant());
        jdbc.sql("UPDATE ringback.import_file SET confirmed_at = ?, worked_at = ? WHERE id = ?")
                .params(now, now, importId)
                .update();
        IntStream.range(2, 2 + rows)
                .forEach(row -> assertThat(steps.take(importId, row)).isTrue());
    }

    private String csv(int rows) {
        return IntStream.range(0, rows)
                .mapToObj(row -> "%s,%s\n".formatted(list, centre.newNumber()))
                .collect(Collectors.joining("", "listId,phoneNumber\n", ""));
    }

    private int callbacks() {
        return jdbc.sql("SELECT count(*) FROM ringback.callback WHERE list_id = ?")
                .param(list)
                .query(Integer.class)
                .single();
    }
}
