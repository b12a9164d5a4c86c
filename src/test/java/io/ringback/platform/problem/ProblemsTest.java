package io.ringback.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.support.Http;
import io.ringback.support.RingbackTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@RingbackTest
@Import({ProbeApi.class, ProbeApi.Open.class})
@ExtendWith(OutputCaptureExtension.class)
class ProblemsTest {

    @LocalServerPort
    private int port;

    @Test
    void readsAndWritesTimesAndDurationsAsIsoText() {
        var answer = probe("""
                {"text": "a", "note": "b\\nc", "at": "2026-03-29T12:00:00.1234567+02:00", "after": "PT2M"}
                """);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("at").asText()).isEqualTo("2026-03-29T10:00:00.123456Z");
        assertThat(answer.json().path("after").asText()).isEqualTo("PT2M");
        assertThat(answer.json().has("kind")).as("null fields are written").isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`{\"text\": 5}`, text",
                "`{\"text\": true}`, text",
                "`{\"text\": null}`, text",
                "`{}`, text",
                "`{\"text\": {\"a\": 1}}`, text",
                "`{\"text\": \"12345678901\"}`, text",
                "`{\"text\": \"a\\u0000\"}`, text",
                "`{\"text\": \"a\\n\"}`, text",
                "`{\"text\": \"\\ud800\"}`, text",
                "`{\"text\": \"a\", \"note\": \"\\u0007\"}`, note",
                "`{\"text\": \"a\", \"at\": 1767225600}`, at",
                "`{\"text\": \"a\", \"at\": \"2026-03-29T12:00:00\"}`, at",
                "`{\"text\": \"a\", \"at\": \"2026-02-30T12:00:00Z\"}`, at",
                "`{\"text\": \"a\", \"at\": \"1999-12-31T12:00:00Z\"}`, at",
                "`{\"text\": \"a\", \"at\": \"+10000-01-01T12:00:00Z\"}`, at",
                "`{\"text\": \"a\", \"at\": \"\"}`, at",
                "`{\"text\": \"a\", \"after\": 5}`, after",
                "`{\"text\": \"a\", \"after\": \"2 minutes\"}`, after",
                "`{\"text\": \"a\", \"after\": \"P99999999999999999D\"}`, after",
                "`{\"text\": \"a\", \"kind\": \"NOPE\"}`, kind",
                "`{\"text\": \"a\", \"kind\": 0}`, kind",
                "`{\"text\": \"a\", \"kind\": \"\"}`, kind",
                "`{\"text\": \"a\", \"kind\": \"not_found\"}`, kind",
                "`{\"text\": \"a\", \"kind\": \" NOT_FOUND\"}`, kind",
                "`{\"text\": \"a\", \"kind\": \"0\"}`, kind",
                "`{\"text\": \"a\", \"kind\": 1.0}`, kind",
                "`{\"text\": \"a\", \"kind\": [\"NOT_FOUND\"]}`, kind",
                "`{\"text\": \"a\", \"kind\": {\"name\": \"NOT_FOUND\"}}`, kind",
                "`{\"text\": \"a\", \"kind\": true}`, kind",
                "`{\"text\": [\"a\"]}`, text",
                "`{\"text\": []}`, text",
                "`{\"text\": 1.5}`, text",
                "`{\"text\": 1e400}`, text",
                "`{\"text\": \"a\", \"at\": [2026, 3, 29]}`, at",
                "`{\"text\": \"a\", \"at\": {}}`, at",
                "`{\"text\": \"a\", \"after\": \"\"}`, after",
                "`{\"text\": \"a\", \"after\": \" PT1M\"}`, after",
                "`{\"text\": \"a\", \"after\": 1.5}`, after",
                "`{\"text\": \"a\", \"after\": [\"PT1M\"]}`, after",
                "`{\"text\": \"a\", \"flag\": \"\"}`, flag",
                "`{\"text\": \"a\", \"flag\": \"yes\"}`, flag",
                "`{\"text\": \"a\", \"flag\": 0}`, flag",
                "`{\"text\": \"a\", \"flag\": 1.0}`, flag",
                "`{\"text\": \"a\", \"flag\": [true]}`, flag",
                "`{\"text\": \"a\", \"number\": \"\"}`, number",
                "`{\"text\": \"a\", \"number\": \" 1 \"}`, number",
                "`{\"text\": \"a\", \"number\": 1.0}`, number",
                "`{\"text\": \"a\", \"number\": 1e1}`, number",
                "`{\"text\": \"a\", \"number\": 2147483648}`, number",
                "`{\"text\": \"a\", \"number\": 1e999999999}`, number",
                "`{\"text\": \"a\", \"number\": true}`, number",
                "`{\"text\": \"a\", \"number\": [1]}`, number",
                "`{\"text\": \"a\", \"attributes\": \"\"}`, attributes",
                "`{\"text\": \"a\", \"attributes\": {\"b\": [\"c\"]}}`, attributes.b",
                "`{\"text\": \"a\", \"attributes\": {\"b\": true}}`, attributes.b",
                "`{\"text\": \"a\", \"attributes\": {\"b\": {}}}`, attributes.b",
                "`{\"text\": \"a\", \"words\": \"\"}`, words",
                "`{\"text\": \"a\", \"words\": {}}`, words",
                "`{\"text\": \"a\", \"words\": [1.5]}`, words[0]",
                "`{\"text\": \"a\", \"words\": [true]}`, words[0]",
                "`{\"text\": \"a\", \"words\": [[\"b\"]]}`, words[0]",
                "`{\"text\": \"a\", \"inner\": \"\"}`, inner",
                "`{\"text\": \"a\", \"inner\": []}`, inner",
                "`{\"text\": \"a\", \"inner\": [{\"text\": \"a\"}]}`, inner",
                "`{\"text\": \"a\", \"Text\": \"b\"}`, Text",
                "`{\"text\": \"a\", \"day\": \"2026-12-23T22:00:00Z\"}`, day",
                "`{\"text\": \"a\", \"day\": [2026, 12, 23]}`, day",
                "`{\"text\": \"a\", \"day\": 20000}`, day",
                "`{\"text\": \"a\", \"day\": \"2026-02-30\"}`, day",
                "`{\"text\": \"a\", \"time\": [8, 30]}`, time",
                "`{\"text\": \"a\", \"time\": \"24:00\"}`, time",
                "`{\"text\": \"a\", \"time\": \"8:30\"}`, time",
                "`{\"text\": \"a\", \"id\": \"1-1-1-1-1\"}`, id",
                "`{\"text\": \"a\", \"id\": \"AZXJohw-ehCPJTtsHS5PUA==\"}`, id",
                "`{\"text\": \"a\", \"id\": 5}`, id",
                "`{\"text\": \"a\", \"flag\": \"true\"}`, flag",
                "`{\"text\": \"a\", \"flag\": 1}`, flag",
                "`{\"text\": \"a\", \"number\": \"1\"}`, number",
                "`{\"text\": \"a\", \"number\": 1.5}`, number",
                "`{\"text\": \"a\", \"number\": 99999999999}`, number",
                "`{\"text\": \"a\", \"attributes\": {\"b\": 5}}`, attributes.b",
                "`{\"text\": \"a\", \"attributes\": []}`, attributes",
                "`{\"text\": \"a\", \"words\": [\"b\", 5]}`, words[1]",
                "`{\"text\": \"a\", \"words\": \"b\"}`, words",
                "`{\"text\": \"a\", \"unknown\": 5}`, unknown",
                "`{\"text\": \"a\", \"inner\": {\"text\": 5}}`, inner.text",
                "`{\"text\": \"a\", \"inner\": {}}`, inner.text",
                "`[]`, ``",
                "`\"text\"`, ``"
            })
    void namesTheFieldThatIsNotValid(String body, String field) {
        var answer = probe(body);

        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.problem()).isEqualTo("validation");
        assertThat(answer.json().path("errors").path(0).path("field").asText()).isEqualTo(field);
        assertThat(answer.json().at("/errors/0/message").asText()).isNotEqualTo("is not valid");
        assertThat(answer.body()).doesNotContain("com.fasterxml", "java.", "io.ringback");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "null",
                "{",
                "{\"text\": \"a\"",
                "{\"text\": \"a\", \"text\": \"b\"}",
                "{\"text\": \"a\", \"attributes\": {\"b\": \"c\", \"b\": \"d\"}}",
                "{\"text\": \"a\", \"inner\": {\"text\": \"a\", \"text\": \"a\"}}",
                "{\"text\": \"a\",}",
                "{\"text\": \"a\", \"number\": NaN}",
                "{\"text\": \"a\", \"number\": 01}",
                "{\"text\": \"a\", \"number\": +1}",
                "{\"text\": \"a\", \"number\": 0x10}",
                "{'text': 'a'}",
                "{\"text\": \"a\" /* b */}",
                "text: a",
                "---\ntext: a",
                "text=a",
                "<text>a</text>",
                "{\"text\": \"a\"} x",
                "{\"text\": \"a\"} {}",
                "{text: 5}",
                "{\"inner\": {\"text\": ",
                "\ufeff\ufeff"
            })
    void refusesWhatIsNotJson(String body) {
        var answer = probe(body);

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("malformed-json");
    }

    @Test
    void refusesDeepNestingAndBrokenUtf8() {
        var request = Http.at(port).request("/probe").header("Content-Type", "application/json");
        byte[] broken = {'{', '"', (byte) 0xc3, (byte) 0x28, '"', ':', '1', '}'};

        assertThat(probe("{\"inner\": ".repeat(1_500)).status()).isEqualTo(400);
        assertThat(Http.at(port)
                        .send(request.POST(HttpRequest.BodyPublishers.ofByteArray(broken))
                                .build())
                        .status())
                .isEqualTo(400);
    }

    @Test
    void refusesLargeBodiesWhetherAnnouncedOrNot() {
        var large = "{\"text\": \"" + "x".repeat(17_000) + "\"}";
        var fits = "{\"text\": \"" + "x".repeat(16_000) + "\"}";
        var chunked = Http.at(port)
                .request("/probe")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(large.getBytes(StandardCharsets.UTF_8))))
                .build();

        assertThat(probe(large).status()).isEqualTo(413);
        assertThat(probe(large).problem()).isEqualTo("payload-too-large");
        assertThat(Http.at(port).send(chunked).status()).isEqualTo(413);
        assertThat(probe(fits).status()).isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource({
        "NOT_FOUND, 404, not-found",
        "CONFLICT, 409, conflict",
        "LOST_RACE, 409, conflict",
        "MALFORMED, 400, malformed-request",
        "INVALID, 422, validation",
        "UNFORESEEN, 500, internal",
        "no-such-kind, 404, not-found"
    })
    void tellsEachRefusalByItsType(String kind, int status, String type) {
        var answer = Http.at(port).get("/probe/" + kind);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(type);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.body()).doesNotContain("row 5", "secret");
    }

    @ParameterizedTest
    @CsvSource({
        "/probe, limit",
        "/probe?limit=, limit",
        "/probe?limit=x, limit",
        "/probe?limit=11, limit",
    })
    void namesTheParameterThatIsNotValid(String path, String parameter) {
        var answer = Http.at(port).get(path);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("errors").path(0).path("field").asText()).isEqualTo(parameter);
    }

    @Test
    void refusesWhatAddressesMustNotHold() {
        assertThat(Http.at(port).get("/probe?limit=1&text=a%00b").problem()).isEqualTo("malformed-request");
        assertThat(Http.at(port).get("/probe/a%00b").problem()).isEqualTo("malformed-request");
        assertThat(Http.at(port).get("/probe//..%2f").problem()).isEqualTo("malformed-request");
        assertThat(Http.at(port).get("/probe?limit=1&text=ok").status()).isEqualTo(200);
    }

    @Test
    void answersOtherMethodsAndMediaTypesWithProblems() {
        var server = Http.at(port);
        var text = server.request("/probe")
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        var xml = server.request("/probe")
                .header("Content-Type", "application/json")
                .header("Accept", "application/pdf")
                .POST(HttpRequest.BodyPublishers.ofString("{\"text\": \"a\"}"))
                .build();

        assertThat(server.send("DELETE", "/probe", "").problem()).isEqualTo("method-not-allowed");
        assertThat(server.send("DELETE", "/probe", "").header("Allow")).contains("POST");
        assertThat(server.send(text).problem()).isEqualTo("unsupported-media-type");
        assertThat(server.send(xml).problem()).isEqualTo("not-acceptable");
        assertThat(server.get("/probe/no/such").problem()).isEqualTo("not-found");
    }

    @Test
    void answersWhatTomcatRefusesWithAProblem() throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream()
                    .write("GET /a|b{} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 400").contains("application/problem+json", "malformed-request");
        }
    }

    @Test
    void logsAnErrorIdAndNothingOfTheRequest(CapturedOutput output) {
        var failed = Http.at(port).get("/probe/UNFORESEEN?number=0401112223");
        probe("{\"text\": 5, \"phoneNumber\": \"0401112223\"}");

        assertThat(output).contains(failed.json().path("errorId").asText(), "/probe/{kind}");
        assertThat(output).doesNotContain("0401112223");
    }

    private Http.Answer probe(String body) {
        return Http.at(port).post("/probe", body);
    }
}
