package io.ringback.auditor;

import com.fasterxml.jackson.databind.DeserializationFeature;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;

/** Reads facts without a server. */
public final class FactsOfTests {

    private FactsOfTests() {}

    public static Facts facts() {
        return new Facts(Jackson2ObjectMapperBuilder.json()
                .featuresToEnable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build());
    }
}
