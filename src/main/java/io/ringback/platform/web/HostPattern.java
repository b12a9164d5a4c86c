package io.ringback.platform.web;

import java.net.IDN;
import java.util.Locale;

/** A host, all hosts below one ({@code *.crm.example}), or every host ({@code *}). */
public record HostPattern(String pattern) {

    /**
     * Reads one that an administrator has written; letters that are not ASCII become punycode, as hosts are compared.
     *
     * @param setting where it stands, for the message
     * @throws IllegalArgumentException when it is no such pattern
     */
    public static HostPattern of(String setting, String written) {
        var pattern = written.strip().toLowerCase(Locale.ROOT);
        if (pattern.isEmpty() || pattern.lastIndexOf('*') > 0 || pattern.contains("/") || pattern.contains("@")) {
            throw new IllegalArgumentException(
                    "%s: expected host names such as crm.example or *.crm.example, but one is \"%s\""
                            .formatted(setting, pattern));
        }
        var name = pattern.startsWith("*.") ? pattern.substring(2) : pattern;
        return new HostPattern((pattern.startsWith("*.") ? "*." : "") + IDN.toASCII(name));
    }

    /** @param host as it stands in an address, in ASCII */
    public boolean fits(String host) {
        var name = host.toLowerCase(Locale.ROOT);
        if (pattern.equals("*")) {
            return true;
        }
        return pattern.startsWith("*") ? name.endsWith(pattern.substring(1)) : name.equals(pattern);
    }
}
