package io.ringback;

import static io.ringback.support.Refusal.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.support.Centre;
import io.ringback.support.Http;
import io.ringback.support.RingbackTest;
import java.net.http.HttpRequest;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Only JSON is read where JSON is meant, and only what is sent is called by its name. */
@RingbackTest
class MediaTypesTest {

    @Autowired
    private Centre centre;

    private Http somebody;
    private String list;

    @BeforeEach
    void somebodyWithEveryRole() {
        list = centre.list();
        somebody = centre.as(centre.person("ADMIN", "SUPERVISOR", "AGENT", "INTEGRATOR", "AUDITOR"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text/plain",
                "text/plain;charset=UTF-8",
                "text/json",
                "text/csv",
                "text/xml",
                "text/yaml",
                "application/yaml",
                "application/x-yaml",
                "application/vnd.yaml",
                "application/xml",
                "application/cbor",
                "application/x-jackson-smile",
                "application/toml",
                "application/octet-stream",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "application/jsonl",
                "application/json;charset=UTF-16",
                "application/json;charset=iso-8859-1",
                "application/json;charset=nonsense",
                "application/*",
                "*/*",
                "json",
                "application/json/x"
            })
    void whatIsNotSaidToBeJsonIsNotRead(String type) {
        var softly = new SoftAssertions();

        for (var call : HostileInputs.CALLS) {
            if (takesJson(call)) {
                var path = call.path().replace("{id}", HostileInputs.UNKNOWN);
                var answer = somebody.send(typed(path, type)
                        .method(call.method(), HttpRequest.BodyPublishers.ofString(call.body()))
                        .build());
                softly.assertThat(answer.status())
                        .as("%s %s: %s", call.method(), path, answer.body())
                        .isEqualTo(415);
                softly.assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
            }
        }

        softly.assertAll();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[0, 5]", "[admin]", "[ADMIN]", "ADMIN", "0"})
    void noYamlMakesAnAdministrator(String roles) {
        var id = list + "-boss";

        var answer = somebody.send(typed("/api/v1/accounts", "application/yaml")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "id: %s\nname: Boss\npassword: correct horse\nroles: %s\n".formatted(id, roles)))
                .build());

        refused(answer, 415, "unsupported-media-type");
        assertThat(somebody.get("/api/v1/accounts/" + id).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[0, 5]",
                "[5]",
                "[\"5\"]",
                "[5.0]",
                "[\"admin\"]",
                "[\"Admin\"]",
                "[\" ADMIN \"]",
                "[[\"ADMIN\"]]",
                "[{\"name\": \"ADMIN\"}]",
                "[\"AGENT\", \"ROLE_ADMIN\"]",
                "[true]",
                "[null]",
                "\"ADMIN\"",
                "5",
                "{\"0\": \"ADMIN\"}",
                "{}",
                "null"
            })
    void noOtherSpellingMakesAnAdministrator(String roles) {
        var id = list + "-boss";
        var account = "{\"id\": \"%s\", \"name\": \"Boss\", \"password\": \"correct horse\", \"roles\": %s}";

        var answer = somebody.post("/api/v1/accounts", account.formatted(id, roles));

        refused(answer, 422, "validation");
        assertThat(answer.json().at("/errors/0/field").asText()).startsWith("roles");
        assertThat(somebody.get("/api/v1/accounts/" + id).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/json", "application/json; charset=utf-8", "Application/JSON;charset=\"UTF-8\""})
    void jsonIsReadHoweverItsNameIsWritten(String type) {
        var answer = somebody.send(typed("/api/v1/lists/%s/agents/%s/active".formatted(list, "nobody"), type)
                .PUT(HttpRequest.BodyPublishers.ofString("{\"active\":true}"))
                .build());

        assertThat(answer.status()).as(answer.body()).isNotEqualTo(415);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lists | */* | application/json",
                "lists | application/* | application/json",
                "lists | application/json | application/json",
                "lists | application/json;charset=utf-8 | application/json",
                "lists | text/html, */*;q=0.1 | application/json",
                "lists | application/vnd.x+json, */*;q=0.1 | application/json",
                "lists | application/*+json, application/json;q=0.5 | application/json",
                "lists | application/json;charset=iso-8859-1, */*;q=0.1 | application/json",
                "settings | */* | application/yaml;charset=UTF-8",
                "settings | application/yaml | application/yaml;charset=UTF-8",
                "exports/lists.csv | text/csv | text/csv;charset=UTF-8",
                "exports/lists.csv | text/* | text/csv;charset=UTF-8",
                "exports/lists.json | application/json | application/json"
            })
    void whatIsAskedForIsSentAndCalledByItsName(String path, String accept, String type) {
        var answer = asking("/api/v1/" + path, accept);

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lists | application/xml",
                "lists | application/yaml",
                "lists | text/csv",
                "lists | text/html",
                "lists | text/event-stream",
                "lists | application/cbor",
                "lists | application/vnd.x+json",
                "lists | application/*+json",
                "lists | application/json;charset=iso-8859-1",
                "lists | application/json;charset=UTF-16",
                "lists | application/json;version=2",
                "lists | application/json;q=0",
                "lists | application/json;q=0, */*",
                "lists | nonsense",
                "settings | application/json",
                "settings | text/html",
                "settings | application/yaml;charset=UTF-16",
                "exports/lists.csv | application/json",
                "exports/lists.csv | text/csv;charset=iso-8859-1",
                "exports/lists.json | text/csv",
                "desk/events | application/json"
            })
    void whatIsNotSentIsNotAcceptable(String path, String accept) {
        var answer = asking("/api/v1/" + path, accept);

        refused(answer, 406, "not-acceptable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/csv", "application/yaml", "application/xml", "text/html", "image/png", "application/json"})
    void aProblemIsAlwaysAProblemDocument(String accept) {
        var answer = asking("/api/v1/exports/nothing.csv", accept);

        refused(answer, 404, "not-found");
    }

    @Test
    void aProblemTellsWhatIsSentInstead() {
        assertThat(asking("/api/v1/settings", "application/json")
                        .json()
                        .path("detail")
                        .asText())
                .contains("application/yaml");
        assertThat(asking("/api/v1/exports/lists.csv", "image/png")
                        .json()
                        .path("detail")
                        .asText())
                .contains("text/csv");
        assertThat(somebody.send(typed("/api/v1/imports", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                                .build())
                        .json()
                        .path("detail")
                        .asText())
                .contains("text/csv");
    }

    private Http.Answer asking(String path, String accept) {
        return somebody.send(
                somebody.request(path).header("Accept", accept).GET().build());
    }

    /** Bodies of files, and the calls that take no body whatever they are sent. */
    private static boolean takesJson(HostileInputs.Call call) {
        return !call.body().equals("{\"a\":\"b\"}") && !call.path().equals("/api/v1/settings");
    }

    private HttpRequest.Builder typed(String path, String type) {
        var request = somebody.request(path);
        return type.isEmpty() ? request : request.header("Content-Type", type);
    }
}
