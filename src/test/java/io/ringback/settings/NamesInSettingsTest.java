package io.ringback.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ringback.support.Centre;
import io.ringback.support.Http;
import io.ringback.support.RingbackTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Names in a file of settings are the same ones when they come back, whatever they consist of. */
@RingbackTest
class NamesInSettingsTest {

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
    void blanksAroundANameAreNoOtherName() {
        var file = """
                ringback: 1
                accounts:
                  %1$s-a: {name: ' Åke ', roles: [AGENT]}
                lists:
                  %1$s-b: {name: ' Nights ', region: FI, zone: UTC, dueAfter: PT1H, expiresAfter: PT2H}
                webhooks:
                  ' Blanks of %1$s ': {url: http://127.0.0.1/日本}
                """.formatted(list);

        var first = settings.put(file, false);
        var second = settings.put(file, false);

        assertThat(first.path("items").findValuesAsText("action")).containsOnly("CREATED");
        assertThat(second.path("items").findValuesAsText("action")).containsOnly("UNCHANGED");
        assertThat(settings.put(admin.get(SettingsFiles.PATH).body(), false)
                        .path("items")
                        .findValuesAsText("action"))
                .containsOnly("UNCHANGED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "y",
                "NO",
                "0o17",
                "1e3",
                "12:30:45",
                "=",
                "~",
                "a: b",
                "a #b",
                "- a",
                "l\u2019Été",
                "a\ufffeb",
                "a\u2028b",
                "\u00a0a",
                "\ud83d\ude00",
                "it's \"so\"",
                "a\\b",
                "null",
                "2026-12-24",
                "%a",
                "{a}"
            })
    void aNameIsReadBackAsItWas(String name) {
        var named = settings.admin()
                .put(
                        "/api/v1/lists/" + list,
                        new ObjectMapper()
                                .createObjectNode()
                                .put("name", name)
                                .put("region", "FI")
                                .put("zone", "UTC")
                                .put("dueAfter", "PT1H")
                                .put("expiresAfter", "PT2H")
                                .put("version", 1)
                                .toString());
        assertThat(named.status()).as(named.body()).isEqualTo(200);

        var sentBack = settings.put(admin.get(SettingsFiles.PATH).body(), false);

        assertThat(sentBack.path("items").findValuesAsText("action")).containsOnly("UNCHANGED");
        assertThat(theList(list).path("name").textValue())
                .isEqualTo(named.json().path("name").textValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\u0007b", "a\\nb", "a\\tb", "a\\x85b", "a\\u202eb", "a\\0b"})
    void controlCharactersAreNoNames(String name) {
        var answer = settings.send("ringback: 1\nlists:\n  %s: {name: \"%s\"}\n".formatted(list, name), false);

        assertThat(answer.status()).as(answer.body()).isIn(400, 422);
    }

    private JsonNode theList(String id) {
        return admin.get("/api/v1/lists/" + id).json();
    }
}
