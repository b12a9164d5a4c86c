package io.ringback.handling;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a softphone is told to dial.
 *
 * @param dialUri the address to open, with {@code {number}} where the E.164 number goes: {@code tel:{number}},
 *     {@code sip:{number}@pbx.example}
 */
@ConfigurationProperties("ringback.telephony")
public record DialUris(@DefaultValue("tel:{number}") String dialUri) {

    public String of(String phoneNumber) {
        return dialUri.replace("{number}", phoneNumber);
    }
}
