package io.ringback.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringback.support.Centre;
import io.ringback.support.Http;
import io.ringback.support.RingbackTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Settings are read and written as one file, which can be applied again and again. */
@RingbackTest
class AppliedSettingsTest {

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
    void whatWasReadChangesNothingWhenItIsSentBack() {
        var agent = centre.person("AGENT");
        centre.giveAccess(agent, list);

        var read = admin.get(SettingsFiles.PATH);
        var applied = settings.put(read.body(), false);

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

        var plan = settings.put(file, true);

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

        var first = settings.put(file, false);
        var second = settings.put(file, false);

        assertThat(first.path("items").findValuesAsText("action")).containsExactly("CREATED", "CREATED");
        assertThat(second.path("items").findValuesAsText("action")).containsExactly("UNCHANGED", "UNCHANGED");
        assertThat(theList(list + "-new").path("region").asText()).isEqualTo("NO");
        assertThat(theList(list + "-new").path("version").asInt()).isEqualTo(1);
        assertThat(admin.get("/api/v1/lists/%s-new/agents".formatted(list))
                        .json()
                        .findValuesAsText("agentId"))
                .containsExactly(agent);
        assertThat(admin.get(SettingsFiles.PATH).body()).contains("name: '112'", "region: 'NO'", "name: Åke");
    }

    @Test
    void callingHoursAndWebhooksAreInTheFile() {
        var file = """
                ringback: 1
                hours:
                  %1$s:
                    week: [{day: MONDAY, from: 08:00, to: 16:00}]
                    holidays: true
                    closedDays: [{date: 2026-11-15, name: Founding day, everyYear: true}]
                    openHolidays: [{date: 2026-01-06, everyYear: true}, {date: 2026-12-24}]
                webhooks:
                  CRM of %1$s: {url: 'https://127.0.0.1/events', lists: [%1$s]}
                """.formatted(list);

        var first = settings.put(file, false);
        var second = settings.put(file, false);
        var read = admin.get(SettingsFiles.PATH).body();
        var sentBack = settings.put(read, false);
        var open = settings.put("ringback: 1\nhours:\n  %s: {alwaysOpen: true}\n".formatted(list), false);

        assertThat(first.path("items").findValuesAsText("action")).containsExactly("CHANGED", "CREATED");
        assertThat(second.path("items").findValuesAsText("action")).containsExactly("UNCHANGED", "UNCHANGED");
        assertThat(read).contains("https://127.0.0.1/events").doesNotContain("whsec_");
        assertThat(read).contains("everyYear: true", "openHolidays:");
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

        var plan = settings.put("""
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

        assertThat(item(settings.put(file, false), list).path("action").asText())
                .isEqualTo("ARCHIVED");
        assertThat(item(settings.put(file, false), list).path("action").asText())
                .isEqualTo("UNCHANGED");
        assertThat(admin.get("/api/v1/lists/" + list).status()).isEqualTo(404);
    }

    @Test
    void theExampleOfTheDocumentationCanBeApplied() throws IOException {
        var text = Files.readString(Path.of("docs/settings.md"));

        settings.put(
                text.substring(text.indexOf("```yaml") + 7, text.indexOf("```", text.indexOf("```yaml") + 7)), true);
    }

    @Test
    void aNewAccountCannotSignInUntilItHasAPassword() {
        var id = list + "-boss";

        settings.put("ringback: 1\naccounts: {%s: {name: Boss, roles: [SUPERVISOR]}}".formatted(id), false);

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

        settings.put("ringback: 1\naccounts: {%s: {enabled: false}}".formatted(agent), false);

        assertThat(centre.as(agent).get("/api/v1/lists").status()).isEqualTo(401);
    }

    @Test
    void aDryRunEndsNoSession() {
        var agent = centre.person("AGENT");
        var browser = centre.signedIn(agent);

        settings.put("ringback: 1\naccounts: {%s: {enabled: false}}".formatted(agent), true);

        assertThat(browser.get("/api/v1/desk").status()).isEqualTo(200);
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
}
