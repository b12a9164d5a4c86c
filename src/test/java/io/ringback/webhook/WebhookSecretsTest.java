package io.ringback.webhook;

import static io.ringback.support.Refusal.conflict;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringback.platform.database.Seal;
import io.ringback.platform.database.SealFailure;
import io.ringback.platform.database.Transactions;
import io.ringback.support.Centre;
import io.ringback.support.EventReceiver;
import io.ringback.support.Http;
import io.ringback.support.MovableClock;
import io.ringback.support.RingbackTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which secrets messages are signed with, and how they are kept. */
@RingbackTest
class WebhookSecretsTest {

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

    private void test(JsonNode webhook) {
        assertThat(admin.post(Hooks.path(webhook) + "/test", "")
                        .json()
                        .path("delivered")
                        .asBoolean())
                .isTrue();
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
}
