package io.ringback.webhook;

import java.util.Locale;

/** A host, all hosts below one ({@code *.crm.example}), or every host ({@code *}). */
record HostPattern(String pattern) {

    HostPattern {
        pattern = pattern.strip().toLowerCase(Locale.ROOT);
        if (pattern.isEmpty() || pattern.lastIndexOf('*') > 0 || pattern.contains("/") || pattern.contains("@")) {
            throw new IllegalArgumentException(
                    "ringback.webhooks.hosts: expected host names such as crm.example or *.crm.example, but one is \"%s\""
                            .formatted(pattern));
        }
    }

    boolean fits(String host) {
        var name = host.toLowerCase(Locale.ROOT);
        if (pattern.equals("*")) {
            return true;
        }
        return pattern.startsWith("*") ? name.endsWith(pattern.substring(1)) : name.equals(pattern);
    }
}
