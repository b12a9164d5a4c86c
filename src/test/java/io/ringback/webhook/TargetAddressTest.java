package io.ringback.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses as HTTP can carry them. */
class TargetAddressTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://crm.example/日本 | https://crm.example/%E6%97%A5%E6%9C%AC",
                "https://crm.example/ä | https://crm.example/%C3%A4",
                "https://crm.example/a\u0308 | https://crm.example/a%CC%88",
                "https://crm.example/?q=ä&r=%20 | https://crm.example/?q=%C3%A4&r=%20",
                "https://crm.example/%C3%A4/ä | https://crm.example/%C3%A4/%C3%A4",
                "https://crm.example/😀 | https://crm.example/%F0%9F%98%80",
                "https://büro.example/ä | https://xn--bro-hoa.example/%C3%A4",
                "https://BÜRO.example:8443 | https://xn--bro-hoa.example:8443",
                "https://日本.example?é | https://xn--wgv71a.example?%C3%A9"
            })
    void whatIsNotAsciiIsWrittenSo(String given, String written) {
        assertThat(TargetAddress.ascii(given)).isEqualTo(written);
        assertThat(TargetAddress.ascii(written)).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://crm.example/a?b=c%20d",
                "https://stra\u00dfe.example/",
                "https://ä@crm.example",
                "ä",
                "/ä",
                "https:ä"
            })
    void whatCannotBeWrittenForCertainIsLeftToBeRefused(String given) {
        assertThat(TargetAddress.ascii(given)).isEqualTo(given);
    }
}
