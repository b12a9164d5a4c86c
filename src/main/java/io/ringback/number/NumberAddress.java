package io.ringback.number;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number in an address of telephony: {@code tel:} (RFC 3966), {@code sip:} (RFC 3261), also with a display name and
 * angle brackets around it. Its parameters are {@code ext} and {@code phone-context}; others say nothing about the number.
 *
 * @param number what stands for the number: empty for a host without a user
 * @param context what a number that is not global is to be prefixed with, {@code +} and digits; otherwise empty
 */
record NumberAddress(String number, String context, boolean hasExtension) {

    private static final Pattern NAME_AND_ADDRESS = Pattern.compile("[^<>]*<([^<>]*)>.*", Pattern.DOTALL);
    private static final Pattern SCHEME = Pattern.compile(
            "(tel|sips?|callto|whatsapp|sms)\\s*:\\s*(?://)?(.*)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern PARAMETERS =
            Pattern.compile("[^;]*(;\\s*[a-z-]+\\s*=.*)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern BEGINS_A_NUMBER = Pattern.compile("[+(]?[0-9].*", Pattern.DOTALL);
    private static final Pattern ESCAPED = Pattern.compile("%[0-9a-fA-F]{2}");
    private static final Pattern GLOBAL_CONTEXT = Pattern.compile("\\+[0-9().-]+");

    /** Empty when the text is no address. */
    static Optional<NumberAddress> of(String text) {
        var bracketed = NAME_AND_ADDRESS.matcher(text);
        var address = bracketed.matches() ? bracketed.group(1).strip() : text;
        var scheme = SCHEME.matcher(address);
        if (scheme.matches()) {
            var kind = scheme.group(1).toLowerCase(Locale.ROOT);
            return Optional.of(kind.startsWith("sip") ? ofSip(scheme.group(2)) : withParameters(scheme.group(2)));
        }
        if (address.contains("@")) {
            return Optional.of(ofSip(address));
        }
        if (bracketed.matches() || PARAMETERS.matcher(address).matches() || address.startsWith("%2B")) {
            return Optional.of(withParameters(address));
        }
        return Optional.empty();
    }

    private static NumberAddress ofSip(String address) {
        var at = address.lastIndexOf('@');
        if (at < 0) {
            // Only what looks like a number is one; anything else is a host.
            return withParameters(BEGINS_A_NUMBER.matcher(decoded(address)).matches() ? address : "");
        }
        var user = address.substring(0, at);
        var password = user.indexOf(':');
        return withParameters(password < 0 ? user : user.substring(0, password));
    }

    private static NumberAddress withParameters(String text) {
        var parts = decoded(text).split(";");
        var number = parts[0].split("\\?", 2)[0].strip();
        var parameters = Arrays.stream(parts).skip(1).map(String::strip).toList();
        return new NumberAddress(
                number,
                parameters.stream()
                        .map(parameter -> value(parameter, "phone-context"))
                        .filter(value -> GLOBAL_CONTEXT.matcher(value).matches())
                        .findFirst()
                        .orElse(""),
                parameters.stream()
                        .anyMatch(parameter -> !value(parameter, "ext").isEmpty()));
    }

    private static String value(String parameter, String name) {
        var parts = parameter.split("=", 2);
        return parts.length == 2 && parts[0].strip().equalsIgnoreCase(name) ? parts[1].strip() : "";
    }

    private static String decoded(String text) {
        return ESCAPED.matcher(text)
                .replaceAll(
                        sign -> Matcher.quoteReplacement(URLDecoder.decode(sign.group(), StandardCharsets.US_ASCII)));
    }

    /** Without the number, which belongs in no log. */
    @Override
    public String toString() {
        return "NumberAddress";
    }
}
