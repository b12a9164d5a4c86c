package io.ringback.webhook;

import static io.ringback.support.Refusal.conflict;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringback.platform.Seal;
import io.ringback.platform.SealFailure;
import io.ringback.platform.Transactions;
import io.ringback.support.Centre;
import io.ringback.support.EventReceiver;
import io.ringback.support.Http;
import io.ringback.support.MovableClock;
import io.ringback.support.RingbackTest;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Making and changing webhooks. */
@RingbackTest
class WebhookApiTest {

    private final EventReceiver receiver = EventReceiver.start();

    @Autowired
    private Centre centre;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MovableClock clock;

    @Autowired
    private SecretsAtStart atStart;

    @Autowired
    private Webhooks webhooks;

    @Autowired
    private JdbcWebhooks rows;

    @Autowired
    private Transactions transactions;

    @Autowired
    private Environment settings;

    private Hooks hooks;
    private Http admin;

    @BeforeEach
    void anAdministrator() {
        hooks = new Hooks(centre);
        admin = hooks.admin();
    }

    @AfterEach
    void close() {
        jdbc.sql("DELETE FROM ringback.webhook").update();
        receiver.close();
    }

    @Test
    void answersTheSecretOnceAndNeverAgain() {
        var made = hooks.of(receiver, Map.of());

        assertThat(made.path("secret").asText()).startsWith("whsec_");
        assertThat(made.path("enabled").asBoolean()).isTrue();
        assertThat(made.path("includePersonalData").asBoolean()).isFalse();
        assertThat(hooks.get(made).has("secret")).isFalse();
        assertThat(admin.get("/api/v1/webhooks").body())
                .contains(made.path("id").asText())
                .doesNotContain("whsec_");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "url | \"https://elsewhere.example/\" | ringback.webhooks.hosts",
                "url | \"ftp://127.0.0.1/\" | https",
                "url | \"https://user:pass@127.0.0.1/\" | user name",
                "url | null | blank",
                "name | \"\" | blank",
                "types | [\"io.ringback.callback.alocated\"] | types of events",
                "lists | [\"nowhere\"] | lists that there are",
            })
    void refusesWhatCannotBe(String field, String value, String why) {
        var fields = new TreeMap<>(Map.of("name", "\"CRM\"", "url", "\"https://127.0.0.1/\""));
        fields.put(field, value);

        var refused = admin.post("/api/v1/webhooks", Centre.object(fields));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().at("/errors/0/field").asText()).isEqualTo(field);
        assertThat(refused.json().at("/errors/0/message").asText()).contains(why);
    }

    @Test
    void changesOnlyTheVersionThatWasRead() {
        var made = hooks.of(receiver, Map.of());
        var change = "{\"name\":\"ERP\",\"url\":\"https://127.0.0.1/x\",\"enabled\":false}";

        var changed = put(made, "\"1\"", change);
        var again = put(made, "\"1\"", change);
        var without = admin.put(Hooks.path(made), change);

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.header("ETag")).isEqualTo("\"2\"");
        assertThat(changed.json().path("name").asText()).isEqualTo("ERP");
        assertThat(changed.json().path("enabled").asBoolean()).isFalse();
        assertThat(again.status()).isEqualTo(412);
        assertThat(without.status()).isEqualTo(428);
    }

    @Test
    void signsWithBothSecretsForADay() {
        var made = hooks.of(receiver, Map.of());
        var old = made.path("secret").asText();

        var rotated = admin.post(Hooks.path(made) + "/secret", "").json();

        var present = rotated.path("secret").asText();
        assertThat(present).isNotEqualTo(old);
        test(made);
        clock.advance(Duration.ofHours(25));
        test(made);
        assertThat(receiver.received())
                .satisfiesExactly(
                        first -> {
                            assertThat(SignatureCheck.accepts(old, first)).isTrue();
                            assertThat(SignatureCheck.accepts(present, first)).isTrue();
                        },
                        second -> {
                            assertThat(SignatureCheck.accepts(old, second)).isFalse();
                            assertThat(SignatureCheck.accepts(present, second)).isTrue();
                        });
    }

    @Test
    void signsWithEverySecretThatIsStillWithinItsDay() {
        var made = hooks.of(receiver, Map.of());
        var first = made.path("secret").asText();
        clock.advance(Duration.ofHours(1));
        var second = rotated(made);
        clock.advance(Duration.ofHours(1));
        var third = rotated(made);

        test(made);
        clock.advance(Duration.ofHours(23).plusMinutes(30));
        test(made);
        clock.advance(Duration.ofMinutes(31));
        test(made);

        assertThat(accepted(0, first, second, third)).containsExactly(true, true, true);
        assertThat(accepted(1, first, second, third)).containsExactly(false, true, true);
        assertThat(accepted(2, first, second, third)).containsExactly(false, false, true);
    }

    @Test
    void doesNotSignWithMoreAndMoreSecrets() {
        var made = hooks.of(receiver, Map.of());
        for (int change = 0; change < 5; change++) {
            rotated(made);
        }

        conflict(admin.post(Hooks.path(made) + "/secret", ""));
        clock.advance(Duration.ofHours(25));

        assertThat(rotated(made)).startsWith("whsec_");
    }

    @Test
    void keepsNoSecretInTheClear() {
        var made = hooks.of(receiver, Map.of());
        var second = rotated(made);

        assertThat(stored()).hasSize(2).allMatch(secret -> secret.startsWith("v1:"));
        assertThat(String.join(" ", stored()))
                .doesNotContain(made.path("secret").asText().substring(6), second.substring(6));
    }

    @Test
    void sealsAtTheStartWhatWasStoredInTheClear() {
        var made = hooks.of(receiver, Map.of());
        rotated(made);
        var clear = List.of(Secret.random().text(), Secret.random().text());
        jdbc.sql("UPDATE ringback.webhook SET secret = ?").param(clear.get(0)).update();
        jdbc.sql("UPDATE ringback.webhook_former_secret SET secret = ?")
                .param(clear.get(1))
                .update();

        atStart.run();
        test(made);

        assertThat(stored()).hasSize(2).allMatch(secret -> secret.startsWith("v1:"));
        assertThat(accepted(0, clear.get(0), clear.get(1))).containsExactly(true, true);
    }

    @Test
    void doesNotStartWithAnotherKeyAndChangesNothing() {
        hooks.of(receiver, Map.of());
        var before = stored();
        var another = Seal.with("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", List.of());

        assertThatThrownBy(() -> new SecretsAtStart(webhooks, rows, another, transactions).run())
                .isInstanceOf(SealFailure.class)
                .hasMessageContaining("does not have");
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void sealsAnewWhenTheKeyWasChanged() {
        var present = settings.getRequiredProperty("ringback.secrets.key");
        var key = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
        hooks.of(receiver, Map.of());
        var before = stored();

        new SecretsAtStart(webhooks, rows, Seal.with(key, List.of(present)), transactions).run();
        var changed = stored();
        new SecretsAtStart(webhooks, rows, Seal.with(present, List.of(key)), transactions).run();

        assertThat(changed).doesNotContainAnyElementsOf(before);
        assertThat(stored()).allMatch(secret -> secret.startsWith(before.get(0).substring(0, 11)));
    }

    @Test
    void writesAnAddressAsItIsSent() {
        var made = hooks.of(receiver, Map.of("url", Centre.quoted(receiver.url().replace("/events", "/日本"))));

        test(made);

        assertThat(made.path("url").asText()).contains("/%E6%97%A5%E6%9C%AC?");
        assertThat(receiver.received().get(0).path()).startsWith("/%E6%97%A5%E6%9C%AC?");
    }

    private String rotated(JsonNode webhook) {
        return admin.post(Hooks.path(webhook) + "/secret", "")
                .json()
                .path("secret")
                .asText();
    }

    private List<Boolean> accepted(int message, String... secrets) {
        var received = receiver.received().get(message);
        return Stream.of(secrets)
                .map(secret -> SignatureCheck.accepts(secret, received))
                .toList();
    }

    private List<String> stored() {
        return jdbc.sql(
                        "SELECT secret FROM ringback.webhook UNION ALL SELECT secret FROM ringback.webhook_former_secret")
                .query(String.class)
                .list();
    }

    @Test
    void saysWhatCameOfATest() {
        var made = hooks.of(receiver, Map.of());

        var taken = test(made);
        receiver.answering(event -> 500);
        var refused = test(made);

        assertThat(taken.path("delivered").asBoolean()).isTrue();
        assertThat(taken.path("status").asInt()).isEqualTo(204);
        assertThat(refused.path("delivered").asBoolean()).isFalse();
        assertThat(refused.path("error").asText()).contains("500");
        assertThat(receiver.received().get(0).json().path("type").asText()).isEqualTo("io.ringback.test");
    }

    @Test
    void leavesATrailWithoutSecretsAndAddresses() {
        var made = hooks.of(receiver, Map.of());
        put(made, "1", "{\"name\":\"ERP\",\"url\":\"https://127.0.0.1/?key=other\"}");
        admin.post(Hooks.path(made) + "/secret", "");

        assertThat(admin.delete(Hooks.path(made)).status()).isEqualTo(204);

        var trail = jdbc.sql("""
                        SELECT type || ' ' || details FROM ringback.audit_event
                        WHERE details->>'webhookId' = ? ORDER BY id""")
                .param(made.path("id").asText())
                .query(String.class)
                .list();
        assertThat(trail)
                .satisfiesExactly(
                        created -> assertThat(created).startsWith("WEBHOOK_CREATED"),
                        changed -> assertThat(changed)
                                .startsWith("WEBHOOK_CHANGED")
                                .contains(" → ERP"),
                        rotated -> assertThat(rotated).startsWith("WEBHOOK_SECRET_ROTATED"),
                        deleted -> assertThat(deleted).startsWith("WEBHOOK_DELETED"));
        assertThat(trail).noneMatch(row -> row.contains("s3cret") || row.contains("key=") || row.contains("whsec_"));
        assertThat(admin.get(Hooks.path(made)).status()).isEqualTo(404);
    }

    @Test
    void keepsTheirNumberBounded() {
        for (int number = 0; number < Webhooks.MOST; number++) {
            hooks.of(receiver, Map.of());
        }

        var oneMore = admin.post("/api/v1/webhooks", "{\"name\":\"CRM\",\"url\":\"https://127.0.0.1/\"}");

        assertThat(oneMore.status()).isEqualTo(409);
    }

    @Test
    void givesNoNameTwice() {
        var first = hooks.of(receiver, Map.of("name", "\"Reporting\""));
        var second = hooks.of(receiver, Map.of());

        var made = admin.post("/api/v1/webhooks", "{\"name\":\"Reporting\",\"url\":\"https://127.0.0.1/\"}");
        var renamed =
                admin.put(Hooks.path(second), "{\"name\":\"Reporting\",\"url\":\"https://127.0.0.1/\",\"version\":1}");
        var unchanged =
                admin.put(Hooks.path(first), "{\"name\":\"Reporting\",\"url\":\"https://127.0.0.1/x\",\"version\":1}");

        assertThat(made.status()).isEqualTo(409);
        assertThat(renamed.status()).isEqualTo(409);
        assertThat(unchanged.status()).isEqualTo(200);
    }

    private JsonNode test(JsonNode webhook) {
        return admin.post(Hooks.path(webhook) + "/test", "").json();
    }

    private Http.Answer put(JsonNode webhook, String ifMatch, String body) {
        return admin.send(admin.request(Hooks.path(webhook))
                .header("Content-Type", "application/json")
                .header("If-Match", ifMatch)
                .PUT(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }
}
