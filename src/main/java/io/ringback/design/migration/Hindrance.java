package io.ringback.design.migration;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;

/** What may keep an instance from going on by another version. */
public enum Hindrance {
    /** Where it waits; the new version. */
    NOTHING_STANDS_FOR("It waits at {0}, and nothing stands for that in version {1}:"
            + " choose an element of its kind, or wait until it has gone on."),
    /** Messages; where it waits; what stands for that; the new version. */
    NOT_REACHED("It waits for {0} at {1}, and nothing catches that at {2} in version {3}."),
    /** Where it waits; what stands for that; the new version. */
    NO_TIME_LIMIT("It waits at {0} for a time at the latest, and at {1} in version {2} it would wait for ever."),
    NOBODYS("It belongs to no callback and to no agent."),
    /** How often. */
    ALWAYS_CHANGED("Somebody else was changing it at each of {0} tries."),
    /** What the engine says. */
    ENGINE("The engine says: {0}.");

    private final String pattern;

    Hindrance(String pattern) {
        this.pattern = pattern;
    }

    /** A sentence for designers, in English as the API speaks. */
    public String said(List<String> names) {
        return new MessageFormat(pattern, Locale.ROOT).format(names.toArray());
    }
}
