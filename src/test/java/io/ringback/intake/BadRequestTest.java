package io.ringback.intake;

import static io.ringback.support.Json.json;
import static io.ringback.support.Refusal.invalid;
import static io.ringback.support.Refusal.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.support.Centre;
import io.ringback.support.Http;
import io.ringback.support.RingbackTest;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Bad input to the intake is a problem document with the field named, and nothing is stored. */
@RingbackTest
class BadRequestTest {

    private static final String PATH = "/api/v1/callbacks";

    @Autowired
    private Centre centre;

    private String list;
    private Http ivr;

    @BeforeEach
    void anIvrAndAList() {
        list = centre.list();
        ivr = centre.as(centre.person("INTEGRATOR"));
    }

    @AfterEach
    void nothingIsStored() {
        var stored = centre.as(centre.person("SUPERVISOR")).get(PATH + "?listId=" + list);
        assertThat(stored.json().path("items")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "null", "{", "{\"listId\":", "not json", "{}{}", "{\"a\":1,\"a\":2}"})
    void whatIsNotJsonIsMalformed(String body) {
        refused(ivr.post(PATH, body), 400, "malformed-json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "5", "\"text\"", "true"})
    void whatIsNoObjectIsNotValid(String body) {
        refused(ivr.post(PATH, body), 422, "validation");
    }

    @Test
    void anotherMediaTypeIsNotSupported() {
        var xml = ivr.request(PATH)
                .header("Content-Type", "application/xml")
                .POST(HttpRequest.BodyPublishers.ofString("<callback/>"))
                .build();

        refused(ivr.send(xml), 415, "unsupported-media-type");
    }

    @Test
    void aBodyOver64KibibytesIsTooLargeWhetherAnnouncedOrNot() {
        var large = body(Map.of("callerName", Centre.quoted("x".repeat(66_000))));
        var chunked = ivr.request(PATH)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(large.getBytes(StandardCharsets.UTF_8))))
                .build();

        refused(ivr.post(PATH, large), 413, "payload-too-large");
        refused(ivr.send(chunked), 413, "payload-too-large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"listId", "phoneNumber", "source"})
    void whatIsNeededIsAskedFor(String field) {
        invalid(ivr.post(PATH, body(Map.of(field, "null"))), field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"listId", "phoneNumber", "callerName", "externalId"})
    void aTextWithWhatCannotBeKeptIsRefused(String field) {
        for (var bad : new String[] {
            "a\\u0000b", "a\\u0007b", "a\\nb", "a\\u001bb", "a\\u0085b", "\\ud800", "a\\udc00\\ud800", "x".repeat(201)
        }) {
            invalid(ivr.post(PATH, body(Map.of(field, Centre.quoted(bad)))), field);
        }
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "listId, 5",
                "listId, {}",
                "phoneNumber, 401112223",
                "phoneNumber, [\"0401112223\"]",
                "source, \"FAX\"",
                "source, 0",
                "source, \"\"",
                "source, \"ivr\"",
                "callerName, true",
                "callerName, {}",
                "externalId, 17",
                "notBefore, 1767225600",
                "dueAt, {}",
                "expiresAt, true",
                "attributes, []",
                "attributes, \"a\"",
                "attributes, 5",
                "priority, 1",
                "id, \"mine\"",
                "status, \"RESOLVED\""
            })
    void wrongTypesAndUnknownFieldsAreRefused(String field, String value) {
        invalid(ivr.post(PATH, body(Map.of(field, value))), field);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'a': 5}",
                "{'a': null}",
                "{'a': {'b': 'c'}}",
                "{'a': 'b\\u0000'}",
                "{'a': 'b\\ud83d'}",
                "{'a': '\\u0007'}",
                "{'a\\u0000': 'b'}",
                "{'': 'b'}",
                "{' ': 'b'}",
                "{'a\\nb': 'c'}"
            })
    void badAttributesAreRefused(String attributes) {
        var answer = ivr.post(PATH, body(Map.of("attributes", json(attributes.replace("%", "%%")))));

        refused(answer, 422, "validation");
        assertThat(answer.json().at("/errors/0/field").asText()).startsWith("attributes");
    }

    @Test
    void anAttributeNamedByHalfACharacterIsMalformed() {
        var answer = ivr.post(PATH, body(Map.of("attributes", json("{'\\ud800': 'b'}"))));

        refused(answer, 400, "malformed-json");
    }

    @Test
    void tooManyOrTooLongAttributesAreRefused() {
        var many = new TreeMap<String, String>();
        for (int i = 0; i < 51; i++) {
            many.put("a" + i, "\"b\"");
        }

        invalid(ivr.post(PATH, body(Map.of("attributes", Centre.object(many)))), "attributes");
        for (var attributes : new String[] {
            json("{'a': '%s'}", "x".repeat(1_001)), json("{'%s': 'a'}", "x".repeat(65)),
        }) {
            var answer = ivr.post(PATH, body(Map.of("attributes", attributes)));
            refused(answer, 422, "validation");
            assertThat(answer.json().at("/errors/0/field").asText()).startsWith("attributes");
        }
    }

    @Test
    void everyFieldThatIsWrongIsNamedAtOnce() {
        var answer = ivr.post(PATH, json("{'listId':'','source':'IVR','callerName':'a\\u0001'}"));

        invalid(answer, "listId");
        invalid(answer, "phoneNumber");
        invalid(answer, "callerName");
    }

    private String body(Map<String, String> wrong) {
        var all = new TreeMap<>(Map.of(
                "listId", Centre.quoted(list),
                "phoneNumber", Centre.quoted(centre.newNumber()),
                "source", "\"IVR\""));
        all.putAll(wrong);
        return Centre.object(all);
    }
}
