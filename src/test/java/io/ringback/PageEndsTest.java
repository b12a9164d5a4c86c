package io.ringback;

import static io.ringback.support.Refusal.invalid;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.support.Centre;
import io.ringback.support.Http;
import io.ringback.support.RingbackTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Leafing does not end in silence where no page has ended; callbacks and histories of lists have tests of their own. */
@RingbackTest
class PageEndsTest {

    @Autowired
    private Centre centre;

    private Http admin;

    @BeforeEach
    void anAdministrator() {
        admin = centre.as(centre.person("ADMIN"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "999999", "9223372036854775807", "9223372036854775808", "0", "-1", "x"})
    void noPageOfDeliveriesHadThisEnd(String after) {
        var webhook = admin.post(
                "/api/v1/webhooks", "{\"name\":\"%s\",\"url\":\"http://127.0.0.1/\"}".formatted(centre.list()));
        assertThat(webhook.status()).as(webhook.body()).isEqualTo(201);
        var path = "/api/v1/webhooks/" + webhook.json().path("id").asText();

        invalid(admin.get(path + "/deliveries?after=" + after), "after");
        admin.delete(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "0", "-1", "9223372036854775806", "9223372036854775808", "x"})
    void noPageOfAnAccountsHistoryHadThisEnd(String before) {
        var person = centre.person("AGENT");

        invalid(admin.get("/api/v1/accounts/%s/history?before=%s".formatted(person, before)), "before");
    }
}
