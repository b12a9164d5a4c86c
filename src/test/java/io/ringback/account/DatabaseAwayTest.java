package io.ringback.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.ringback.support.Centre;
import io.ringback.support.Http;
import io.ringback.support.RingbackTest;
import io.ringback.support.WebSession;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

@RingbackTest
@TestPropertySource(
        properties = {"spring.datasource.hikari.maximum-pool-size=3", "spring.datasource.hikari.connection-timeout=250"
        })
class DatabaseAwayTest {

    @Autowired
    private HikariDataSource pool;

    @Autowired
    private Centre centre;

    @LocalServerPort
    private int port;

    @Test
    void tellsCallersToTryAgainWhenNoConnectionIsToBeHad() throws SQLException {
        var taken = takeAll();
        try {
            var signingIn = Http.at(port).as("anna", "some password").get("/api/v1/accounts");
            var asking = Http.at(port).post("/api/v1/setup/administrator", """
                    {"token": "0", "id": "chief", "name": "Chief", "password": "correct horse"}
                    """);

            assertThat(signingIn.status()).isEqualTo(503);
            assertThat(signingIn.header("Retry-After")).isEqualTo("5");
            assertThat(asking.status()).isEqualTo(503);
            assertThat(asking.problem()).isEqualTo("database-unavailable");
        } finally {
            for (var connection : taken) {
                connection.close();
            }
        }
    }

    @Test
    void tellsPeopleTheSame() throws SQLException {
        var account = centre.person("INTEGRATOR");
        var stranger = centre.browser();
        var browser = centre.signedIn(account);
        var token = WebSession.token(stranger.page("/login"));

        var taken = takeAll();
        try {
            var signingIn =
                    stranger.form("/login", Map.of("username", account, "password", Centre.PASSWORD, "_csrf", token));
            var page = browser.page("/");
            var call = browser.get("/api/v1/lists");

            assertThat(signingIn.status()).isEqualTo(503);
            assertThat(signingIn.header("Retry-After")).isEqualTo("5");
            assertThat(signingIn.body()).contains("The database does not answer at the moment.", "name=\"password\"");
            assertThat(page.status()).isEqualTo(503);
            assertThat(page.body()).contains("Not available at the moment");
            assertThat(call.problem()).isEqualTo("database-unavailable");
        } finally {
            for (var connection : taken) {
                connection.close();
            }
        }
        assertThat(browser.page("/").status()).isEqualTo(200);
    }

    /** However many there are: the server keeps two for itself, to hear of changed desks and to see what is due. */
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
