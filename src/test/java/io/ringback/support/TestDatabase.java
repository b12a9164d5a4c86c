package io.ringback.support;

import io.ringback.platform.database.LogOfEmbedded;
import io.ringback.process.Migrations;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.springframework.boot.SpringApplication;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A fresh database on the one real PostgreSQL that the tests of this JVM share; fast, not durable. */
public final class TestDatabase {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final String url;

    private TestDatabase(String url) {
        this.url = url;
    }

    /** Without any tables. */
    public static TestDatabase create() {
        return named("test_" + COUNT.incrementAndGet(), "template1");
    }

    /** With the tables of a server that has been started once: a copy is made sooner than they are. */
    public static TestDatabase migrated() {
        return named("test_" + COUNT.incrementAndGet(), Template.NAME);
    }

    private static TestDatabase named(String name, String template) {
        JdbcClient.create(Server.POSTGRES.getPostgresDatabase())
                .sql("CREATE DATABASE %s TEMPLATE %s".formatted(name, template))
                .update();
        return new TestDatabase(Server.POSTGRES.getJdbcUrl("postgres", name));
    }

    /** The first database of the server, as its superuser. */
    public static TestDatabase ofServer() {
        return new TestDatabase(Server.POSTGRES.getJdbcUrl("postgres", "postgres"));
    }

    /** The lines that PostgreSQL has written into its log, of all databases of this JVM. */
    public static List<String> log() throws IOException {
        return Files.readAllLines(Server.LOG);
    }

    public String url() {
        return url;
    }

    /** Runs a statement as the superuser. */
    public void execute(String statement) {
        JdbcClient.create(new DriverManagerDataSource(url)).sql(statement).update();
    }

    /** Does something as the superuser in one transaction, which counts for itself what it reads. */
    public void inOneTransaction(Consumer<JdbcClient> work) {
        var connection = new SingleConnectionDataSource(url, true);
        connection.setAutoCommit(false);
        try {
            work.accept(JdbcClient.create(connection));
        } finally {
            connection.destroy();
        }
    }

    private static final class Template {

        static final String NAME = made("migrated");

        private static String made(String name) {
            Migrations.run(named(name, "template1").url());
            return name;
        }
    }

    private static final class Server {

        static final Path LOG = Path.of(
                "target", "postgres-%s.log".formatted(ProcessHandle.current().pid()));
        static final EmbeddedPostgres POSTGRES = start();

        private static void close(EmbeddedPostgres postgres) {
            try {
                postgres.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static EmbeddedPostgres start() {
            try {
                var builder = EmbeddedPostgres.builder()
                        .setRegisterShutdownHook(false)
                        .setOutputRedirector(ProcessBuilder.Redirect.to(LOG.toFile()))
                        .setServerConfig("fsync", "off")
                        .setServerConfig("full_page_writes", "off")
                        .setServerConfig("max_connections", "1000");
                LogOfEmbedded.SETTINGS.forEach(builder::setServerConfig);
                var postgres = builder.start();
                JdbcClient.create(postgres.getPostgresDatabase())
                        .sql("CREATE ROLE " + ServerRole.NAME + " LOGIN")
                        .update();
                // Only when every server of this JVM has let go of it.
                SpringApplication.getShutdownHandlers().add(() -> close(postgres));
                return postgres;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
