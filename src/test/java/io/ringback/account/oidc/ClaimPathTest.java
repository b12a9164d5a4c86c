package io.ringback.account.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimPathTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "roles                                      | {'roles': 'x'}",
                "realm_access.roles                         | {'realm_access': {'roles': 'x'}}",
                "a.b.c                                      | {'a': {'b': {'c': 'x'}}}",
                "https://example.com/roles                  | {'https://example.com/roles': 'x'}",
                "https://example.com/attrs.role             | {'https://example.com/attrs': {'role': 'x'}}",
                "https://example.com/attrs.app.v2.role      | {'https://example.com/attrs': {'app.v2': {'role': 'x'}}}",
                "resource_access.my.client.roles            | {'resource_access': {'my.client': {'roles': 'x'}}}",
                "resource_access.\"my.client\".roles        | {'resource_access': {'my.client': {'roles': 'x'}}}",
                "resource_access.\"my.client\".roles        | {'resource_access': {'my': {'client': {'roles': 'y'}}, 'my.client': {'roles': 'x'}}}",
                "\"https://example.com/attrs\".role         | {'https://example.com/attrs': {'role': 'x'}}",
                "\"roles\"                                  | {'roles': 'x'}",
                "a.b                                        | {'a.b': 'x', 'a': {'b': 'y'}}",
                "a.b.c                                      | {'a.b': {'d': 'y'}, 'a': {'b': {'c': 'x'}}}",
                "urn:zitadel:iam:org:project:roles          | {'urn:zitadel:iam:org:project:roles': 'x'}"
            })
    void leadsToTheClaim(String path, String claims) throws Exception {
        assertThat(new ClaimPath(path).in(read(claims))).isEqualTo("x");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "roles            | {}",
                "a.b              | {'a': 'x'}",
                "a.b              | {'a': {'c': 'x'}}",
                "\"a.b\"          | {'a': {'b': 'x'}}",
                "\"a\".b          | {'a.b': 'x'}"
            })
    void leadsNowhere(String path, String claims) throws Exception {
        assertThat(new ClaimPath(path).in(read(claims))).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.\"b", "\"a\"b", "a\"b\"", "\"\"", "\"a\".", "\"a\"..b", ".\"a\""})
    void mustBeWellFormed(String path) {
        assertThatThrownBy(() -> new ClaimPath(path))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(path);
    }

    private static Map<String, Object> read(String claims) throws Exception {
        return JSON.readValue(claims.replace('\'', '"'), new TypeReference<>() {});
    }
}
