package io.ringback.design;

import io.ringback.support.Centre;
import io.ringback.support.RestartableServer;
import io.ringback.support.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A server that serves one class of tests, since what is deployed serves everybody; with its centre and a designer. */
@Tag("server")
@SuppressWarnings("NullAway.Init")
abstract class ServerOfItsOwn {

    private static RestartableServer server;
    static JdbcClient jdbc;
    final Centre centre = server.centre();
    final DesignerAtWork designer = DesignerAtWork.in(centre);

    @BeforeAll
    static void start() {
        var url = TestDatabase.migrated().url();
        server = RestartableServer.startedOn(url);
        jdbc = JdbcClient.create(new DriverManagerDataSource(url));
    }

    @AfterAll
    static void stop() {
        server.close();
    }
}
