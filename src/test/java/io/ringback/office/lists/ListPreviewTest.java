package io.ringback.office.lists;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.support.Centre;
import io.ringback.support.RingbackTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the page of a list says of requests under its settings. */
@RingbackTest
class ListPreviewTest {

    @Autowired
    private Centre centre;

    @Test
    void aRequestThatExpiresBeforeTheListOpensIsNeverOffered() {
        var list = centre.list();
        open(list, "MONDAY");

        assertThat(pageOf(list))
                .contains("A request on Friday at 16:50 is never offered: it expires on Saturday at 16:50")
                .doesNotContain("A request on Friday at 16:50 is offered");
    }

    @Test
    void aRequestOutsideTheHoursIsOfferedWhenTheListOpens() {
        var list = centre.list();
        open(list, "SATURDAY");

        assertThat(pageOf(list))
                .contains("A request on Friday at 16:50 is offered on Saturday at 08:00, is due at 09:00");
    }

    private void open(String list, String day) {
        var path = "/api/v1/lists/%s/hours".formatted(list);
        var sam = centre.as(centre.person("SUPERVISOR"));
        var answer = sam.put(
                path,
                "{\"week\":[{\"day\":\"%s\",\"from\":\"08:00\",\"to\":\"16:00\"}],\"version\":%d}"
                        .formatted(day, sam.get(path).json().path("version").asLong()));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private String pageOf(String list) {
        return centre.signedIn(centre.person("SUPERVISOR"))
                .page("/supervision/lists/" + list)
                .body();
    }
}
