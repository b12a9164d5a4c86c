package io.ringback.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringback.platform.problem.InvalidField;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers as they are written, one a row of {@code numbers/*.psv}: region, text, and what it is read as or refused for. */
class PhoneNumbersTest {

    private static final Pattern ESCAPED = Pattern.compile("\\\\u\\{([0-9a-f]+)}");

    @ParameterizedTest
    @CsvFileSource(resources = "/numbers/read.psv", delimiter = '|', quoteCharacter = '~')
    void whatIsCertainIsRead(String region, String written, String e164) {
        assertThat(PhoneNumbers.e164(unescaped(written), region, false)).isEqualTo(e164);
        assertThat(PhoneNumbers.lookedFor(unescaped(written), Set.of(region))).contains(e164);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/numbers/refused.psv", delimiter = '|', quoteCharacter = '~')
    void whatIsNotIsRefusedForItsReason(String region, String written, NumberFault fault) {
        assertThatThrownBy(() -> PhoneNumbers.e164(unescaped(written), region, false))
                .isInstanceOfSatisfying(InvalidField.class, refusal -> {
                    assertThat(refusal.errors()).hasSize(1);
                    assertThat(refusal.errors().get(0).field()).isEqualTo("phoneNumber");
                    assertThat(refusal.errors().get(0).code()).isEqualTo(fault.name());
                });
    }

    @ParameterizedTest
    @CsvSource({
        "FI, 0600123456, +358600123456",
        "FI, +979123456789, +979123456789",
        "FI, 00881612345678, +881612345678",
        "SE, +882161234567, +882161234567",
        "DE, +870773111632, +870773111632",
        "DE, 09001234567, +499001234567",
        "US, 1-900-555-1234, +19005551234"
    })
    void specialNumbersAreReadWhereTheyAreAllowed(String region, String written, String e164) {
        assertThat(PhoneNumbers.e164(written, region, true)).isEqualTo(e164);
        assertThatThrownBy(() -> PhoneNumbers.e164(written, region, false)).isInstanceOf(InvalidField.class);
    }

    @Test
    void bothReadingsAreShown() {
        assertThatThrownBy(() -> PhoneNumbers.e164("491773333333", "DE", false))
                .isInstanceOfSatisfying(
                        InvalidField.class,
                        refusal -> assertThat(refusal.errors().get(0).message())
                                .contains("+49 491 773333333", "+49 177 3333333"));
    }

    @ParameterizedTest
    @CsvSource({
        "FI, +358000000000, +358000000000",
        "FI, 0000000000, +3580000000000",
        "FI, +35846701234567, +35846701234567",
        "FI, 46701234567, +46701234567",
        "FI, 46701234567, +35846701234567",
        "DE, +49116117, +49116117",
        "DE, 116117, +49116117",
        "US, 9999999999, +19999999999",
        "US, +1 999 999 9999, +19999999999",
        "US, +86282452253, +86282452253",
        "FI, (+358) 0000-00000, +358000000000"
    })
    void whatOlderRulesHaveTakenIsStillFound(String region, String written, String stored) {
        assertThat(PhoneNumbers.lookedFor(written, Set.of(region))).contains(stored);
    }

    @Test
    void refusalsDoNotRepeatTheNumberUnlessTwoReadingsMustBeTold() {
        for (var fault : NumberFault.values()) {
            assertThat(fault.refusal().getMessage()).doesNotContainPattern("[0-9]");
        }
    }

    /** A backslash and {@code u{202a}} and the like, which nobody could see in a file. */
    private static String unescaped(String written) {
        return ESCAPED.matcher(written.replace("\\n", "\n").replace("\\t", "\t"))
                .replaceAll(sign -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(sign.group(1), 16))));
    }
}
