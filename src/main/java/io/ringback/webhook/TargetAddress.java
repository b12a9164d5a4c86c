package io.ringback.webhook;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Addresses in ASCII, which alone HTTP carries: hosts in punycode, the rest of what is not ASCII as escaped UTF-8. What is
 * escaped already stays as it is.
 */
final class TargetAddress {

    private static final Pattern PARTS =
            Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*://)([^/?#\\\\]*)(.*)", Pattern.DOTALL);
    private static final Pattern HOST = Pattern.compile("([^@:\\[\\]]+)(:[0-9]*)?");

    /** The older and the newer standard make different hosts of these; which one is meant nobody can tell. */
    private static final Pattern AMBIGUOUS = Pattern.compile("[\u00df\u1e9e\u03c2\u200c\u200d]");

    private static final int LAST_OF_ASCII = 0x7f;

    private TargetAddress() {}

    /** The same address in ASCII; one whose host cannot be written so is left for {@link TargetRules} to refuse. */
    static String ascii(String url) {
        if (isAscii(url)) {
            return url;
        }
        var parts = PARTS.matcher(url);
        return parts.matches() ? parts.group(1) + authority(parts.group(2)) + escaped(parts.group(3)) : url;
    }

    private static String authority(String authority) {
        var parts = HOST.matcher(authority);
        if (isAscii(authority)
                || !parts.matches()
                || AMBIGUOUS.matcher(authority).find()) {
            return authority;
        }
        try {
            var port = parts.group(2) == null ? "" : parts.group(2);
            return IDN.toASCII(parts.group(1), IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT) + port;
        } catch (IllegalArgumentException e) {
            return authority;
        }
    }

    private static String escaped(String rest) {
        var out = new StringBuilder();
        for (var one : rest.getBytes(StandardCharsets.UTF_8)) {
            var unsigned = one & 0xff;
            if (unsigned > LAST_OF_ASCII) {
                out.append('%').append(String.format(Locale.ROOT, "%02X", unsigned));
            } else {
                out.append((char) unsigned);
            }
        }
        return out.toString();
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c <= LAST_OF_ASCII);
    }
}
