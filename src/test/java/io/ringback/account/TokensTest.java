package io.ringback.account;

import static io.ringback.support.Json.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringback.support.Centre;
import io.ringback.support.Http;
import io.ringback.support.MovableClock;
import io.ringback.support.RingbackTest;
import io.ringback.support.StatementLog;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Programs that come with a token. */
@RingbackTest
@Import(StatementLog.class)
class TokensTest {

    @Autowired
    private Centre centre;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private StatementLog log;

    private Http admin;
    private String ivr;

    @BeforeEach
    void people() {
        admin = centre.as(centre.person("ADMIN"));
        ivr = centre.person("INTEGRATOR");
    }

    @Test
    void takesCallbacksInWithoutAPassword() {
        var list = centre.list();
        var program = centre.server().with(token("{'name':'Main IVR','roles':['INTEGRATOR']}"));

        var answer = program.post("/api/v1/callbacks", request(list));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.response().headers().allValues("Set-Cookie")).isEmpty();
        assertThat(jdbc.sql("SELECT actor FROM ringback.audit_event WHERE callback_id = ? ORDER BY id LIMIT 1")
                        .param(UUID.fromString(answer.json().path("id").asText()))
                        .query(String.class)
                        .single())
                .isEqualTo(ivr);
    }

    @Test
    void costsOneStatementAndNoPasswordHash() {
        var program = centre.server().with(token("{'name':'Main IVR','roles':['INTEGRATOR']}"));
        program.get("/api/v1/away-reasons");

        var statements = log.during(() -> program.get("/v3/api-docs.yaml"));

        assertThat(statements).hasSize(1).allMatch(statement -> statement.contains("FROM ringback.api_token"));
    }

    @Test
    void isShownOnceAndKeptAsAHash() {
        var made = make("{'name':'Main IVR','roles':['INTEGRATOR'],'expiresAt':'2099-01-01T00:00:00Z'}");

        var listed = admin.get(path()).json();

        assertThat(made.path("token").asText()).matches("rb_[0-9A-Za-z]{49}");
        assertThat(listed).hasSize(1);
        assertThat(listed.get(0).path("id")).isEqualTo(made.path("id"));
        assertThat(listed.get(0).path("name").asText()).isEqualTo("Main IVR");
        assertThat(listed.get(0).path("expiresAt").asText()).isEqualTo("2099-01-01T00:00:00Z");
        assertThat(listed.get(0).path("lastUsedAt").isNull()).isTrue();
        assertThat(listed.get(0).has("token")).isFalse();
        assertThat(jdbc.sql("SELECT t::text FROM ringback.api_token t")
                        .query(String.class)
                        .list())
                .noneMatch(row -> row.contains(made.path("token").asText()));
        assertThat(admin.get("/api/v1/settings").body()).doesNotContain("rb_").doesNotContain("Main IVR");
    }

    @Test
    void isNotReadAgainByCachesOnTheWay() {
        var answer = admin.post(path(), json("{'name':'Main IVR','roles':['INTEGRATOR']}"));

        assertThat(answer.header("Cache-Control")).contains("no-store");
    }

    @Test
    void worksNoMoreOnceItIsRevoked() {
        var made = make("{'name':'Main IVR','roles':['INTEGRATOR']}");
        var program = centre.server().with(made.path("token").asText());
        assertThat(program.get("/api/v1/lists").status()).isEqualTo(200);

        var id = made.path("id").asText();
        assertThat(admin.delete(path() + "/" + id).status()).isEqualTo(204);

        var refused = program.get("/api/v1/lists");
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.header("WWW-Authenticate")).contains("Bearer").contains("invalid_token");
        assertThat(admin.delete(path() + "/" + id).status()).isEqualTo(404);
        assertThat(history()).extracting(event -> event.path("type").asText()).contains("TOKEN_MADE", "TOKEN_REVOKED");
    }

    @Test
    void worksNoMoreWhileItsAccountIsDisabled() {
        var program = centre.server().with(token("{'name':'Main IVR','roles':['INTEGRATOR']}"));

        change("['INTEGRATOR']", false);
        assertThat(program.get("/api/v1/lists").status()).isEqualTo(401);
        change("['INTEGRATOR']", true);

        assertThat(program.get("/api/v1/lists").status()).isEqualTo(200);
    }

    @Test
    void losesTheRolesThatItsAccountLoses() {
        ivr = centre.person("INTEGRATOR", "SUPERVISOR");
        var program = centre.server().with(token("{'name':'Both','roles':['INTEGRATOR','SUPERVISOR']}"));
        assertThat(program.get("/api/v1/callbacks").status()).isEqualTo(200);

        change("['INTEGRATOR']", true);

        assertThat(program.get("/api/v1/callbacks").status()).isEqualTo(403);
        assertThat(program.get("/api/v1/lists").status()).isEqualTo(200);
    }

    @Test
    void hasNoRoleOfItsAccountThatItWasNotGiven() {
        ivr = centre.person("INTEGRATOR", "ADMIN", "SUPERVISOR");
        var program = centre.server().with(token("{'name':'Less','roles':['INTEGRATOR']}"));

        assertThat(program.get("/api/v1/accounts").status()).isEqualTo(403);
        assertThat(program.get("/api/v1/callbacks").status()).isEqualTo(403);
    }

    @Test
    void hasNoGroupsOfItsAccount() {
        var account = new Account(
                "ivr", "IVR", Set.of(Role.INTEGRATOR, Role.BACK_OFFICE), Set.of("billing"), true, null, false, 0);

        assertThat(account.heldTo(Set.of(Role.INTEGRATOR)).allGroups()).containsExactly("INTEGRATOR");
    }

    @Test
    void stopsByItselfAndItsFurtherUseIsKeptOnce() {
        var program = centre.server()
                .with(token("{'name':'For a day','roles':['INTEGRATOR'],'expiresAt':'%s'}"
                        .formatted(clock.instant().plus(Duration.ofDays(1)))));
        assertThat(program.get("/api/v1/lists").status()).isEqualTo(200);

        clock.advance(Duration.ofDays(1));

        assertThat(program.get("/api/v1/lists").status()).isEqualTo(401);
        assertThat(program.get("/api/v1/lists").status()).isEqualTo(401);
        assertThat(history())
                .filteredOn(event -> event.path("type").asText().equals("EXPIRED_TOKEN_USED"))
                .hasSize(1)
                .allMatch(event -> event.at("/changes/0/from").asText().equals("For a day"));
    }

    @Test
    void itsUseIsKeptToTheHour() {
        var program = centre.server().with(token("{'name':'Main IVR','roles':['INTEGRATOR']}"));
        var first = clock.instant();
        program.get("/api/v1/lists");

        clock.advance(TokenAuthentication.PRECISION.minusSeconds(1));
        program.get("/api/v1/lists");
        var withinTheHour = lastUsed();
        clock.advance(Duration.ofSeconds(2));
        program.get("/api/v1/lists");

        assertThat(withinTheHour).isEqualTo(first.toString());
        assertThat(lastUsed()).isEqualTo(clock.instant().toString());
    }

    @Test
    void guessingIsBrakedAndARightOneIsNot() {
        var right = token("{'name':'Main IVR','roles':['INTEGRATOR']}");

        for (int i = 0; i < LoginThrottle.FAILURES_OF_A_NAME; i++) {
            assertThat(guess()).isEqualTo(401);
        }

        assertThat(guess()).isEqualTo(429);
        assertThat(centre.server().with(right).get("/api/v1/lists").status()).isEqualTo(200);
        clock.advance(Duration.ofHours(1));
    }

    @Test
    void whatIsNoTokenIsRefusedWithoutAskingTheDatabase() {
        var statements = log.during(() -> assertThat(
                        centre.server().with("rb_nonsense").get("/api/v1/lists").status())
                .isEqualTo(401));

        assertThat(statements).isEmpty();
    }

    @Test
    void opensNoPages() {
        var token = token("{'name':'Main IVR','roles':['INTEGRATOR']}");

        assertThat(centre.server().with(token).get("/tasks").status()).isEqualTo(302);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'name':'','roles':['INTEGRATOR']} | 422",
                "{'name':'No role','roles':[]} | 422",
                "{'name':'Not its role','roles':['ADMIN']} | 422",
                "{'name':'No role at all'} | 422",
                "{'name':'Past','roles':['INTEGRATOR'],'expiresAt':'2020-01-01T00:00:00Z'} | 422",
                "{'name':'No list','roles':['INTEGRATOR'],'lists':[]} | 422",
                "{'name':'Unknown list','roles':['INTEGRATOR'],'lists':['nothing']} | 422"
            })
    void oneThatCannotBeIsNotMade(String request, int status) {
        assertThat(admin.post(path(), json(request)).status()).isEqualTo(status);
        assertThat(admin.get(path()).json()).isEmpty();
    }

    @Test
    void aNameIsGivenOnce() {
        token("{'name':'Main IVR','roles':['INTEGRATOR']}");

        assertThat(admin.post(path(), json("{'name':'Main IVR','roles':['INTEGRATOR']}"))
                        .status())
                .isEqualTo(409);
    }

    @ParameterizedTest
    @ValueSource(strings = {"INTEGRATOR", "SUPERVISOR", "AUDITOR"})
    void isMadeByAdministratorsOnly(String role) {
        var other = centre.as(centre.person(role));

        assertThat(other.post(path(), json("{'name':'x','roles':['INTEGRATOR']}"))
                        .status())
                .isEqualTo(403);
        assertThat(other.get(path()).status()).isEqualTo(403);
    }

    private int guess() {
        return centre.server()
                .with(ApiToken.random().text())
                .get("/api/v1/lists")
                .status();
    }

    private String request(String list) {
        return json("{'listId':'%s','phoneNumber':'%s','source':'IVR'}".formatted(list, centre.newNumber()));
    }

    private String path() {
        return "/api/v1/accounts/" + ivr + "/tokens";
    }

    private String token(String request) {
        return make(request).path("token").asText();
    }

    private JsonNode make(String request) {
        var answer = admin.post(path(), json(request));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }

    private void change(String roles, boolean enabled) {
        assertThat(admin.put(
                                "/api/v1/accounts/" + ivr,
                                json("{'name':'Test','roles':%s,'enabled':%s}".formatted(roles, enabled)))
                        .status())
                .isEqualTo(200);
    }

    private String lastUsed() {
        return admin.get(path()).json().get(0).path("lastUsedAt").asText();
    }

    private JsonNode history() {
        return admin.get("/api/v1/accounts/" + ivr + "/history").json().path("items");
    }
}
