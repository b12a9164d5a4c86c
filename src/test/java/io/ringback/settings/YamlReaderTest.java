package io.ringback.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringback.platform.problem.InvalidField;
import io.ringback.platform.problem.Malformed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** YAML is read as plain data, and nothing else. */
class YamlReaderTest {

    @Test
    void takesUnquotedTextForText() {
        var root = YamlReader.read("""
                region: NO
                time: 22:30
                day: 2026-12-24
                switch: on
                number: 12
                negative: -3
                zero: 007
                yes: true
                none: null
                empty:
                tilde: ~
                quoted: "true"
                """).root();

        assertThat(root.path("region").asText()).isEqualTo("NO");
        assertThat(root.path("time").textValue()).isEqualTo("22:30");
        assertThat(root.path("day").textValue()).isEqualTo("2026-12-24");
        assertThat(root.path("switch").textValue()).isEqualTo("on");
        assertThat(root.path("number").isInt()).isTrue();
        assertThat(root.path("negative").intValue()).isEqualTo(-3);
        assertThat(root.path("zero").textValue()).isEqualTo("007");
        assertThat(root.path("yes").booleanValue()).isTrue();
        assertThat(root.path("none").isNull()).isTrue();
        assertThat(root.path("empty").isNull()).isTrue();
        assertThat(root.path("tilde").isNull()).isTrue();
        assertThat(root.path("quoted").textValue()).isEqualTo("true");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: {url: http://crm.example/x}",
                "a: {url: http://crm.example/x, b: 1}",
                "{a: {url: http://crm.example/x}}",
                "a: {url: 'http://crm.example/x'}",
                "a: {\"url\":\"http://crm.example/x\"}",
                "a:\n  url: http://crm.example/x",
                "\ufeffa:\n  url: http://crm.example/x",
                "# first\na:\r\n  url: http://crm.example/x # last\r\n",
                "---\na: {url: http://crm.example/x}\n...\n"
            })
    void readsAnAddressInEveryStyle(String yaml) {
        assertThat(YamlReader.read(yaml).root().at("/a/url").textValue()).isEqualTo("http://crm.example/x");
    }

    @Test
    void knowsTheLineOfEveryValue() {
        var read = YamlReader.read("""
                lists:
                  sales:
                    agents:
                      - anna
                      - bo
                """);

        assertThat(read.located("lists.sales.agents[1]", "x").message()).isEqualTo("line 5: x");
        assertThat(read.located("lists.sales.zone", "is missing").message()).isEqualTo("line 2: is missing");
        assertThat(read.located("nowhere", "x").message()).isEqualTo("x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "just text",
                "- a list",
                "a: [1, 2",
                "a: 1\n---\nb: 2",
                "a: !!java.net.URL [http://example.org]",
                "a: !secret b",
                "a: &x b",
                "a: &x [1]\nb: *x",
                "a: &x {b: *x}",
                "? [a]\n: b",
                "a: \u0000",
                "a: \"\\0\"",
                "\"a\\0\": b",
                "{a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: 1}}}}}}}}}}}}}}}}}}}"
            })
    void refusesWhatIsNoPlainData(String yaml) {
        assertThatThrownBy(() -> YamlReader.read(yaml)).isInstanceOf(Malformed.class);
    }

    @Test
    void refusesWhatWouldGrow() {
        var bomb = new StringBuilder("a: &a [x, x, x, x, x, x, x, x, x, x]\n");
        for (char c = 'b'; c < 'm'; c++) {
            var before = "*" + (char) (c - 1);
            bomb.append("%s: &%s [%s]%n".formatted(c, c, String.join(", ", java.util.Collections.nCopies(10, before))));
        }

        assertThatThrownBy(() -> YamlReader.read(bomb.toString())).isInstanceOf(Malformed.class);
    }

    @Test
    void refusesANameThatIsThereTwice() {
        assertThatThrownBy(() -> YamlReader.read("lists:\n  a: {x: 1}\n  a: {x: 2}\n"))
                .isInstanceOfSatisfying(
                        InvalidField.class,
                        twice -> assertThat(twice.errors().get(0).field()).isEqualTo("lists.a"));
    }
}
