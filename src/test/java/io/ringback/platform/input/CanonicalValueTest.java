package io.ringback.platform.input;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When two requests are the same request. */
class CanonicalValueTest {

    private static final ObjectMapper JSON = StrictJsonTest.mapper();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'a':'1','b':'2'} | {'b':'2','a':'1'}",
                "{'m':{'x':{'a':1,'b':2}}} | {'m':{'x':{'b':2,'a':1}}}",
                "{'a':1} | {'a':1.0}",
                "{'a':1} | {'a':1.000}",
                "{'a':100} | {'a':1e2}",
                "{'a':100} | {'a':1E+2}",
                "{'a':0.5} | {'a':5e-1}",
                "{'a':0} | {'a':-0.0}",
                "{'a':[1,2.50]} | {'a':[1.0,2.5]}",
                "{'a':'2026-12-23T22:00:00Z'} | {'a':'2026-12-24T00:00:00+02:00'}",
                "{'a':'2026-12-23T22:00:00Z'} | {'a':'2026-12-23T22:00:00.000Z'}",
                "{'a':'2026-12-23T22:00Z'} | {'a':'2026-12-23T17:00:00-05:00'}",
                "{'a':null,'b':1} | {'b':1}",
                "{'a':{'b':null}} | {'a':{}}",
            })
    void theSameInOtherWords(String one, String other) throws JsonProcessingException {
        assertThat(meaning(one)).isEqualTo(meaning(other));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'a':1} | {'a':'1'}",
                "{'a':1} | {'a':1.0000001}",
                "{'a':1} | {'a':true}",
                "{'a':'1'} | {'a':'1.0'}",
                "{'a':'x'} | {'a':'X'}",
                "{'a':'x'} | {'a':' x'}",
                "{'a':'1','b':'2'} | {'a':'2','b':'1'}",
                "{'a':[1,2]} | {'a':[2,1]}",
                "{'a':'2026-12-23T22:00:00Z'} | {'a':'2026-12-23T22:00:00+02:00'}",
                "{'a':'2026-12-23'} | {'a':'2026-12-23T00:00:00Z'}",
                "{'a':'2026-13-23T22:00:00Z'} | {'a':'2026-13-23T24:00:00+02:00'}",
                "{'a':1e400} | {'a':1}",
                "{} | {'a':1}",
            })
    void notTheSame(String one, String other) throws JsonProcessingException {
        assertThat(meaning(one)).isNotEqualTo(meaning(other));
    }

    private static String meaning(String written) throws JsonProcessingException {
        return CanonicalValue.of(JSON.readValue(written.replace('\'', '"'), Map.class), JSON);
    }
}
