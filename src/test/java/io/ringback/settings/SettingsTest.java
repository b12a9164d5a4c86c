package io.ringback.settings;

import static io.ringback.support.Refusal.invalid;
import static io.ringback.support.Refusal.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringback.support.Centre;
import io.ringback.support.Http;
import io.ringback.support.RingbackTest;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Settings are read and written as one file. */
@RingbackTest
class SettingsTest {

    private static final String PATH = "/api/v1/settings";

    @Autowired
    private Centre centre;

    private Http admin;
    private String list;

    @BeforeEach
    void anAdministratorAndAList() {
        admin = centre.as(centre.person("ADMIN"));
        list = centre.list();
    }

    @Test
    void whatWasReadChangesNothingWhenItIsSentBack() {
        var agent = centre.person("AGENT");
        centre.giveAccess(agent, list);

        var read = admin.get(PATH);
        var applied = put(read.body(), false);

        assertThat(read.header("Content-Type")).isEqualTo("application/yaml;charset=UTF-8");
        assertThat(read.body())
                .startsWith("ringback: 1\naccounts:\n")
                .contains("  %s:\n    name: List %s\n".formatted(list, list), "      - " + agent + "\n")
                .doesNotContain("bcrypt", "version:");
        assertThat(applied.path("items").findValuesAsText("action"))
                .isNotEmpty()
                .containsOnly("UNCHANGED");
    }

    @Test
    void aDryRunTellsWhatWouldBeChangedAndChangesNothing() {
        var file = """
                ringback: 1
                lists:
                  %s: {name: Night, autoStopAfter: null}
                """.formatted(list);

        var plan = put(file, true);

        assertThat(plan.path("dryRun").asBoolean()).isTrue();
        assertThat(item(plan, list).path("action").asText()).isEqualTo("CHANGED");
        assertThat(difference(plan, list, "name").path("before").asText()).isEqualTo("List " + list);
        assertThat(difference(plan, list, "name").path("after").asText()).isEqualTo("Night");
        assertThat(difference(plan, list, "autoStopAfter").path("before").asText())
                .isEqualTo("PT2M");
        assertThat(difference(plan, list, "autoStopAfter").path("after").isNull())
                .isTrue();
        assertThat(theList(list).path("name").asText()).isEqualTo("List " + list);
        assertThat(theList(list).path("version").asInt()).isEqualTo(1);
    }

    @Test
    void appliedTwiceItIsTheSame() {
        var agent = list + "-agent";
        var file = """
                ringback: 1
                accounts:
                  %1$s: {name: Åke, roles: [AGENT]}
                lists:
                  %2$s-new:
                    name: "112"
                    region: NO
                    zone: Europe/Oslo
                    dueAfter: PT1H
                    expiresAfter: PT8H
                    agents: [%1$s]
                """.formatted(agent, list);

        var first = put(file, false);
        var second = put(file, false);

        assertThat(first.path("items").findValuesAsText("action")).containsExactly("CREATED", "CREATED");
        assertThat(second.path("items").findValuesAsText("action")).containsExactly("UNCHANGED", "UNCHANGED");
        assertThat(theList(list + "-new").path("region").asText()).isEqualTo("NO");
        assertThat(theList(list + "-new").path("version").asInt()).isEqualTo(1);
        assertThat(admin.get("/api/v1/lists/%s-new/agents".formatted(list))
                        .json()
                        .findValuesAsText("agentId"))
                .containsExactly(agent);
        assertThat(admin.get(PATH).body()).contains("name: '112'", "region: 'NO'", "name: Åke");
    }

    @Test
    void callingHoursAndWebhooksAreInTheFile() {
        var file = """
                ringback: 1
                hours:
                  %1$s:
                    week: [{day: MONDAY, from: 08:00, to: 16:00}]
                    holidays: true
                webhooks:
                  CRM of %1$s: {url: 'https://127.0.0.1/events', lists: [%1$s]}
                """.formatted(list);

        var first = put(file, false);
        var second = put(file, false);
        var read = admin.get(PATH).body();
        var sentBack = put(read, false);
        var open = put("ringback: 1\nhours:\n  %s: {alwaysOpen: true}\n".formatted(list), false);

        assertThat(first.path("items").findValuesAsText("action")).containsExactly("CHANGED", "CREATED");
        assertThat(second.path("items").findValuesAsText("action")).containsExactly("UNCHANGED", "UNCHANGED");
        assertThat(read).contains("https://127.0.0.1/events").doesNotContain("whsec_");
        assertThat(sentBack.path("items").findValuesAsText("action")).containsOnly("UNCHANGED");
        assertThat(open.path("items").findValuesAsText("action")).containsExactly("CHANGED");
        assertThat(admin.get("/api/v1/lists/%s/hours".formatted(list))
                        .json()
                        .path("alwaysOpen")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void agentsAreAllWhoHaveAccess() {
        var anna = centre.person("AGENT");
        var bo = centre.person("AGENT");
        centre.giveAccess(anna, list);

        var plan = put("""
                ringback: 1
                lists:
                  %s: {agents: [%s]}
                """.formatted(list, bo), false);

        assertThat(difference(plan, list, "agents").path("before").asText()).isEqualTo(anna);
        assertThat(difference(plan, list, "agents").path("after").asText()).isEqualTo(bo);
        assertThat(admin.get("/api/v1/lists/%s/agents".formatted(list)).json().findValuesAsText("agentId"))
                .containsExactly(bo);
    }

    @Test
    void aListIsArchivedOnceAndStaysSo() {
        var file = "ringback: 1\nlists:\n  %s: {archived: true}\n".formatted(list);

        assertThat(item(put(file, false), list).path("action").asText()).isEqualTo("ARCHIVED");
        assertThat(item(put(file, false), list).path("action").asText()).isEqualTo("UNCHANGED");
        assertThat(admin.get("/api/v1/lists/" + list).status()).isEqualTo(404);
    }

    @Test
    void aListThatNeverWasCannotBeArchived() {
        var file = "ringback: 1\nlists:\n  %s-x: {archived: true}\n".formatted(list);

        invalid(send(file, true), "lists.%s-x".formatted(list));
        invalid(send(file, false), "lists.%s-x".formatted(list));
    }

    @Test
    void theExampleOfTheDocumentationCanBeApplied() throws IOException {
        var text = Files.readString(Path.of("docs/settings.md"));

        put(text.substring(text.indexOf("```yaml") + 7, text.indexOf("```", text.indexOf("```yaml") + 7)), true);
    }

    @Test
    void everythingWrongIsToldAtOnceWithItsLineAndNothingIsChanged() {
        centre.request(list, centre.newNumber());

        var answer = send("""
                ringback: 1
                accounts:
                  somebody-new:
                    name: New
                    roles: [BOSS]
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
                """.formatted(list), false);

        invalid(answer, "lists.%s-b.dueAfter".formatted(list));
        assertThat(errors(answer))
                .contains(
                        "accounts.somebody-new.roles[0] line 5",
                        "lists.%s line 7".formatted(list),
                        "lists.%s-b.dueAfter line 13".formatted(list),
                        "lists.%s-c.colour line 21".formatted(list),
                        "lists.%s-d.agents[0] line 29".formatted(list));
        assertThat(admin.get("/api/v1/lists/%s-d".formatted(list)).status()).isEqualTo(404);
    }

    @Test
    void anotherFormatOrPartIsRefused() {
        invalid(send("lists: {}", true), "ringback");
        invalid(send("ringback: 2", true), "ringback");
        invalid(send("ringback: 1\nlist: {}", true), "list");
        invalid(send("ringback: 1\nlists: [a]", true), "lists");
        invalid(send("ringback: 1\nlists: {a: 1}", true), "lists.a");
        invalid(send("ringback: 1\nlists: {a: {id: a}}", true), "lists.a.id");
        invalid(send("ringback: 1\naccounts: {Ä: {name: a}}", true), "accounts.Ä");
        refused(send("", true), 400, "malformed-request");
        refused(send("a: *b", true), 400, "malformed-request");
    }

    @Test
    void aNewAccountCannotSignInUntilItHasAPassword() {
        var id = list + "-boss";

        put("ringback: 1\naccounts: {%s: {name: Boss, roles: [SUPERVISOR]}}".formatted(id), false);

        assertThat(centre.server().as(id, "").get("/api/v1/lists").status()).isEqualTo(401);
        assertThat(admin.put("/api/v1/accounts/%s/password".formatted(id), "{\"password\":\"correct horse\"}")
                        .status())
                .isEqualTo(204);
        assertThat(centre.as(id).get("/api/v1/lists").status()).isEqualTo(200);
    }

    @Test
    void anAccountThatIsDisabledIsOutAtOnce() {
        var agent = centre.person("AGENT");
        assertThat(centre.as(agent).get("/api/v1/lists").status()).isEqualTo(200);

        put("ringback: 1\naccounts: {%s: {enabled: false}}".formatted(agent), false);

        assertThat(centre.as(agent).get("/api/v1/lists").status()).isEqualTo(401);
    }

    @Test
    void aDryRunEndsNoSession() {
        var agent = centre.person("AGENT");
        var browser = centre.signedIn(agent);

        put("ringback: 1\naccounts: {%s: {enabled: false}}".formatted(agent), true);

        assertThat(browser.get("/api/v1/desk").status()).isEqualTo(200);
    }

    @Test
    void aFileMayBeLargerThanOtherBodiesButNotOfAnySize() {
        var comment = "#" + "x".repeat(200_000) + "\n";

        assertThat(send("ringback: 1\n" + comment, true).status()).isEqualTo(200);
        refused(send("ringback: 1\n" + comment.repeat(6), true), 413, "payload-too-large");
    }

    private JsonNode put(String yaml, boolean dryRun) {
        var answer = send(yaml, dryRun);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private Http.Answer send(String yaml, boolean dryRun) {
        return admin.send(admin.request(PATH + "?dryRun=" + dryRun)
                .header("Content-Type", "application/yaml")
                .PUT(HttpRequest.BodyPublishers.ofString(yaml))
                .build());
    }

    private JsonNode theList(String id) {
        return admin.get("/api/v1/lists/" + id).json();
    }

    private static JsonNode item(JsonNode plan, String id) {
        return plan.path("items").findParents("id").stream()
                .filter(item -> item.path("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode difference(JsonNode plan, String id, String setting) {
        return item(plan, id).path("differences").findParents("setting").stream()
                .filter(difference -> difference.path("setting").asText().equals(setting))
                .findFirst()
                .orElseThrow();
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
