package io.ringback.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.unit.DataSize;

@Timeout(value = 5, unit = TimeUnit.MINUTES)
@Tag("server")
class EmbeddedDatabaseTest {

    @Test
    void keepsItsDataWhenTheServerIsKilledAndStopsTheLeftOverPostgres(@TempDir Path folder) throws Exception {
        var server = startKilledServer(folder);
        var postgres = postgresOf(folder);

        assertThatThrownBy(() -> EmbeddedDatabase.start(folder, 0, DataSize.ofMegabytes(64)))
                .isInstanceOfSatisfying(DataFolderFailure.class, failure -> {
                    assertThat(failure.description())
                            .contains("in use by another Ringback server", "process " + server.pid());
                    assertThat(failure.action()).contains("--ringback.data-folder");
                });
        assertThat(postgres.isAlive())
                .as("refusal leaves the running one alone")
                .isTrue();

        server.destroyForcibly().waitFor();
        assertThat(postgres.isAlive()).as("PostgreSQL outlives its server").isTrue();

        try (var database = EmbeddedDatabase.start(folder, 0, DataSize.ofMegabytes(64))) {
            var client = KilledServer.clientOf(database);
            assertThat(client.sql("SELECT value FROM kept").query(String.class).list())
                    .containsExactly("written before the kill");
            assertThat(postgresOf(folder).pid()).isNotEqualTo(postgres.pid());
        }
    }

    @Test
    void isDurableAndAsksForItsPassword(@TempDir Path folder) throws Exception {
        Files.createDirectories(folder.resolve("postgres.new/base"));
        Files.writeString(folder.resolve("postgres.new/PG_VERSION"), "half made when an earlier start was killed");

        try (var database = EmbeddedDatabase.start(folder, 0, DataSize.ofMegabytes(64))) {
            var client = KilledServer.clientOf(database);
            assertThat(setting(client, "fsync")).isEqualTo("on");
            assertThat(setting(client, "synchronous_commit")).isEqualTo("on");
            assertThat(setting(client, "server_encoding")).isEqualTo("UTF8");
            assertThat(setting(client, "listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(setting(client, "is_superuser")).isEqualTo("off");
            var stranger = JdbcClient.create(new DriverManagerDataSource(database.jdbcUrl(), "postgres", "guessed"));
            assertThatThrownBy(() -> setting(stranger, "fsync")).rootCause().hasMessageContaining("password");
            assertThatThrownBy(() -> EmbeddedDatabase.start(folder, 0, DataSize.ofMegabytes(64)))
                    .hasMessageContaining("in use");
        }

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("postgres.password"))))
                .isEqualTo("rw-------");
        assertThat(folder.resolve("postgres/postmaster.pid")).doesNotExist();
        Files.writeString(
                folder.resolve("postgres/postmaster.pid"),
                ProcessHandle.current().pid() + "\n/elsewhere\n");
        EmbeddedDatabase.start(folder, 0, DataSize.ofMegabytes(64)).close();
    }

    @Test
    void aFolderFromBeforeTheRolesWereApartIsTakenOver(@TempDir Path folder) throws Exception {
        try (var before = EmbeddedDatabase.start(folder, 0, DataSize.ofMegabytes(64))) {
            KilledServer.clientOf(before).sql("CREATE TABLE kept (value text)").update();
            var superuser =
                    JdbcClient.create(new DriverManagerDataSource(before.jdbcUrl(), "postgres", before.password()));
            superuser.sql("DROP ROLE ringback_server").update();
        }

        try (var after = EmbeddedDatabase.start(folder, 0, DataSize.ofMegabytes(64))) {
            assertThat(KilledServer.clientOf(after)
                            .sql("SELECT count(*) FROM kept")
                            .query(Integer.class)
                            .single())
                    .isZero();
            var server =
                    JdbcClient.create(new DriverManagerDataSource(after.jdbcUrl(), after.user(), after.password()));
            assertThat(setting(server, "is_superuser")).isEqualTo("off");
            assertThatThrownBy(() ->
                            server.sql("SELECT * FROM kept").query(String.class).list())
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void refusesAFolderThatIsNotItsOwn(@TempDir Path folder) throws Exception {
        var file = Files.writeString(folder.resolve("file"), "x");
        var foreign = folder.resolve("foreign");
        Files.createDirectories(foreign.resolve("postgres"));
        var older = folder.resolve("older");
        Files.createDirectories(older.resolve("postgres"));
        Files.writeString(older.resolve("postgres/PG_VERSION"), "13\n");

        assertThatThrownBy(() -> EmbeddedDatabase.start(file, 0, DataSize.ofMegabytes(64)))
                .hasMessageContaining("cannot be used");
        assertThatThrownBy(() -> EmbeddedDatabase.start(foreign, 0, DataSize.ofMegabytes(64)))
                .hasMessageContaining("PG_VERSION");
        assertThatThrownBy(() -> EmbeddedDatabase.start(older, 0, DataSize.ofMegabytes(64)))
                .hasMessageContaining("PostgreSQL 13");
    }

    private Process startKilledServer(Path folder) throws IOException {
        var server = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledServer.class.getName(),
                        folder.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var output = server.inputReader();
        assertThat(output.lines().anyMatch("WRITTEN"::equals)).isTrue();
        return server;
    }

    private static ProcessHandle postgresOf(Path folder) throws IOException {
        var pid = Files.readAllLines(folder.resolve("postgres/postmaster.pid")).get(0);
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    private static String setting(JdbcClient client, String name) {
        return client.sql("SELECT current_setting(?)")
                .param(name)
                .query(String.class)
                .single();
    }
}
