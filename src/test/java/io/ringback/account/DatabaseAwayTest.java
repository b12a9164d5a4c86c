package io.ringback.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.ringback.support.Http;
import io.ringback.support.RingbackTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

@RingbackTest
@TestPropertySource(
        properties = {"spring.datasource.hikari.maximum-pool-size=2", "spring.datasource.hikari.connection-timeout=250"
        })
class DatabaseAwayTest {

    @Autowired
    private HikariDataSource pool;

    @LocalServerPort
    private int port;

    @Test
    void tellsCallersToTryAgainWhenNoConnectionIsToBeHad() throws SQLException {
        List<Connection> taken = takeAll();
        try {
            Http.Answer signingIn = Http.at(port).as("anna", "some password").get("/api/v1/accounts");
            Http.Answer asking = Http.at(port).post("/api/v1/setup/administrator", """
                    {"token": "0", "id": "chief", "name": "Chief", "password": "correct horse"}
                    """);

            assertThat(signingIn.status()).isEqualTo(503);
            assertThat(signingIn.header("Retry-After")).isEqualTo("5");
            assertThat(asking.status()).isEqualTo(503);
            assertThat(asking.problem()).isEqualTo("unavailable");
        } finally {
            for (Connection connection : taken) {
                connection.close();
            }
        }
    }

    /** However many there are: the server keeps one for itself, to hear of changed desks. */
    private List<Connection> takeAll() throws SQLException {
        List<Connection> taken = new ArrayList<>();
        while (taken.size() < pool.getMaximumPoolSize()) {
            try {
                taken.add(pool.getConnection());
            } catch (SQLTransientConnectionException e) {
                break;
            }
        }
        return taken;
    }
}
