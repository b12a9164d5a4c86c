package io.ringback.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringback.support.Centre;
import io.ringback.support.EventReceiver;
import io.ringback.support.Http;
import io.ringback.support.MovableClock;
import io.ringback.support.RingbackTest;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
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
    void writesAnAddressAsItIsSent() {
        var made = hooks.of(receiver, Map.of("url", Centre.quoted(receiver.url().replace("/events", "/日本"))));

        test(made);

        assertThat(made.path("url").asText()).contains("/%E6%97%A5%E6%9C%AC?");
        assertThat(receiver.received().get(0).path()).startsWith("/%E6%97%A5%E6%9C%AC?");
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
