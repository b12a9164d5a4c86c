package io.ringback.exchange;

import static io.ringback.support.Refusal.conflict;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.ringback.support.Centre;
import io.ringback.support.MovableClock;
import io.ringback.support.RingbackTest;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files wait for their turn, one of an account at a time, and whoever has sent them sees how far they are. */
@RingbackTest
class ImportQueueTest {

    private static final int LONG = ImportCheck.MOST_ROWS_AT_ONCE + 1;

    @Autowired
    private Centre centre;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcClient jdbc;

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

    @AfterEach
    void nothingIsLeft() {
        jdbc.sql("DELETE FROM ringback.import_file WHERE account_id = ?")
                .param(supervisor)
                .update();
    }

    @Test
    void aShortFileIsLookedAtBeforeItIsAnswered() {
        var file = imports.look(csv(3));

        assertThat(file.path("state").asText()).isEqualTo("CHECKED");
        assertThat(file.path("looked").asInt()).isEqualTo(3);
        assertThat(file.path("ahead").asInt()).isZero();
    }

    @Test
    void aLongFileIsLookedAtInTheBackgroundAndSaysHowFarItIs() {
        var sent = imports.look(csv(LONG) + list + ",nonsense\n");
        assertThat(sent.path("rows").asInt()).isEqualTo(LONG + 1);

        var file = imports.looked(sent);

        assertThat(file.path("state").asText()).isEqualTo("CHECKED");
        assertThat(file.path("looked").asInt()).isEqualTo(LONG + 1);
        assertThat(file.path("valid").asInt()).isEqualTo(LONG);
        assertThat(file.path("invalid").asInt()).isEqualTo(1);
        assertThat(contents()).isZero();
    }

    @Test
    void aFileIsNotLookedAtBeforeTheOlderOnesOfItsAccount() {
        var first = beingLookedAtElsewhere(csv(2));

        var second = imports.look(csv(3));

        assertThat(second.path("state").asText()).isEqualTo("CHECKING");
        assertThat(second.path("ahead").asInt()).isEqualTo(1);
        assertThat(second.path("looked").asInt()).isZero();
        conflict(imports.confirm(second, false));
        var others = new ImportCalls(centre.as(centre.person("SUPERVISOR"))).look(csv(1));
        assertThat(others.path("state").asText()).isEqualTo("CHECKED");

        clock.advance(Duration.ofMinutes(2));
        sweep.runOnce();

        assertThat(imports.looked(second).path("valid").asInt()).isEqualTo(3);
        assertThat(looked(first)).isTrue();
    }

    @Test
    void whatACrashLeftHalfLookedAtIsLookedAtAnewWithoutDoublingRows() {
        var file = beingLookedAtElsewhere(csv(5));
        jdbc.sql("INSERT INTO ringback.import_row (import_id, row, errors) VALUES (?, 2, '[]')")
                .param(file)
                .update();

        clock.advance(Duration.ofMinutes(2));
        sweep.runOnce();

        var done = imports.looked(node(file));
        assertThat(done.path("looked").asInt()).isEqualTo(5);
        assertThat(done.path("rows").asInt()).isEqualTo(5);
    }

    @Test
    void oneFileOfAnAccountIsImportedAtATime() {
        var first = imports.look(csv(2));
        var second = imports.look(csv(2));
        beingImportedElsewhere(Centre.id(first));

        assertThat(imports.confirm(second, false).status()).isEqualTo(202);

        var waiting = imports.get(second).json();
        assertThat(waiting.path("state").asText()).isEqualTo("RUNNING");
        assertThat(waiting.path("ahead").asInt()).isEqualTo(1);
        assertThat(waiting.at("/result/left").asInt()).isEqualTo(2);

        clock.advance(Duration.ofMinutes(2));
        sweep.runOnce();

        assertThat(imports.done(second).at("/result/created").asInt()).isEqualTo(2);
        assertThat(imports.get(first).json().path("state").asText()).isEqualTo("DONE");
    }

    @Test
    void whoHasTooManyFilesWaitingIsToldToWait() {
        for (int i = 0; i < 20; i++) {
            beingLookedAtElsewhere(csv(1));
        }

        var answer = imports.send(csv(1), "");

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.header("Retry-After")).isEqualTo("30");
        assertThat(new ImportCalls(centre.as(centre.person("SUPERVISOR")))
                        .look(csv(1))
                        .path("state")
                        .asText())
                .isEqualTo("CHECKED");
    }

    private UUID beingLookedAtElsewhere(String csv) {
        var id = UUID.randomUUID();
        var now = Timestamp.from(clock.instant());
        jdbc.sql("""
                        INSERT INTO ringback.import_file
                            (id, account_id, content_hash, created_at, source, row_count, content, looking_at)
                        VALUES (?, ?, 'x', ?, 'MANUAL', ?, ?, ?)""")
                .params(
                        id,
                        supervisor,
                        Timestamp.from(clock.instant().minusMillis(1)),
                        (int) csv.lines().count() - 1,
                        csv.getBytes(StandardCharsets.UTF_8),
                        now)
                .update();
        return id;
    }

    private void beingImportedElsewhere(UUID file) {
        jdbc.sql("UPDATE ringback.import_file SET confirmed_at = ?, worked_at = ? WHERE id = ?")
                .params(Timestamp.from(clock.instant().minusMillis(1)), Timestamp.from(clock.instant()), file)
                .update();
    }

    private boolean looked(UUID file) {
        return jdbc.sql("SELECT looked_at IS NOT NULL FROM ringback.import_file WHERE id = ?")
                .param(file)
                .query(Boolean.class)
                .single();
    }

    private int contents() {
        return jdbc.sql("SELECT count(*) FROM ringback.import_file WHERE account_id = ? AND content IS NOT NULL")
                .param(supervisor)
                .query(Integer.class)
                .single();
    }

    private static JsonNode node(UUID id) {
        return JsonNodeFactory.instance.objectNode().put("id", id.toString());
    }

    private String csv(int rows) {
        return IntStream.range(0, rows)
                .mapToObj(row -> "%s,%s\n".formatted(list, centre.newNumber()))
                .collect(Collectors.joining("", "listId,phoneNumber\n", ""));
    }
}
