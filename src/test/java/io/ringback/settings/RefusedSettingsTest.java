package io.ringback.settings;

import static io.ringback.support.Refusal.invalid;
import static io.ringback.support.Refusal.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.support.Centre;
import io.ringback.support.Http;
import io.ringback.support.RingbackTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A file of settings with anything wrong in it is refused as a whole, and all that is wrong is told. */
@RingbackTest
class RefusedSettingsTest {

    @Autowired
    private Centre centre;

    private SettingsFiles settings;
    private Http admin;
    private String list;

    @BeforeEach
    void anAdministratorAndAList() {
        settings = new SettingsFiles(centre);
        admin = settings.admin();
        list = centre.list();
    }

    @Test
    void everythingWrongIsToldAtOnceWithItsLineAndNothingIsChanged() {
        centre.request(list, centre.newNumber());

        var answer = settings.send("""
                ringback: 1
                accounts:
                  somebody-new:
                    name: New
                    roles: [BOSS]
                webhook: {}
                webhooks:
                  CRM: none
                lists:
                  %1$s:
                    archived: true
                  %1$s-b:
                    name: B
                    region: FI
                    zone: Europe/Helsinki
                    dueAfter: 1h
                    expiresAfter: PT8H
                  %1$s-c:
                    name: C
                    region: FI
                    zone: Europe/Helsinki
                    dueAfter: PT1H
                    expiresAfter: PT8H
                    colour: red
                  %1$s-d:
                    name: D
                    region: FI
                    zone: Europe/Helsinki
                    dueAfter: PT1H
                    expiresAfter: PT8H
                    agents:
                      - nobody-here
                  %1$s-e:
                    name: E
                    region: FI
                    zone: Europe/Helsinki
                    dueAfter: PT1H
                    expiresAfter: PT8H
                    retryAfterBusy: [PT5M, null]
                """.formatted(list), false);

        invalid(answer, "lists.%s-b.dueAfter".formatted(list));
        assertThat(errors(answer))
                .contains(
                        "accounts.somebody-new.roles[0] line 5",
                        "webhook line 6",
                        "webhooks.CRM line 8",
                        "lists.%s line 10".formatted(list),
                        "lists.%s-b.dueAfter line 16".formatted(list),
                        "lists.%s-c.colour line 24".formatted(list),
                        "lists.%s-d.agents[0] line 32".formatted(list),
                        "lists.%s-e.retryAfterBusy[1] line 39".formatted(list));
        assertThat(admin.get("/api/v1/lists/%s-d".formatted(list)).status()).isEqualTo(404);
    }

    @Test
    void aListThatNeverWasCannotBeArchived() {
        var file = "ringback: 1\nlists:\n  %s-x: {archived: true}\n".formatted(list);

        invalid(settings.send(file, true), "lists.%s-x".formatted(list));
        invalid(settings.send(file, false), "lists.%s-x".formatted(list));
    }

    @Test
    void anotherFormatOrPartIsRefused() {
        invalid(settings.send("lists: {}", true), "ringback");
        invalid(settings.send("ringback: 2", true), "ringback");
        invalid(settings.send("ringback: 1\nlist: {}", true), "list");
        invalid(settings.send("ringback: 1\nlists: [a]", true), "lists");
        invalid(settings.send("ringback: 1\nlists: {a: 1}", true), "lists.a");
        invalid(settings.send("ringback: 1\nlists: {a: {id: a}}", true), "lists.a.id");
        invalid(settings.send("ringback: 1\naccounts: {Ä: {name: a}}", true), "accounts.Ä");
        refused(settings.send("", true), 400, "malformed-request");
        refused(settings.send("a: *b", true), 400, "malformed-request");
    }

    @Test
    void aFileMayBeLargerThanOtherBodiesButNotOfAnySize() {
        var comment = "#" + "x".repeat(200_000) + "\n";

        assertThat(settings.send("ringback: 1\n" + comment, true).status()).isEqualTo(200);
        refused(settings.send("ringback: 1\n" + comment.repeat(45), true), 413, "payload-too-large");
    }

    private static List<String> errors(Http.Answer answer) {
        return answer.json().path("errors").findParents("field").stream()
                .map(error -> "%s %s"
                        .formatted(
                                error.path("field").asText(),
                                error.path("message").asText().replaceFirst(":.*", "")))
                .toList();
    }
}
