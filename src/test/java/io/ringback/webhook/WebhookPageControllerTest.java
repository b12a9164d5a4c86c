package io.ringback.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.support.Centre;
import io.ringback.support.EventReceiver;
import io.ringback.support.RingbackTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the pages of webhooks show. */
@RingbackTest
class WebhookPageControllerTest {

    private final EventReceiver receiver = EventReceiver.start();

    @Autowired
    private Centre centre;

    @Autowired
    private OutgoingEvents events;

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void close() {
        jdbc.sql("DELETE FROM ringback.webhook").update();
        receiver.close();
    }

    @Test
    void showAWebhookAndItsDeliveriesButNeverItsSecret() {
        var list = centre.list();
        var webhook = new Hooks(centre).of(receiver, list);
        receiver.answering(event -> 500);
        centre.request(list, centre.newNumber());
        events.runOnce();
        var browser = centre.signedIn(centre.person("ADMIN"));
        var path = "/admin/webhooks/" + webhook.path("id").asText();

        var all = browser.page("/admin/webhooks");
        var one = browser.page(path);
        var part = browser.page(path + "/deliveries?status=PENDING");

        assertThat(all.body()).contains("127.0.0.1").contains("CRM").doesNotContain("s3cret");
        assertThat(one.body())
                .contains("callback.requested")
                .contains("The target answered with status 500.")
                .contains(list)
                .doesNotContain("whsec_");
        assertThat(part.body()).contains("callback.requested").doesNotContain("<html");
        assertThat(browser.page(path + "?status=DEAD").body()).doesNotContain("status 500");
    }

    @ParameterizedTest
    @CsvSource({"en, New webhook", "fi, Uusi webhook", "sv, Ny webhook"})
    void speakTheLanguageOfTheReader(String language, String title) {
        var browser = centre.signedIn(centre.person("ADMIN"));

        assertThat(browser.page("/admin/webhooks/new?lang=" + language).body()).contains("<h1>" + title + "</h1>");
    }
}
