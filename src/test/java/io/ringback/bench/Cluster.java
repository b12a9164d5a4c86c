package io.ringback.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The embedded PostgreSQL of the server that is measured, with the settings the server gives it. All others have a
 * database on it, too.
 *
 * @param postmaster its process
 */
record Cluster(long postmaster, int port, String password) {

    static final String SUPERUSER = "postgres";

    /** @param folder the server's */
    static Cluster of(Path folder) {
        try {
            var noted = Files.readAllLines(folder.resolve("postgres/postmaster.pid"));
            return new Cluster(
                    Long.parseLong(noted.get(0).strip()),
                    Integer.parseInt(noted.get(3).strip()),
                    Files.readString(folder.resolve("postgres.password")).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    /** As the superuser, a connection for each statement. */
    DataSource connect(String database) {
        return new DriverManagerDataSource(url(database), SUPERUSER, password);
    }

    void create(String database) {
        JdbcClient.create(connect(SUPERUSER)).sql("CREATE DATABASE " + database).update();
    }
}
