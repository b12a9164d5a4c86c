package io.ringback.callback;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A row that is changed elsewhere would change without the trail, the webhooks and the desks knowing. */
class OneDoorTest {

    @Test
    void auditRowsAreWrittenByTheTrailAlone() throws IOException {
        assertThat(writersOf("INSERT INTO ringback\\.audit_event\\b")).containsExactly("JdbcAuditEvents.java");
    }

    @Test
    void rowsOfCallbacksAreChangedByOneClassAlone() throws IOException {
        assertThat(writersOf("UPDATE ringback\\.callback\\b")).containsExactly("JdbcCallbacks.java");
    }

    /** What a transaction knows of its agents rests on it (docs/decisions/087). */
    @Test
    void rowsOfAgentsAreChangedByOneClassAlone() throws IOException {
        assertThat(writersOf("UPDATE ringback\\.agent\\b")).containsExactly("JdbcAgents.java");
    }

    /** The simulator's past week has no before, and happens to nobody. */
    @Test
    void rowsOfCallbacksAreMadeByOneClassAndByTheSimulatorsPast() throws IOException {
        assertThat(writersOf("INSERT INTO ringback\\.callback\\b"))
                .containsExactlyInAnyOrder("JdbcCallbacks.java", "JdbcPastWeek.java");
    }

    private static List<String> writersOf(String sql) throws IOException {
        var pattern = Pattern.compile(sql);
        try (var files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> pattern.matcher(read(file)).find())
                    .map(file -> file.getFileName().toString())
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
