package io.ringback.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.ringback.exchange.TableWriter.JsonText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is in a JSON column has columns of its own. */
class SpreadWriterTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"a": "x"}                  | x
            {"a": true}                 | true
            {"a": 5}                    | 5
            {"a": 2.5}                  | 2.5
            {"a": null}                 | ''
            {"b": "x"}                  | ''
            {"a": ["ORDER", "INVOICE"]} | "ORDER, INVOICE"
            {"a": []}                   | ''
            {"a": {"b": 1}}             | "{""b"":1}"
            {"a": [{"b": 1}]}           | "[{""b"":1}]"
            """)
    void aMemberIsWrittenAsPeopleReadIt(String json, String cell) throws IOException {
        var rows = written(List.of(new SpreadWriter.Place(1, "answer:", List.of("a"), false)), "1", json);

        assertThat(rows).containsExactly("id,answer:a", "1," + cell);
    }

    @Test
    void severalColumnsAreSpreadAndEachStaysOnlyWhereItIsAsked() throws IOException {
        var attributes = new SpreadWriter.Place(1, "attr:", List.of("order"), false);
        var answers = new SpreadWriter.Place(2, "answer:", List.of("reason"), true);

        var rows = written(List.of(attributes, answers), "1", "{\"order\":\"4711\"}", "{\"reason\":\"INVOICE\"}");

        assertThat(rows)
                .containsExactly(
                        "id,formData,attr:order,answer:reason", "1,\"{\"\"reason\"\":\"\"INVOICE\"\"}\",4711,INVOICE");
    }

    @Test
    void whereThereIsNoJsonItsColumnsAreEmpty() throws IOException {
        var answers = new SpreadWriter.Place(1, "answer:", List.of("reason", "result"), false);

        assertThat(written(List.of(answers), "1", "null")).containsExactly("id,answer:reason,answer:result", "1,,");
    }

    /** @param json of the columns behind the id; the text null for none */
    private List<String> written(List<SpreadWriter.Place> places, String id, String... json) throws IOException {
        var heads = json.length > 1 ? List.of("id", "attributes", "formData") : List.of("id", "formData");
        var writer = new SpreadWriter(new CsvWriter(out, Separator.COMMA, false), places, new ObjectMapper());
        writer.head(heads);
        List<Object> values = new ArrayList<>();
        values.add(id);
        for (var text : json) {
            values.add(text.equals("null") ? null : new JsonText(text));
        }
        writer.row(values);
        writer.end();
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
