package io.ringback.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringApplication;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.context.DynamicPropertyRegistry;

/** A fresh, empty database on the one real PostgreSQL that the tests of this JVM share; fast, not durable. */
public final class TestDatabase {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final String url;

    private TestDatabase(String url) {
        this.url = url;
    }

    public static TestDatabase create() {
        String name = "test_" + COUNT.incrementAndGet();
        JdbcClient.create(Server.POSTGRES.getPostgresDatabase())
                .sql("CREATE DATABASE " + name)
                .update();
        return new TestDatabase(Server.POSTGRES.getJdbcUrl("postgres", name));
    }

    /** Gives a Spring test context a database of its own; to be called from {@code @DynamicPropertySource}. */
    public static void register(DynamicPropertyRegistry properties) {
        TestDatabase database = create();
        properties.add("spring.datasource.url", database::url);
    }

    /** The first database of the server, as its superuser. */
    public static TestDatabase ofServer() {
        return new TestDatabase(Server.POSTGRES.getJdbcUrl("postgres", "postgres"));
    }

    public String url() {
        return url;
    }

    /** Runs a statement as the superuser. */
    public void execute(String statement) {
        JdbcClient.create(new DriverManagerDataSource(url)).sql(statement).update();
    }

    private static final class Server {

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
                var postgres = EmbeddedPostgres.builder()
                        .setRegisterShutdownHook(false)
                        .setServerConfig("fsync", "off")
                        .setServerConfig("full_page_writes", "off")
                        .setServerConfig("max_connections", "1000")
                        .start();
                // Only when every server of this JVM has let go of it.
                SpringApplication.getShutdownHandlers().add(() -> close(postgres));
                return postgres;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
