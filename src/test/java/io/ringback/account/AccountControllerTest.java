package io.ringback.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.support.Http;
import io.ringback.support.MovableClock;
import io.ringback.support.RingbackTest;
import io.ringback.support.ServerRole;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

@RingbackTest
@TestPropertySource(properties = "spring.application.name=accounts") // it empties tables that everything refers to
class AccountControllerTest {

    private static final String PASSWORD = "correct horse";

    @Autowired
    private FirstAdministrator firstAdministrator;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private DataSource dataSource;

    @Autowired
    private MovableClock clock;

    @LocalServerPort
    private int port;

    @BeforeEach
    void empty() {
        ServerRole.owner(dataSource)
                .sql(
                        "TRUNCATE ringback.account, ringback.account_event, ringback.login_failure, ringback.setup_token CASCADE")
                .update();
    }

    @Test
    void makesTheFirstAdministratorOnceWithAPrintedToken() {
        var token = firstAdministrator.newToken();
        var other = firstAdministrator.newToken();

        assertThat(setUp("0123456789", "chief").status()).isEqualTo(403);
        var made = setUp(token, "chief");

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().path("roles").get(0).asText()).isEqualTo("ADMIN");
        assertThat(setUp(other, "second").status()).isEqualTo(409);
        assertThat(chief().get("/api/v1/accounts").json()).hasSize(1);
        assertThat(jdbc.sql("SELECT actor || ' ' || type FROM ringback.account_event")
                        .query(String.class)
                        .list())
                .containsExactly("setup CREATED");
    }

    @Test
    void letsOneOfManyBecomeTheFirstAdministrator() {
        var tokens = IntStream.range(0, 4)
                .mapToObj(i -> firstAdministrator.newToken())
                .toList();

        List<CompletableFuture<Integer>> attempts = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            var token = tokens.get(i);
            var id = "chief" + i;
            attempts.add(CompletableFuture.supplyAsync(() -> setUp(token, id).status()));
        }

        assertThat(attempts.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(201, 409, 409, 409);
    }

    @Test
    void makesAndChangesAccounts() {
        setUp(firstAdministrator.newToken(), "chief");

        var made = chief().post("/api/v1/accounts", """
                {"id": "anna", "name": "Anna Åalto", "password": "anna's password", "roles": ["AGENT"]}
                """);
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.body()).doesNotContain("password", "bcrypt");
        assertThat(made.header("Location")).isEqualTo("/api/v1/accounts/anna");
        assertThat(chief().get("/api/v1/accounts").body())
                .contains("Anna Åalto")
                .doesNotContain("bcrypt");
        var anna = Http.at(port).as("anna", "anna's password");
        assertThat(anna.get("/api/v1/accounts").status()).isEqualTo(403);

        assertThat(chief().put("/api/v1/accounts/anna/password", "{\"password\": \"another password\"}")
                        .status())
                .isEqualTo(204);
        assertThat(anna.get("/api/v1/accounts").status()).isEqualTo(401);
        var renewed = Http.at(port).as("anna", "another password");
        assertThat(renewed.get("/api/v1/accounts").status()).isEqualTo(403);

        var disabled = "{\"name\": \"Anna\", \"roles\": [\"AGENT\"], \"enabled\": false}";
        assertThat(chief().put("/api/v1/accounts/anna", disabled).status()).isEqualTo(200);
        assertThat(renewed.get("/api/v1/accounts").status()).isEqualTo(401);
        assertThat(chief().put("/api/v1/accounts/nobody", disabled).status()).isEqualTo(404);
    }

    @Test
    void keepsTheLastAdministrator() {
        setUp(firstAdministrator.newToken(), "chief");

        var disabled = "{\"name\": \"C\", \"roles\": [\"ADMIN\"], \"enabled\": false}";
        var demoted = "{\"name\": \"C\", \"roles\": [\"AGENT\"], \"enabled\": true}";

        assertThat(chief().put("/api/v1/accounts/chief", disabled).status()).isEqualTo(409);
        assertThat(chief().put("/api/v1/accounts/chief", demoted).status()).isEqualTo(409);
        assertThat(chief().get("/api/v1/accounts").status()).isEqualTo(200);
    }

    @Test
    void doesNotCountAnAdministratorWhoCannotSignIn() {
        setUp(firstAdministrator.newToken(), "chief");
        chief().post("/api/v1/accounts", "{\"id\": \"later\", \"name\": \"L\", \"roles\": [\"ADMIN\"]}");

        var disabled = "{\"name\": \"C\", \"roles\": [\"ADMIN\"], \"enabled\": false}";

        assertThat(chief().put("/api/v1/accounts/chief", disabled).status()).isEqualTo(409);
    }

    @Test
    void keepsTheNamesThatStandForTheServerInHistories() {
        setUp(firstAdministrator.newToken(), "chief");

        for (var id : java.util.List.of("system", "link", "setup", "oidc")) {
            var account = "{\"id\": \"%s\", \"name\": \"S\", \"roles\": [\"SUPERVISOR\"]}".formatted(id);
            assertThat(chief().post("/api/v1/accounts", account).status())
                    .as(id)
                    .isEqualTo(422);
        }
    }

    @Test
    void namesWhatIsWrongWithANewAccount() {
        setUp(firstAdministrator.newToken(), "chief");

        var bad = chief().post("/api/v1/accounts", """
                {"id": "Anna!", "name": "A\\u0000", "password": "long enough", "roles": ["AGENT"]}
                """);
        var shortPassword = chief().post(
                        "/api/v1/accounts",
                        "{\"id\": \"anna\", \"name\": \"A\", \"password\": \"short\", \"roles\": []}");

        assertThat(bad.status()).isEqualTo(422);
        assertThat(bad.json().path("errors").findValuesAsText("field")).containsExactly("id", "name");
        assertThat(shortPassword.json().path("errors").findValuesAsText("field"))
                .containsExactly("password");
    }

    @Test
    void slowsGuessingDownButNotWhoeverIsSignedIn() {
        setUp(firstAdministrator.newToken(), "chief");
        assertThat(chief().get("/api/v1/accounts").status()).isEqualTo(200);
        var guesser = Http.at(port);

        for (int i = 0; i < 5; i++) {
            assertThat(guesser.as("chief", "guess " + i).get("/api/v1/accounts").status())
                    .isEqualTo(401);
        }
        var blocked = guesser.as("chief", "guess 6").get("/api/v1/accounts");

        assertThat(blocked.status()).isEqualTo(429);
        assertThat(blocked.problem()).isEqualTo("too-many-requests");
        assertThat(blocked.header("Retry-After")).isEqualTo("2");
        assertThat(chief().get("/api/v1/accounts").status()).isEqualTo(200);

        clock.advance(Duration.ofSeconds(2));
        assertThat(guesser.as("chief", "guess 7").get("/api/v1/accounts").status())
                .isEqualTo(401);
        assertThat(guesser.as("chief", "guess 8").get("/api/v1/accounts").header("Retry-After"))
                .isEqualTo("4");

        clock.advance(Duration.ofSeconds(90));
        assertThat(chief().get("/api/v1/accounts").status()).isEqualTo(200);
        assertThat(guesser.as("chief", "guess 9").get("/api/v1/accounts").status())
                .isEqualTo(401);
    }

    @Test
    void takesNoClockThatIsBehindTheOneBeforeForGuessing() {
        setUp(firstAdministrator.newToken(), "chief");
        assertThat(chief().get("/api/v1/accounts").status()).isEqualTo(200);

        clock.advance(Duration.ofMillis(-20));
        var another = Http.at(port).as("anna", PASSWORD).get("/api/v1/accounts");

        assertThat(another.status()).isEqualTo(401);
    }

    @Test
    void refusesImpossibleCredentialsWithoutCountingThem() {
        var server = Http.at(port);

        for (var password : List.of("x".repeat(73), "\u20ac".repeat(25), "nul\u0000")) {
            assertThat(server.as("chief", password).get("/api/v1/accounts").status())
                    .isEqualTo(401);
        }
        assertThat(server.as("c".repeat(65), "x").get("/api/v1/accounts").status())
                .isEqualTo(401);
        var stranger = server.get("/api/v1/no/such/thing");

        assertThat(stranger.status()).isEqualTo(401);
        assertThat(stranger.header("WWW-Authenticate")).isEqualTo("Basic realm=\"Ringback\"");
        assertThat(stranger.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(jdbc.sql("SELECT count(*) FROM ringback.login_failure")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private Http chief() {
        return Http.at(port).as("chief", PASSWORD);
    }

    private Http.Answer setUp(String token, String id) {
        return Http.at(port).post("/api/v1/setup/administrator", """
                {"token": "%s", "id": "%s", "name": "Chief", "password": "%s"}
                """.formatted(token, id, PASSWORD));
    }
}
