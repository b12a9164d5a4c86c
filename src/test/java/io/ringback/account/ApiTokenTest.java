package io.ringback.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiTokenTest {

    @Test
    void isKnownByItsForm() {
        var token = ApiToken.random();

        assertThat(token.text()).matches("rb_[0-9A-Za-z]{49}");
        assertThat(ApiToken.read(token.text())).contains(token);
        assertThat(token.hash()).hasSize(32);
    }

    @Test
    void isNewEachTime() {
        var made = new HashSet<String>();

        for (int i = 0; i < 1_000; i++) {
            made.add(ApiToken.random().text());
        }

        assertThat(made).hasSize(1_000);
    }

    @Test
    void oneThatWasMistypedIsNone() {
        var text = ApiToken.random().text();

        for (int i = 3; i < text.length(); i++) {
            var other = text.charAt(i) == 'x' ? 'y' : 'x';
            assertThat(ApiToken.read(text.substring(0, i) + other + text.substring(i + 1)))
                    .as("position %s", i)
                    .isEmpty();
        }
        assertThat(ApiToken.read(text.substring(0, text.length() - 1))).isEmpty();
        assertThat(ApiToken.read(text + "0")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "rb_", "secret", "rb_\u0000", "RB_0123456789012345678901234567890123456789012345678"})
    void anythingElseIsNone(String text) {
        assertThat(ApiToken.read(text)).isEmpty();
    }

    @Test
    void saysNothingOfItself() {
        assertThat(ApiToken.random()).hasToString("ApiToken[]");
    }
}
