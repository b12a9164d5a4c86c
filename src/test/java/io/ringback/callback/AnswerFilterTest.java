package io.ringback.callback;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a classification is looked for, as it is written in an address. */
class AnswerFilterTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "reason=INVOICE | {\"reason\":\"INVOICE\"}",
                "reason=INVOICE | {\"reason\":[\"INVOICE\"]}",
                "again=true     | {\"again\":true}",
                "count=2        | {\"count\":2}",
                "count=2.5      | {\"count\":[2.5]}",
                "who.kind=a     | {\"who\":{\"kind\":\"a\"}}",
                "a=b=c          | {\"a\":\"b=c\"}",
                "a=say \"x\"  | {\"a\":\"say \\\"x\\\"\"}",
            })
    void anAnswerIsFoundAsWhatItCanBe(String written, String json) {
        var filter = AnswerFilter.read(written).orElseThrow();

        assertThat(filter.contained()).contains(json);
        assertThat(filter.written()).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "reason", "=", "=INVOICE", "reason=", "a\u0000=b", "a=b\n"})
    void whatIsNoAnswerIsNotRead(String written) {
        assertThat(AnswerFilter.read(written)).isEmpty();
    }
}
