package io.ringback.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets that whoever reads only the database cannot read. */
class SealTest {

    private static final String TEXT = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private final String key = SealKey.random();
    private final String next = SealKey.random();
    private final Seal seal = Seal.with(key, List.of());

    @Test
    void whatIsSealedCanBeOpenedAndNotBeRead() {
        var sealed = seal.close(TEXT, "a");

        assertThat(sealed).startsWith("v1:").doesNotContain("whsec", TEXT.substring(6), key);
        assertThat(seal.open(sealed, "a")).isEqualTo(TEXT);
        assertThat(seal.close(TEXT, "a")).isNotEqualTo(sealed);
    }

    @Test
    void whatWasStoredInTheClearIsReadAndSealedFromThenOn() {
        var renewed = seal.renewed(TEXT, "a");

        assertThat(seal.open(TEXT, "a")).isEqualTo(TEXT);
        assertThat(renewed).startsWith("v1:");
        assertThat(seal.renewed(renewed, "a")).isEqualTo(renewed);
    }

    @Test
    void aFormerKeyOpensAndTheNewOneSeals() {
        var after = Seal.with(next, List.of(key));

        var renewed = after.renewed(seal.close(TEXT, "a"), "a");

        assertThat(Seal.with(next, List.of()).open(renewed, "a")).isEqualTo(TEXT);
    }

    @Test
    void anotherKeyOrNoneIsToldByName() {
        var sealed = seal.close(TEXT, "a");
        var id = sealed.split(":")[1];

        assertThatThrownBy(() -> Seal.with(next, List.of()).open(sealed, "a"))
                .isInstanceOf(SealFailure.class)
                .hasMessageContaining(id);
        assertThatThrownBy(() -> Seal.with(null, List.of()).renewed(sealed, "a"))
                .isInstanceOf(SealFailure.class)
                .hasMessageContaining(id)
                .hasMessageContaining("has none");
    }

    @Test
    void whatWasDamagedOrMovedIsNotOpened() {
        var sealed = seal.close(TEXT, "a");
        var last = sealed.length() - 6;
        var damaged = sealed.substring(0, last) + (sealed.charAt(last) == 'A' ? 'B' : 'A') + sealed.substring(last + 1);

        for (var bad : List.of(damaged, sealed.substring(0, 20), sealed + "!", "v1:" + sealed.split(":")[1] + ":")) {
            assertThatThrownBy(() -> seal.open(bad, "a")).isInstanceOf(SealFailure.class);
        }
        assertThatThrownBy(() -> seal.open(sealed, "b")).isInstanceOf(SealFailure.class);
    }

    @Test
    void withoutAKeyNothingIsSealed() {
        var clear = Seal.with(null, List.of());

        assertThat(clear.hasKey()).isFalse();
        assertThat(clear.close(TEXT, "a")).isEqualTo(TEXT);
        assertThat(clear.renewed(TEXT, "a")).isEqualTo(TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hunter2", "AAAA", "not base64!", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void whatIsNoKeyIsRefusedAndNotRepeated(String text) {
        assertThatThrownBy(() -> Seal.with(text, List.of()))
                .isInstanceOf(SealFailure.class)
                .hasMessageContaining("32 bytes")
                .hasMessageNotContaining(text.isEmpty() ? "\0" : text);
    }
}
