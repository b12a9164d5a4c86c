package io.ringback.platform.database;

import java.nio.file.Path;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.unit.DataSize;

/** Started as a process of its own: writes a row into the database of a folder, says so, and waits to be killed. */
final class KilledServer {

    private KilledServer() {}

    public static void main(String[] args) throws Exception {
        var database = EmbeddedDatabase.start(Path.of(args[0]), 0, DataSize.ofMegabytes(64));
        var client = clientOf(database);
        client.sql("CREATE TABLE kept (value text)").update();
        client.sql("INSERT INTO kept VALUES ('written before the kill')").update();
        System.out.println("WRITTEN");
        System.in.read();
    }

    static JdbcClient clientOf(EmbeddedDatabase database) {
        return JdbcClient.create(
                new DriverManagerDataSource(database.jdbcUrl(), database.owner(), database.password()));
    }
}
