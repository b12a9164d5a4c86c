package io.ringback.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What is written is read back as the same values by us, by a library of YAML 1.1, and by one of YAML 1.2. */
class YamlWriterTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What means something to some reader, or can be lost. */
    private static final String[] PARTS = {
        "a",
        "B",
        "7",
        "0",
        " ",
        "  ",
        ":",
        ": ",
        " #",
        "#",
        "-",
        "- ",
        "?",
        "!",
        "&",
        "*",
        "|",
        ">",
        "%",
        "@",
        "`",
        "'",
        "\"",
        "\\",
        "{",
        "}",
        "[",
        "]",
        ",",
        "=",
        "<<",
        "~",
        ".",
        "_",
        "/",
        "\t",
        "\n",
        "\r",
        "\u0085",
        "\u00a0",
        "\u2028",
        "\u2029",
        "\ufeff",
        "\ufffe",
        "\uffff",
        "\ufffd",
        "\u200b",
        "\u202e",
        "\ue000",
        "\u0007",
        "\u007f",
        "\u009f",
        "ä",
        "a\u0308",
        "日本",
        "\ud83d\ude00",
        "\ud83f\udffe",
        "\udbff\udfff",
        "null",
        "true",
        "on",
        "0x",
        "---",
        "..."
    };

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "  a",
                "a  ",
                "a b",
                "y",
                "Y",
                "n",
                "N",
                "yes",
                "Yes",
                "NO",
                "on",
                "Off",
                "true",
                "TRUE",
                "false",
                "null",
                "NULL",
                "Null",
                "~",
                "=",
                "<<",
                "0",
                "007",
                "0o17",
                "0x1F",
                "0b1",
                "1_000",
                "1e3",
                "1E+3",
                "1.5",
                ".5",
                ".inf",
                "-.INF",
                ".nan",
                "+1",
                "-1",
                "12:30:45",
                "12:30",
                "190:20:30",
                "2026-12-24",
                "2026-12-24T12:00:00Z",
                "2026-12-24 12:00:00",
                "a: b",
                "a:",
                ":a",
                "a #b",
                "#a",
                "- a",
                "-",
                "---",
                "...",
                "? a",
                "!a",
                "!!str a",
                "&a",
                "*a",
                "|",
                ">",
                "%a",
                "@a",
                "`a",
                "'a'",
                "\"a\"",
                "it's",
                "a\\b",
                "{a}",
                "[a]",
                "a, b",
                "http://crm.example/?a=b&c=d#e",
                "https://crm.example:8443/",
                "a\tb",
                "a\nb",
                "\na",
                "a\r\nb",
                "a\u0085b",
                "a\u2028b",
                "a\u2029b",
                "\ufeffa",
                "a\ufeff",
                "\ufffe",
                "a\uffffb",
                "\u00a0a\u00a0",
                "\u200b",
                "\ud83d\ude00",
                "\ud83f\udffe",
                "Åke",
                "A\u030ake",
                "Łukasz",
                "日本 語",
                "\u0131stanbul",
                "PT1H",
                "Europe/Helsinki",
                "NaN",
                "Infinity",
                "None",
                "undefined",
                "a-b_c.d/e",
                "l\u2019Été",
                "١٢٣"
            })
    void aTextIsTheSameForEveryReader(String text) {
        assertSame(object(text));
    }

    @Test
    void anyTextIsTheSameForEveryReader() {
        var random = new Random(20261128);

        for (int i = 0; i < 3_000; i++) {
            var text = new StringBuilder();
            for (int length = random.nextInt(6); length >= 0; length--) {
                text.append(PARTS[random.nextInt(PARTS.length)]);
            }
            assertSame(object(text.toString()));
        }
    }

    /** Eight to a text, so that the libraries need not find a key for each. */
    @Test
    void anyCharacterIsTheSameForEveryReader() {
        var all = JsonNodeFactory.instance.objectNode();
        var text = new StringBuilder();
        for (int c = 1; c <= 0x2ffff; c++) {
            var special = c < 0x3000 || (c > 0xd000 && c <= 0xffff) || (c & 0xfffe) == 0xfffe;
            if (Character.getType(c) != Character.SURROGATE && (special || c % 64 == 0)) {
                text.append('a').append(Character.toString(c)).append('b');
            }
            if (text.length() >= 24) {
                all.put("to" + c, text.toString());
                text.setLength(0);
            }
        }

        assertSame(all.put("rest", text.toString()));
    }

    @Test
    void valuesAndShapesStayWhatTheyAre() throws Exception {
        assertSame((ObjectNode) JSON.readTree("""
                {"ringback": 1, "none": null, "yes": true, "no": false, "negative": -7, "empty": {}, "nothing": [],
                 "lists": {"sales": {"agents": ["anna", "y", "1"], "week": [{"day": "MONDAY", "from": "08:00"}, {}, []],
                 "deep": [[1, [2]], {"a": {"b": []}}]}}}"""));
    }

    private static ObjectNode object(String text) {
        var object = JsonNodeFactory.instance.objectNode().put("value", text);
        object.putArray("list").add(text).addObject().put("a", text);
        object.putObject("map").put(text, 1);
        return object;
    }

    private static void assertSame(ObjectNode data) {
        var written = YamlWriter.write(data);

        assertThat((JsonNode) YamlReader.read(written).root()).as(written).isEqualTo(data);
        assertThat(readBy11(written)).as(written).isEqualTo(data);
        assertThat(readBy12(written)).as(written).isEqualTo(data);
    }

    private static JsonNode readBy11(String text) {
        var options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        return JSON.valueToTree(new Yaml(new SafeConstructor(options)).load(text));
    }

    private static JsonNode readBy12(String text) {
        return JSON.valueToTree(new Load(LoadSettings.builder()
                        .setCodePointLimit(Integer.MAX_VALUE)
                        .build())
                .loadFromString(text));
    }
}
