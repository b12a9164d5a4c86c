package io.ringback.account;

import io.ringback.platform.database.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * A secret with which a program calls the API: {@code rb_}, 43 random characters (256 bits), and six that are the CRC-32
 * of those before them. Tools that look for secrets in code know it by that, and one mistyped costs no look-up.
 */
record ApiToken(String text) {

    private static final String PREFIX = "rb_";
    private static final int RANDOM = 43;
    private static final int CHECK = 6;
    private static final Pattern FORM = Pattern.compile(PREFIX + "[0-9A-Za-z]{" + (RANDOM + CHECK) + "}");
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final SecureRandom CHANCE = new SecureRandom();

    static ApiToken random() {
        var text = new StringBuilder(PREFIX);
        CHANCE.ints(RANDOM, 0, DIGITS.length()).forEach(digit -> text.append(DIGITS.charAt(digit)));
        return new ApiToken(text + check(text.toString()));
    }

    /** What somebody has sent; empty when it can be nobody's token. */
    static Optional<ApiToken> read(String text) {
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        var end = text.length() - CHECK;
        return check(text.substring(0, end)).equals(text.substring(end))
                ? Optional.of(new ApiToken(text))
                : Optional.empty();
    }

    private static String check(String text) {
        var crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.US_ASCII));
        var left = crc.getValue();
        var digits = new char[CHECK];
        for (int i = CHECK - 1; i >= 0; i--) {
            digits[i] = DIGITS.charAt((int) (left % DIGITS.length()));
            left /= DIGITS.length();
        }
        return new String(digits);
    }

    /** All that the server keeps of it. */
    byte[] hash() {
        return Sha256.of(text.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public String toString() {
        return "ApiToken[]";
    }
}
