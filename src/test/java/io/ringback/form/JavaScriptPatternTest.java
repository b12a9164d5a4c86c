package io.ringback.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Patterns mean here what {@code new RegExp(pattern).test(text)} says in a browser. */
class JavaScriptPatternTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                // white space is that of ECMA-262
                "^a\\sb$ | a\u00a0b | true",
                "^a\\sb$ | a\u202fb | true",
                "^a\\sb$ | a\u3000b | true",
                "^a\\sb$ | a\ufeffb | true",
                "^a\\sb$ | a\u2028b | true",
                "^a\\sb$ | a\u200bb | false",
                "^a\\sb$ | a\u0085b | false",
                "^a\\Sb$ | a\u00a0b | false",
                "^a\\Sb$ | a\u0085b | true",
                "^[\\s]$ | \u2003 | true",
                "^[^\\s]$ | \u2003 | false",
                "^[\\S]$ | x | true",
                // a character is a UTF-16 code unit
                "^.$ | \ud83d\ude00 | false",
                "^..$ | \ud83d\ude00 | true",
                "^.{4}$ | \ud83d\ude00\ud83d\ude00 | true",
                "^\ud83d\ude00$ | \ud83d\ude00 | true",
                "^\ud83d\ude00+$ | \ud83d\ude00\ud83d\ude00 | false",
                "^[\ud83d\ude00]$ | \ud83d\ude00 | false",
                "^[\ud83d\ude00]{2}$ | \ud83d\ude00 | true",
                "^\\ud83d\\ude00$ | \ud83d\ude00 | true",
                "^[^a]{2}$ | \ud83d\ude00 | true",
                // the dot and the ends of lines
                "^a.b$ | \"a\nb\" | false",
                "^a.b$ | a\rb | false",
                "^a.b$ | a\u2028b | false",
                "^a.b$ | a\u0085b | true",
                "^a[^]b$ | \"a\nb\" | true",
                "^a$ | \"a\n\" | false",
                "^b | \"a\nb\" | false",
                "^[]$ | a | false",
                // escapes
                "^\\u00e4+$ | ää | true",
                "^\\xe4$ | ä | true",
                "^\\u{3}$ | uuu | true",
                "^\\p{L}$ | p{L} | true",
                "^\\x$ | x | true",
                "^\\cJ$ | \"\n\" | true",
                "^\\-\\/\\@$ | -/@ | true",
                "^[\\d-x]+$ | 1-x | true",
                "^[\\d-x]+$ | 1y | false",
                "^[a\\-z]+$ | b | false",
                "^[\\]]$ | ] | true",
                "^]$ | ] | true",
                "^a{$ | a{ | true",
                "^a{,2}$ | \"a{,2}\" | true",
                "^{$ | { | true",
                // words and figures are English ones
                "^\\w+$ | ä | false",
                "^\\d+$ | \u0661 | false",
                "\\bb | äb | true",
                "(?=.)\\bb | äb | true",
                "\\Bb | äb | false",
                // groups and looking around
                "^(?:ab)+$ | abab | true",
                "^(?<x>ab)+$ | abab | true",
                "^(?!0)\\d+$ | 012 | false",
                "^(?!0)\\d+$ | 12 | true",
                "^(?=.*\\d)(?=.*[a-z]).+$ | a1 | true",
                "^(?=.*\\d)(?=.*[a-z]).+$ | aa | false",
                "(?<=€)\\d+$ | €5 | true",
                "(?<!€)5 | €5 | false",
                "\"^a|b$\" | xb | true",
                "\"^(a|)$\" | \"\" | true",
                "^a{2,3}?$ | aaa | true",
                "^(?:a{1500})$ | a | false"
            })
    void meansWhatItMeansInTheBrowser(String pattern, String text, boolean matches) {
        var known = JavaScriptPattern.of(pattern).orElseThrow();

        assertThat(known.test(text)).isEqualTo(matches);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a)\\1", "(?<x>a)\\k<x>", "(?i:a)", "a{9999999999}"})
    void theRestIsLeftToTheBrowser(String pattern) {
        assertThat(JavaScriptPattern.of(pattern)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[",
                "(",
                ")",
                "a**",
                "*",
                "+a",
                "?",
                "a{2,1}",
                "{2}",
                "(?",
                "(?a)",
                "(?<1>a)",
                "(?<n>a)(?<n>b)",
                "[b-a]",
                "^*",
                "\\b+",
                "(?<=a)*",
                "a\\",
                "|*"
            })
    void whatTheBrowserRefusesIsRefused(String pattern) {
        assertThatThrownBy(() -> JavaScriptPattern.of(pattern)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"^(?=x?)(a+)+$", "^(?!b)(a|aa)+$", "(?=a)(.*a){20}!", "^(?=(a|a)*)(a|a)*$"})
    void lookingAroundEndsAfterSoManySteps(String pattern) {
        var known = JavaScriptPattern.of(pattern).orElseThrow();

        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> known.test("a".repeat(3_999) + "?"));
    }

    @Test
    void longPatternsAreLeftToTheBrowser() {
        assertThat(JavaScriptPattern.of("a".repeat(1_001))).isEmpty();
    }
}
