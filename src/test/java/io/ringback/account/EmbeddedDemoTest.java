package io.ringback.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.ringback.platform.database.DatabaseMode;
import io.ringback.process.EngineClock;
import io.ringback.support.Http;
import io.ringback.support.WebSession;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "spring.datasource.url=")
@DirtiesContext
@Tag("server")
class EmbeddedDemoTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    @Autowired
    private DatabaseMode mode;

    @Autowired
    private Accounts accounts;

    @Autowired
    private DataSource dataSource;

    @LocalServerPort
    private int port;

    private static EngineClock time;

    @BeforeAll
    static void goByTheRealTime() {
        time = EngineClock.real();
    }

    @AfterAll
    static void giveTheTimeBack() {
        time.close();
    }

    @DynamicPropertySource
    static void dataFolder(DynamicPropertyRegistry properties) {
        properties.add("ringback.data-folder", () -> folder.resolve("data"));
    }

    @Test
    void startsWithDemoAccountsOnADatabaseOfItsOwn() {
        assertThat(mode).isEqualTo(DatabaseMode.EMBEDDED);
        assertThat(folder.resolve("data/postgres/PG_VERSION")).exists();
        assertThat(accounts.all())
                .extracting(Account::id)
                .containsExactly("anna", "bea", "bo", "cai", "dee", "ivr", "ola", "root", "sam");
        assertThat(accounts.agents())
                .extracting(Account::name)
                .contains("Anna Aalto")
                .hasSize(3);
        assertThat(Http.at(port).as("root", "demo").get("/api/v1/accounts").status())
                .isEqualTo(200);
        assertThat(Http.at(port).as("anna", "demo").get("/api/v1/no/such").problem())
                .isEqualTo("not-found");
        assertThat(Http.at(port).as("anna", "demo").get("/elsewhere").header("Location"))
                .isEqualTo("/login?next=%2Felsewhere");
    }

    @Test
    void tellsItsHealthToEverybodyAndItsApiToAccounts() {
        assertThat(Http.at(port).get("/actuator/health").body())
                .isEqualTo("{\"status\":\"UP\",\"groups\":[\"liveness\",\"readiness\"]}");
        assertThat(Http.at(port).get("/actuator/health/readiness").body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(Http.at(port).get("/v3/api-docs").status()).isEqualTo(401);
        assertThat(Http.at(port).as("anna", "demo").get("/v3/api-docs").body()).contains("/api/v1/accounts");
        assertThat(Http.at(port).as("anna", "demo").get("/api-docs").header("Location"))
                .contains("/swagger-ui");
        assertThat(Http.at(port)
                        .as("anna", "demo")
                        .get("/swagger-ui/index.html")
                        .status())
                .isEqualTo(200);
        assertThat(Http.at(port).as("anna", "demo").get("/actuator").status()).isEqualTo(403);
    }

    @Test
    void namesTheDemoAccountsWhereOneSignsIn() {
        var browser = WebSession.at(port);

        assertThat(browser.page("/login").body()).contains("“demo”", "<code>anna</code>", "<code>root</code>");
        assertThat(browser.signIn("root", "demo").header("Location")).isEqualTo("/");
        assertThat(browser.page("/swagger-ui/index.html").status()).isEqualTo(200);
    }

    @Test
    void poolsConnectionsAsConfigured() {
        var pool = (HikariDataSource) dataSource;

        assertThat(pool.getMaximumPoolSize()).isEqualTo(24);
        assertThat(pool.getTransactionIsolation()).isEqualTo("TRANSACTION_READ_COMMITTED");
        assertThat(pool.getDataSourceProperties()).containsEntry("reWriteBatchedInserts", "true");
    }
}
