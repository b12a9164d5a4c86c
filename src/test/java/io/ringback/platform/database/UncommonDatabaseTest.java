package io.ringback.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.support.DatabaseProxy;
import io.ringback.support.RestartableServer;
import io.ringback.support.TestDatabase;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Databases as organisations have them: behind a pooler, with roles that look elsewhere first and have no patience. */
@ExtendWith(OutputCaptureExtension.class)
@Tag("server")
class UncommonDatabaseTest {

    @Test
    void runsBehindAPoolerForARoleOfItsOwnSchemaWithoutPatienceAndWithSqlOfItsOwn(CapturedOutput output) {
        var database = TestDatabase.create();
        for (var statement : new String[] {
            "CREATE ROLE odd LOGIN",
            "CREATE SCHEMA odd AUTHORIZATION odd",
            "GRANT CREATE ON SCHEMA public TO odd",
            "DO $$ BEGIN EXECUTE format('GRANT CREATE ON DATABASE %I TO odd', current_database()); END $$",
            "ALTER ROLE odd SET search_path = odd",
            "ALTER ROLE odd SET statement_timeout = '150ms'",
            "ALTER ROLE odd SET lock_timeout = '150ms'",
            "ALTER ROLE odd SET idle_session_timeout = '1s'",
            "ALTER ROLE odd SET idle_in_transaction_session_timeout = '1s'",
            "ALTER ROLE odd SET transaction_timeout = '2s'",
            "ALTER ROLE odd SET standard_conforming_strings = off",
            "ALTER ROLE odd SET transform_null_equals = on",
            "ALTER ROLE odd SET array_nulls = off",
            "ALTER ROLE odd SET intervalstyle = 'postgres_verbose'",
            "ALTER ROLE odd SET datestyle = 'German'",
            "ALTER ROLE odd SET bytea_output = 'escape'",
            "ALTER ROLE odd SET default_transaction_isolation = 'serializable'"
        }) {
            database.execute(statement);
        }

        try (var pooler = DatabaseProxy.before(database.url().replace("user=postgres", "user=odd"))
                        .refusingStartupParameters();
                var server = RestartableServer.startedOn(pooler.url())) {
            var list = server.centre().list();
            var agent = server.centre().agentOn(list);
            server.centre().request(list, server.centre().newNumber());
            LockSupport.parkNanos(Duration.ofMillis(2_500).toNanos()); // longer than all that the role allows
            server.centre().receive(agent, true);

            assertThat(server.centre().desk(agent).at("/case/allocationId").asText())
                    .isNotEmpty();
            assertThat(tables(database, "act_ru_execution")).containsExactly("public");
            assertThat(tables(database, "callback")).containsExactly("ringback");
        }
        assertThat(output.getOut()).doesNotContain("Failed to validate", "marked as broken");
    }

    private static java.util.List<String> tables(TestDatabase database, String name) {
        return JdbcClient.create(new DriverManagerDataSource(database.url()))
                .sql("SELECT schemaname FROM pg_tables WHERE tablename = ?")
                .param(name)
                .query(String.class)
                .list();
    }
}
