package io.ringback.platform.database;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.platform.run.OneLineFailureReport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

/** An address that cannot be one of PostgreSQL's is told in one line, without what it may hold of secrets. */
class DatabaseUrlFailureAnalyzerTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://ringback:secret@db.example/ringback",
                "postgres://ringback:secret@db.example:5432/ringback",
                "jdbc:mysql://db.example/ringback?password=secret",
                "jdbc:postgres://db.example/ringback?password=secret",
                "jdbc:postgresql://db.example:port/secret",
                "db.example:5432/secret"
            })
    void tellsTheFormThatIsWanted(String url) {
        var analysis = requireNonNull(of(url).analyze(new IllegalStateException("no driver")));

        assertThat(OneLineFailureReport.line(analysis))
                .contains("spring.datasource.url", "jdbc:postgresql://")
                .doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "jdbc:postgresql://db.example/ringback",
                "jdbc:postgresql://a,b:6432/x?user=a",
                "jdbc:postgresql:ringback"
            })
    void leavesOtherFailuresToOthers(String url) {
        assertThat(of(url).analyze(new IllegalStateException("something else"))).isNull();
    }

    private static DatabaseUrlFailureAnalyzer of(String url) {
        return new DatabaseUrlFailureAnalyzer(new MockEnvironment().withProperty("spring.datasource.url", url));
    }
}
