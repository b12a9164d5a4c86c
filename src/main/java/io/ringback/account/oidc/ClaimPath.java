package io.ringback.account.oidc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a claim is found: its name, with dots that lead into objects, as in {@code realm_access.roles}. Names may hold
 * dots themselves, as in {@code https://example.com/attrs.role}: of the ways to read such a path the one counts that leads
 * somewhere, and of several the one with the longest names first. A part in double quotes is one name in any case, as in
 * {@code resource_access."my.client".roles}.
 */
final class ClaimPath {

    private static final Pattern PART = Pattern.compile("\"([^\"]+)\"|([^\".]+)");

    private final String text;
    private final List<String> quoted;

    /** @throws IllegalArgumentException when its quotes do not match */
    ClaimPath(String text) {
        this.text = text;
        this.quoted = text.contains("\"") ? parts(text) : List.of();
    }

    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        var part = PART.matcher(text);
        int at = 0;
        while (part.find(at) && part.start() == at) {
            parts.add(part.group(1) != null ? part.group(1) : part.group(2));
            if (part.end() == text.length()) {
                return parts;
            }
            if (text.charAt(part.end()) != '.') {
                break;
            }
            at = part.end() + 1;
        }
        throw new IllegalArgumentException(
                "expected a claim such as realm_access.roles or resource_access.\"my.client\".roles, but it is "
                        + text);
    }

    /** What is there, or null. */
    @Nullable
    Object in(Map<?, ?> claims) {
        return quoted.isEmpty() ? find(claims, text) : find(claims, quoted);
    }

    /** Whether the claim is the one of this name, or within it. */
    boolean isIn(String name) {
        return quoted.isEmpty()
                ? text.equals(name) || text.startsWith(name + ".")
                : quoted.get(0).equals(name);
    }

    private static @Nullable Object find(Map<?, ?> claims, List<String> parts) {
        Object found = claims.get(parts.get(0));
        if (parts.size() == 1) {
            return found;
        }
        return found instanceof Map<?, ?> inner ? find(inner, parts.subList(1, parts.size())) : null;
    }

    private static @Nullable Object find(Map<?, ?> claims, String path) {
        Object found = claims.get(path);
        for (int dot = path.lastIndexOf('.'); found == null && dot > 0; dot = path.lastIndexOf('.', dot - 1)) {
            if (claims.get(path.substring(0, dot)) instanceof Map<?, ?> inner) {
                found = find(inner, path.substring(dot + 1));
            }
        }
        return found;
    }

    @Override
    public String toString() {
        return text;
    }
}
