package io.ringback.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.platform.run.OneLineFailureReport;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Why PostgreSQL cannot be used at the start, in one line with what to do. */
class DatabaseFailureAnalyzerTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            08001 | Connection to localhost:1 refused.                   | spring.datasource.url
            08P01 | unsupported startup parameter: search_path           | session mode
            25006 | cannot execute CREATE SCHEMA in a read-only transaction | not a standby
            28P01 | password authentication failed for user "ringback"   | spring.datasource.password
            28000 | no pg_hba.conf entry for host                        | pg_hba.conf
            3D000 | database "ringback" does not exist                   | Create the database
            42501 | permission denied for schema public                  | GRANT CREATE ON SCHEMA public
            53300 | sorry, too many clients already                      | max_connections
            53100 | could not extend file                                | more room
            57P03 | the database system is starting up                   | start the server again
            57014 | canceling statement due to statement timeout         | statement_timeout
            """)
    void saysWhatIsWrongAndWhatToDo(String state, String words, String action) {
        var pool = new SQLTransientConnectionException("no connection in time", new SQLException(words, state));

        var line = OneLineFailureReport.line(analysis(new IllegalStateException("could not start", pool)));

        assertThat(line).contains(words, state, action).doesNotContain("\n");
    }

    @Test
    void leavesAMistakeOfOursItsStackTrace() {
        var mistake = new IllegalStateException(new SQLException("column does not exist", "42703"));

        assertThat(new DatabaseFailureAnalyzer().analyze(mistake)).isNull();
    }

    private static FailureAnalysis analysis(Exception failure) {
        var found = new DatabaseFailureAnalyzer().analyze(failure);
        assertThat(found).isNotNull();
        return found;
    }
}
